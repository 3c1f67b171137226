import { server } from './server'

export const drafts = {
  list: server.drafts.list.handler(({ context: { library } }) => library.drafts.list().map(({ of, draft, savedAt }) => ({ of, title: draft.title, savedAt }))),
  get: server.drafts.get.handler(({ context: { library }, input: { of } }) => library.drafts.get(of)),
  keep: server.drafts.keep.handler(({ context: { library }, input }) => library.drafts.keep(input)),
  drop: server.drafts.drop.handler(({ context: { library }, input: { of } }) => library.drafts.drop(of)),
}

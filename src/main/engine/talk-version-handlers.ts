import { keepVersion } from '../use-cases/keep-version'
import { server } from './server'

export const talkVersions = {
  list: server.talkVersions.list.handler(({ context: { library }, input }) => library.talkVersions.ofTalk(input.talkId)),
  text: server.talkVersions.text.handler(({ context: { library }, input }) => ({ markdown: library.talkVersions.text(input.id) })),
  keep: server.talkVersions.keep.handler(({ context: { library }, input: { talkId, reason, name, markdown } }) => keepVersion(library, library.talks.get(talkId).id, reason, markdown, name)),
  rename: server.talkVersions.rename.handler(({ context: { library }, input }) => library.talkVersions.rename(input.id, input.name)),
  remove: server.talkVersions.remove.handler(({ context: { library }, input }) => library.talkVersions.remove(input.id)),
}

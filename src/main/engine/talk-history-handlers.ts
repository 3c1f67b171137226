import { server } from './server'

export const talkHistory = {
  steps: server.talkHistory.steps.handler(({ context: { library }, input: { id, upTo, most } }) => library.talkUndo.page(id, library.talks.get(id).revision, upTo, most)),
}

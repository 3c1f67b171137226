import { talkInStep } from '../use-cases/talk-in-step'
import { server } from './server'

export const inStep = {
  ofTalk: server.inStep.ofTalk.handler(({ context: { library }, input }) => talkInStep(library, input.id)),
  confirm: server.inStep.confirm.handler(({ context: { library }, input: { id, print } }) => library.stepMarks.confirm(id, library.talks.get(id), print)),
  reopen: server.inStep.reopen.handler(({ context: { library }, input: { id, print, mark } }) => library.stepMarks.reopen(id, library.talks.get(id), print, mark)),
}

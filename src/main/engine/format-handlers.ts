import { formatOfTalk } from '../use-cases/format-of-talk'
import { server } from './server'

export const formats = {
  list: server.formats.list.handler(({ context: { library } }) => library.formats.list()),
  add: server.formats.add.handler(({ context: { library }, input }) => library.formats.add(input)),
  change: server.formats.change.handler(({ context: { library }, input }) => library.formats.change(input.id, input.definition)),
  remove: server.formats.remove.handler(({ context: { library }, input }) => library.formats.remove(input.id)),
  fromTalk: server.formats.fromTalk.handler(({ context: { library }, input }) => formatOfTalk(library, input.talkId)),
}

export const audiences = {
  list: server.audiences.list.handler(({ context: { library } }) => library.audiences.list()),
  add: server.audiences.add.handler(({ context: { library }, input }) => library.audiences.add(input)),
  change: server.audiences.change.handler(({ context: { library }, input }) => library.audiences.change(input.id, input.definition)),
  remove: server.audiences.remove.handler(({ context: { library }, input }) => library.audiences.remove(input.id)),
}

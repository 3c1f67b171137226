import { keepVersion } from '../use-cases/keep-version'
import { server } from './server'

export const rehearsals = {
  ofTalk: server.rehearsals.ofTalk.handler(({ context: { library }, input }) => library.rehearsals.ofTalk(input.talkId)),
  ofLecturer: server.rehearsals.ofLecturer.handler(({ context: { library }, input }) => library.rehearsals.ofLecturer(input.name, input.limit)),
  keep: server.rehearsals.keep.handler(({ context: { library }, input }) => {
    library.rehearsals.keep(input)
    const talk = input.finished ? library.talks.find(input.talkId) : null
    if (talk !== null) keepVersion(library, talk.id, 'rehearsed', talk.markdown)
  }),
  remove: server.rehearsals.remove.handler(({ context: { library }, input: { id } }) => {
    const talk = library.rehearsals.talkOf(id)
    library.rehearsals.remove(id, talk === null ? '' : (library.talks.find(talk)?.title ?? ''))
  }),
}

export const lecturers = {
  list: server.lecturers.list.handler(({ context: { library } }) => library.lecturers.list()),
  setPace: server.lecturers.setPace.handler(({ context: { library }, input }) => library.lecturers.setPace(input.name, input.pace)),
  remove: server.lecturers.remove.handler(({ context: { library }, input }) => library.lecturers.remove(input.id)),
}

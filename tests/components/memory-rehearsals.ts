import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import { LecturerId, type Lecturer, type Rehearsal } from '../../src/shared/model/rehearsal'

/** Rehearsals and lecturers from memory. @param changed told after each change */
export function memoryRehearsals({ newId, changed }: { newId: () => string; changed: (room: 'talks' | 'settings') => void }) {
  const server = implement(contract)
  const kept = new Map<string, Rehearsal>()
  const paces = new Map<string, Lecturer>()
  const newestFirst = (): Rehearsal[] => [...kept.values()].toSorted((a, b) => b.startedAt - a.startedAt)
  return {
    kept,
    rehearsals: {
      ofTalk: server.rehearsals.ofTalk.handler(({ input }) => newestFirst().filter(({ talkId }) => talkId === input.talkId)),
      ofLecturer: server.rehearsals.ofLecturer.handler(({ input }) =>
        newestFirst()
          .filter(({ lecturer }) => lecturer === input.name)
          .slice(0, input.limit),
      ),
      keep: server.rehearsals.keep.handler(({ input }) => {
        kept.set(input.id, input)
        changed('talks')
      }),
      remove: server.rehearsals.remove.handler(({ input }) => {
        kept.delete(input.id)
        changed('talks')
      }),
    },
    lecturers: {
      list: server.lecturers.list.handler(() => [...paces.values()]),
      setPace: server.lecturers.setPace.handler(({ input }) => {
        const lecturer = { id: LecturerId.parse(paces.get(input.name)?.id ?? newId()), ...input }
        paces.set(input.name, lecturer)
        changed('settings')
        return lecturer
      }),
      remove: server.lecturers.remove.handler(({ input }) => {
        for (const { id, name } of paces.values()) if (id === input.id) paces.delete(name)
        changed('settings')
      }),
    },
  }
}

import { failureOf } from '../../../shared/contract/failure'
import { LecternError } from '../../../shared/outcome'
import { joinLibrary } from '../../library/join-library'
import type { LibraryEnvironment } from '../../library/library'
import type { Room } from '../../library/rooms'
import { uuidV7 } from '../uuid-v7'
import { stoppedTask } from './stopped-task'
import type { TaskData, TaskMessage } from './task-messages'
import { taskOf, type OutputOf, type TaskName } from './tasks'

/** Who a task works for. */
export type TaskOwner = {
  readonly say: (message: TaskMessage) => void
  readonly isStopped: () => boolean
  /** When the task's connection may write. */
  readonly turns: NonNullable<LibraryEnvironment['turns']>
}

const clock = () => Date.now()

/** Milliseconds between two reports of progress. */
const INTERVAL = 100

/** A second connection to the open library, one deed, one answer. */
export async function runTask({ folder, name, input }: TaskData, { say, isStopped, turns }: TaskOwner): Promise<void> {
  let reported = -Infinity
  const watch = (done: number, total: number): void => {
    if (isStopped()) throw stoppedTask()
    if (performance.now() - reported < INTERVAL) return
    reported = performance.now()
    say({ type: 'progress', done, total })
  }
  try {
    const changed = new Set<Room>()
    const library = joinLibrary(folder, { clock, newId: () => uuidV7(clock()), onChange: (room) => changed.add(room), turns })
    let output: OutputOf<TaskName>
    try {
      output = await taskOf(name).run(library, input, watch)
    } finally {
      library.leave()
    }
    say({ type: 'finished', output, changed: [...changed] })
  } catch (error) {
    if (!(error instanceof LecternError)) console.error('[task]', error)
    say({ type: 'failed', failure: error instanceof LecternError ? { code: error.code, message: error.localized } : failureOf(error) })
  }
}

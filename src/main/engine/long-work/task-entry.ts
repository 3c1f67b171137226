// oxlint-disable unicorn/require-post-message-target-origin -- ports between threads, not windows
/** The thread of one long task: a second connection to the open library, one deed, one answer. Started by `task-thread.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from '../../../shared/contract/failure'
import { LecternError } from '../../../shared/outcome'
import { joinLibrary } from '../../library/join-library'
import type { Room } from '../../library/rooms'
import { uuidV7 } from '../uuid-v7'
import { stoppedTask } from './stopped-task'
import { flag, type ThreadData, type ThreadMessage } from './task-messages'
import { taskOf, type OutputOf, type TaskName } from './tasks'

const clock = () => Date.now()

/** Milliseconds between two reports of progress. */
const INTERVAL = 100

const { folder, name, input, flags: memory } = workerData as ThreadData
const flags = new Int32Array(memory)
const say = (message: ThreadMessage): void => parentPort?.postMessage(message)

const turns = {
  take: (): void => {
    say({ type: 'asks-for-turn' })
    Atomics.wait(flags, flag.turn, 0)
  },
  giveBack: (): void => {
    Atomics.store(flags, flag.turn, 0)
    say({ type: 'gives-turn-back' })
  },
}

let reported = -Infinity
const watch = (done: number, total: number): void => {
  if (Atomics.load(flags, flag.stop) === 1) throw stoppedTask()
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

// oxlint-disable unicorn/require-post-message-target-origin -- ports between threads, not windows
/** Where one long task runs: a thread that `task-thread.ts` started, or the first thread of a process that `task-process.ts` did. */
import { parentPort, workerData } from 'node:worker_threads'
import { letOthersComeFirst } from './let-others-come-first'
import { runTask } from './run-task'
import { flag, type TaskData, type TaskMessage, type ThreadData } from './task-messages'

const toParent = (message: TaskMessage): void => parentPort?.postMessage(message)
const writesNothing = (): never => {
  throw new Error('A task in a process of its own writes nothing in the library.')
}

function inThread(): Promise<void> {
  const { flags: memory, ...data } = workerData as ThreadData
  const flags = new Int32Array(memory)
  return runTask(data, {
    say: toParent,
    isStopped: () => Atomics.load(flags, flag.stop) === 1,
    turns: {
      take: () => {
        toParent({ type: 'asks-for-turn' })
        Atomics.wait(flags, flag.turn, 0)
      },
      giveBack: () => {
        Atomics.store(flags, flag.turn, 0)
        toParent({ type: 'gives-turn-back' })
      },
    },
  })
}

function inProcess(): void {
  // Ctrl+C reaches every process of a terminal: whoever started this one knows what it means, and says so.
  process.on('SIGINT', () => undefined)
  letOthersComeFirst()
  let stopped = false
  process.once('message', (data: TaskData) => {
    process.on('message', () => (stopped = true))
    // Who started this one may have gone a moment ago, of which it hears next.
    void runTask(data, { say: (message) => void process.send?.(message, () => undefined), isStopped: () => stopped, turns: { take: writesNothing, giveBack: writesNothing } })
  })
  // Nobody is left to work for, and another run may be about to take up where this one ends.
  process.once('disconnect', () => process.exit())
}

if (parentPort === null) inProcess()
else await inThread()

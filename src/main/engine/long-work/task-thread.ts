import { Worker } from 'node:worker_threads'
import { LecternError } from '../../../shared/outcome'
import type { Room } from '../../library/rooms'
import type { Watch } from '../../library/watch'
import type { WriteGate } from '../../library/write-gate'
import { flag, type TaskMessage, type ThreadData } from './task-messages'
import { stoppedTask } from './stopped-task'
import { taskOf, type InputOf, type OutputOf, type TaskName } from './tasks'

type Environment = {
  /** The built `out/main/task.js`. */
  readonly entry: string
  /** Of the library, which is open. */
  readonly folder: string
  readonly gate: WriteGate
}

/**
 * Megabytes for what a task has just made. What SQLite's blobs take does not count there, only the objects that hold them: with eight, forty megabytes of blobs of
 * the index lay about before the first of them was cleared up. The doctor takes no longer for it.
 */
const YOUNG = 2

/** One task in a thread of its own. */
export class TaskThread<Name extends TaskName> {
  readonly #memory = new SharedArrayBuffer(8)
  readonly #flags = new Int32Array(this.#memory)
  readonly #worker: Worker
  #giveUp: (reason: Error) => void = () => undefined
  /** What it made, and the rooms that it changed. Rejects with what it threw, `cancelled` among it; nothing is stored then. */
  readonly result: Promise<{ output: OutputOf<Name>; changed: readonly Room[] }>

  /** Resolves when nothing of it holds the library any more, which may be after its result. */
  readonly gone: Promise<void>

  constructor(
    readonly name: Name,
    input: InputOf<Name>,
    { entry, folder, gate }: Environment,
    watch: Watch,
  ) {
    const data: ThreadData<Name> = { folder, name, input, flags: this.#memory }
    this.#worker = new Worker(entry, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } })
    this.gone = new Promise((resolve) => this.#worker.once('exit', () => resolve()))
    const answer = new Promise<{ output: OutputOf<Name>; changed: readonly Room[] }>((resolve, reject) => {
      this.#giveUp = reject
      this.#worker.on('message', (message: TaskMessage<Name>) => {
        switch (message.type) {
          case 'progress':
            return watch(message.done, message.total)
          case 'asks-for-turn':
            gate.close()
            Atomics.store(this.#flags, flag.turn, 1)
            Atomics.notify(this.#flags, flag.turn)
            return
          case 'gives-turn-back':
            return gate.open()
          case 'finished':
            return resolve(message)
          case 'failed':
            return reject(new LecternError(message.failure.code, message.failure.message))
        }
      })
      this.#worker.once('error', reject)
      this.#worker.once('exit', (code) => reject(new Error(`A task ended with code ${code} and no answer.`)))
    })
    this.result = taskOf(name).kind === 'writes' ? this.#ended(answer, gate) : answer.finally(() => void this.#worker.terminate())
  }

  async #ended<T>(answer: Promise<T>, gate: WriteGate): Promise<T> {
    try {
      return await answer
    } finally {
      await this.#worker.terminate()
      // However it ended, it writes no more: its connection went with it.
      gate.open()
    }
  }

  /** Asks it to end at its next step. */
  stop(): void {
    Atomics.store(this.#flags, flag.stop, 1)
    if (taskOf(this.name).kind === 'looks') this.#giveUp(stoppedTask())
  }

  /** Ends it where it stands, as when the process ends: what it was about to store is not stored. */
  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}

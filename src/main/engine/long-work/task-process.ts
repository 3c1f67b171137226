import { LecternError } from '../../../shared/outcome'
import type { Room } from '../../library/rooms'
import type { Watch } from '../../library/watch'
import { forkNode } from '../../host/fork-node'
import type { TaskData, TaskMessage } from './task-messages'
import type { InputOf, OutputOf, TaskName } from './tasks'

/**
 * One task in a process of its own, which lets all others come first: a process has one priority on every system, threads have theirs on Linux alone, and what V8 clears up after them is done by threads of
 * the process. For tasks that write nothing in the library and come to rest between their steps, where they hear that they are to stop.
 */
export class TaskProcess<Name extends TaskName> {
  readonly #child: ReturnType<typeof forkNode>
  /** What it made, and the rooms that it changed. Rejects with what it threw, `cancelled` among it. */
  readonly result: Promise<{ output: OutputOf<Name>; changed: readonly Room[] }>
  /** Resolves when nothing of it holds the library any more. */
  readonly gone: Promise<void>

  /** @param entry the built `out/main/task.js` */
  constructor(name: Name, input: InputOf<Name>, { entry, folder }: { readonly entry: string; readonly folder: string }, watch: Watch) {
    const child = forkNode(entry, [], { errors: true })
    this.#child = child
    this.gone = new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', () => resolve())
    })
    const answer = new Promise<{ output: OutputOf<Name>; changed: readonly Room[] }>((resolve, reject) => {
      child.on('message', (message: TaskMessage<Name>) => {
        switch (message.type) {
          case 'progress':
            return watch(message.done, message.total)
          case 'finished':
            return resolve(message)
          case 'failed':
            return reject(new LecternError(message.failure.code, message.failure.message))
        }
      })
      child.once('error', reject)
      child.once('exit', (code, signal) => reject(new Error(`A task's process ended with ${signal ?? `code ${code}`} and no answer.`)))
    })
    // One that is gone already has said so.
    child.send({ folder, name, input } satisfies TaskData<Name>, () => undefined)
    this.result = answer.finally(() => void child.kill())
  }

  /** Asks it to end at its next step. */
  stop(): void {
    if (this.#child.connected) this.#child.send('stop', () => undefined)
  }

  /** Ends it where it stands, as when the program ends. */
  async end(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.gone
  }
}

import { LecternError } from '../../../shared/outcome'
import type { Room } from '../../library/rooms'
import type { Watch } from '../../library/watch'
import { forkNode } from '../../host/fork-node'
import { stoppedTask } from './stopped-task'
import type { TaskData, TaskMessage } from './task-messages'
import type { InputOf, OutputOf, TaskName } from './tasks'

/**
 * Node's options for it, in megabytes for each of its threads, which all make packs.
 *
 * Of what a thread has just made V8 keeps twenty-four, three times the first figure, and not forty-eight before it clears up; with half of that, packs took a tenth longer. What it keeps for long is about
 * forty for a talk of sixty slides. The second figure is far above that, and far below what Node gives a thread by itself, because by how much more than it uses V8 lets a heap grow before it clears up follows
 * from how large it may become: to four times as much, or here to less than half as much again.
 */
export const taskProcessOptions: readonly string[] = ['--max-semi-space-size=8', '--max-old-space-size=512']

/**
 * One task in a process of its own, which lets all others come first: a process has one priority on every system, threads have theirs on Linux alone, and what V8 clears up after them is done by threads of
 * the process. For tasks that write nothing in the library and come to rest between their steps, where they hear that they are to stop.
 */
export class TaskProcess<Name extends TaskName> {
  readonly #child: ReturnType<typeof forkNode>
  #stopped = false
  /** What it made, and the rooms that it changed. Rejects with what it threw, `cancelled` among it. */
  readonly result: Promise<{ output: OutputOf<Name>; changed: readonly Room[] }>
  /** Resolves when nothing of it holds the library any more. */
  readonly gone: Promise<void>

  /** @param entry the built `out/main/task.js` */
  constructor(name: Name, input: InputOf<Name>, { entry, folder }: { readonly entry: string; readonly folder: string }, watch: Watch) {
    const child = forkNode(entry, [], { options: taskProcessOptions, errors: true })
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
          case 'asks-for-turn':
          case 'gives-turn-back':
            return reject(new Error(`${name} writes in the library: it needs a thread.`))
        }
      })
      child.once('error', reject)
      // Stopped before it could hear of it, it may have ended of what stopped the others, too.
      child.once('exit', (code, signal) => reject(this.#stopped ? stoppedTask() : new Error(`A task's process ended with ${signal ?? `code ${code}`} and no answer.`)))
    })
    // One that is gone already has said so.
    child.send({ folder, name, input } satisfies TaskData<Name>, () => undefined)
    this.result = answer.finally(() => void child.kill())
  }

  /** Asks it to end at its next step. */
  stop(): void {
    this.#stopped = true
    if (this.#child.connected) this.#child.send('stop', () => undefined)
  }

  /** Ends it where it stands, as when the program ends. */
  async end(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.gone
  }
}

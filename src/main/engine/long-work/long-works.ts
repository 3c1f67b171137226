import { setImmediate } from 'node:timers/promises'
import { EventPublisher } from '@orpc/server'
import type { LongWork } from '../../../shared/contract/long-work'
import type { Localized } from '../../../shared/language'
import type { Library } from '../../library/library'
import type { Room } from '../../library/rooms'
import { stoppable, unwatched, type Watch } from '../../library/watch'
import { HeldElsewhere, type WriteGate } from '../../library/write-gate'
import { stoppedTask } from './stopped-task'
import { TaskProcess } from './task-process'
import { TaskThread } from './task-thread'
import { taskOf, type InputOf, type OutputOf, type TaskKind, type TaskName } from './tasks'

/** Steps that may be done between two calls: one is a material with its place in the index, two to three milliseconds. */
const FEW = 8
/** Steps from which on a task is large enough for this thread to make room for it first, which takes it some twenty milliseconds. */
const MANY = 1000

type Environment = {
  /** The built `out/main/task.js`; null: everything is done in this thread, for want of another. */
  readonly entry: string | null
  readonly library: () => Library
  readonly gate: WriteGate
  readonly newId: () => string
  /** Told what a task has changed. */
  readonly changed: (rooms: readonly Room[]) => void
}

type Options = { readonly signal?: AbortSignal | undefined; readonly watch?: Watch }
type Running = { shown: LongWork; readonly kind: TaskKind; readonly stop: () => void; readonly end: () => Promise<void> }

/**
 * Long work on the open library, beside which the engine goes on answering. What writes is done one after the other; what only looks or packs, likewise, beside it. While a task has
 * its turn to write, other writes wait at the gate and reads see the library as it was: a task is in it whole, by SQLite's own transaction, or not at all.
 */
export class LongWorks {
  readonly #running = new Map<string, Running>()
  readonly #publisher = new EventPublisher<{ changed: { works: LongWork[] } }>()
  /** The last of each kind. */
  readonly #last: Record<TaskKind, Promise<unknown>> = { writes: Promise.resolve(), looks: Promise.resolve(), packs: Promise.resolve() }
  /** Resolves when nothing that was begun until now holds the library. */
  #gone: Promise<unknown> = Promise.resolve()

  constructor(readonly env: Environment) {}

  /**
   * Does a task: a small one at once, any other in a thread or a process of its own.
   * @throws what the task throws; LecternError `cancelled` when it was stopped
   */
  async run<Name extends TaskName>(name: Name, input: InputOf<Name>, { signal, watch = unwatched }: Options = {}): Promise<OutputOf<Name>> {
    const { entry } = this.env
    const { kind, size, run } = taskOf(name)
    const steps = size(this.env.library(), input)
    if (entry === null || steps <= FEW) return run(this.env.library(), input, stoppable(watch, signal, stoppedTask))
    const result = this.#last[kind].then(() => {
      if (steps > MANY) this.env.library().makeRoom()
      return this.#elsewhere(entry, name, input, { signal, watch })
    })
    this.#last[kind] = result.catch(() => undefined)
    return result
  }

  /** Does something while no task runs and none begins; those that write nothing are stopped. */
  async exclusively<T>(deed: () => Promise<T>): Promise<T> {
    const before = Promise.all(Object.values(this.#last)).then(() => this.#gone)
    for (const { kind, stop } of this.#running.values()) if (kind !== 'writes') stop()
    const result = before.then(deed)
    this.#last.writes = this.#last.looks = this.#last.packs = result.catch(() => undefined)
    return result
  }

  /**
   * Does what nobody asked for in small steps between the calls of windows, under the eyes of all of them. Every step stores what it did; stopped or cut short, the work goes
   * on with the next start.
   * @param step does a little more, within some ten milliseconds; null when nothing is left
   */
  async alongside(title: Localized, step: () => { done: number; total: number } | null): Promise<void> {
    const id = this.env.newId()
    let stopped = false
    const stop = () => (stopped = true)
    let percent = -1
    try {
      for (let at = this.#whenOpen(step); at !== null; at = this.#whenOpen(step)) {
        if (at !== 'held' && Math.floor((at.done * 100) / at.total) !== percent) {
          percent = Math.floor((at.done * 100) / at.total)
          this.#running.set(id, { shown: { id, title, ...at }, kind: 'looks', stop, end: async () => void stop() })
          this.#publish()
        }
        await this.env.gate.opened()
        await setImmediate()
        if (stopped) return
      }
    } finally {
      if (this.#running.delete(id)) this.#publish()
    }
  }

  stop(id: string): void {
    this.#running.get(id)?.stop()
  }

  /** All that is under way, now and whenever it changes. @param signal ends the stream */
  async *underWay(signal: AbortSignal | undefined): AsyncGenerator<{ works: LongWork[] }, void, void> {
    const changes = this.#publisher.subscribe('changed', { signal })
    yield { works: this.#works() }
    yield* changes
  }

  /** Ends every task where it stands: the library is about to be closed. */
  async close(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ end }) => end()))
  }

  #whenOpen<T>(step: () => T): T | 'held' {
    try {
      return step()
    } catch (error) {
      if (error instanceof HeldElsewhere) return 'held'
      throw error
    }
  }

  async #elsewhere<Name extends TaskName>(entry: string, name: Name, input: InputOf<Name>, { signal, watch }: Required<Pick<Options, 'watch'>> & Options): Promise<OutputOf<Name>> {
    if (signal?.aborted === true) throw stoppedTask()
    const { library, gate, newId } = this.env
    const id = newId()
    const show: Watch = (done, total) => {
      this.#show(id, { done, total })
      watch(done, total)
    }
    const { kind, title, apart = false } = taskOf(name)
    const place = { entry, folder: library().folder.path, gate }
    const task = apart ? new TaskProcess(name, input, place, show) : new TaskThread(name, input, place, show)
    this.#gone = Promise.all([this.#gone, task.gone])
    const stop = () => task.stop()
    signal?.addEventListener('abort', stop)
    this.#running.set(id, { shown: { id, title: title(library(), input), done: 0, total: 0 }, kind, stop, end: () => task.end() })
    this.#publish()
    try {
      const { output, changed } = await task.result
      if (changed.length > 0) {
        library().catchUp()
        this.env.changed(changed)
      }
      return output
    } finally {
      signal?.removeEventListener('abort', stop)
      this.#running.delete(id)
      this.#publish()
    }
  }

  #show(id: string, progress: { readonly done: number; readonly total: number }): void {
    const running = this.#running.get(id)
    if (!running) return
    running.shown = { ...running.shown, ...progress }
    this.#publish()
  }

  #works(): LongWork[] {
    return [...this.#running.values()].flatMap(({ shown, kind }) => (kind === 'packs' ? [] : [shown]))
  }

  #publish(): void {
    this.#publisher.publish('changed', { works: this.#works() })
  }
}

// oxlint-disable unicorn/require-post-message-target-origin -- ports between threads, not windows
import { Worker } from 'node:worker_threads'
import type { PackJob, PackOutcome, PackRun } from './pack-job'

/** Where packs are made, one after another: another thread, or this one. */
export type PackLane = {
  /** Jobs to give at the same time: a thread that has the next one at hand does not wait for whoever gathers it. */
  readonly atOnce: number
  make(job: PackJob): Promise<PackOutcome>
  /** Waits until everything is on the disk. */
  sync(): Promise<void>
  close(): Promise<void>
}

export type LaneRequest = { readonly type: 'make'; readonly job: PackJob } | { readonly type: 'sync' }
export type LaneAnswer = { readonly type: 'made'; readonly outcome: PackOutcome } | { readonly type: 'synced' } | { readonly type: 'broken'; readonly reason: string }

/**
 * As many as threads: this one, which gathers the jobs too, and others beside it. A thread that only gathers would be idle most of the time, with a heap of its own.
 * @param file the built `out/main/pack.js`; null: this thread alone
 */
export async function packLanes(run: PackRun, threads: number, file: string | null): Promise<readonly PackLane[]> {
  // They start while this one loads its writers.
  const others = file === null ? [] : Array.from({ length: threads - 1 }, () => threadLane(run, file))
  return [...others, await ownLane(run)]
}

/** In this thread, which loads all writers for it. */
async function ownLane(run: PackRun): Promise<PackLane> {
  const { PackMaker } = await import('./pack-maker')
  const maker = new PackMaker(run)
  // One is prepared while the other is on its way to the disk.
  return { atOnce: 2, make: (job) => maker.make(job), sync: () => maker.sync(), close: () => Promise.resolve() }
}

/** In a thread of its own; how much memory it may take is up to the process (`task-process.ts`). */
function threadLane(run: PackRun, file: string): PackLane {
  const worker = new Worker(file, { workerData: run })
  /** Who waits for an answer: the thread answers in the order in which it was asked. */
  const waiting: { resolve: (answer: LaneAnswer) => void; reject: (reason: Error) => void }[] = []
  let ended: Error | null = null
  const broken = (reason: Error): void => waiting.splice(0).forEach(({ reject }) => reject(reason))
  const gone = (reason: Error): void => {
    ended ??= reason
    broken(ended)
  }
  worker.on('message', (answer: LaneAnswer) => {
    if (answer.type === 'broken') return broken(new Error(answer.reason))
    waiting.shift()?.resolve(answer)
  })
  worker.once('error', gone)
  worker.once('exit', (code) => gone(new Error(`A thread that makes packs ended with code ${code}.`)))
  const ask = (request: LaneRequest): Promise<LaneAnswer> =>
    new Promise((resolve, reject) => {
      if (ended !== null) return reject(ended)
      waiting.push({ resolve, reject })
      worker.postMessage(request)
    })
  return {
    // It is at one, and has two to go on with while this thread is at a pack itself.
    atOnce: 3,
    make: async (job) => {
      const answer = await ask({ type: 'make', job })
      if (answer.type !== 'made') throw new Error('A thread that makes packs answered something else.')
      return answer.outcome
    },
    sync: async () => void (await ask({ type: 'sync' })),
    close: async () => void (await worker.terminate()),
  }
}

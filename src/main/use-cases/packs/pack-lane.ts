// oxlint-disable unicorn/require-post-message-target-origin -- ports between threads, not windows
import { Worker } from 'node:worker_threads'
import type { PackJob, PackOutcome, PackRun } from './pack-job'
import { PackMaker } from './pack-maker'

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

/** In this thread. */
export function ownLane(run: PackRun): PackLane {
  const maker = new PackMaker(run)
  return { atOnce: 1, make: (job) => maker.make(job), sync: () => maker.sync(), close: () => Promise.resolve() }
}

/** Megabytes for what a thread has just made; left to itself it takes several times as much before it first clears up, in every thread. */
const YOUNG = 24

/**
 * Megabytes that a thread may take for what it keeps, which is about forty for a talk of sixty slides. Far below what Node gives a thread by itself, because by how much more than it
 * uses V8 lets a heap grow before it clears up follows from how large it may become: to four times as much, or here to less than half as much again.
 */
const OLD = 512

/** In a thread of its own. @param file the built `out/main/pack.js` */
export function threadLane(run: PackRun, file: string): PackLane {
  const worker = new Worker(file, { workerData: run, resourceLimits: { maxYoungGenerationSizeMb: YOUNG, maxOldGenerationSizeMb: OLD } })
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
    atOnce: 2,
    make: async (job) => {
      const answer = await ask({ type: 'make', job })
      if (answer.type !== 'made') throw new Error('A thread that makes packs answered something else.')
      return answer.outcome
    },
    sync: async () => void (await ask({ type: 'sync' })),
    close: async () => void (await worker.terminate()),
  }
}

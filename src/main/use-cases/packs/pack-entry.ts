// oxlint-disable unicorn/require-post-message-target-origin -- ports between threads, not windows
/** A thread that makes packs: what it is asked for, one after another. Started by `pack-lane.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import type { PackRun } from './pack-job'
import type { LaneAnswer, LaneRequest } from './pack-lane'
import { PackMaker } from './pack-maker'

const maker = new PackMaker(workerData as PackRun)
const say = (answer: LaneAnswer): void => parentPort?.postMessage(answer)

async function answer(request: LaneRequest): Promise<LaneAnswer> {
  if (request.type === 'make') return { type: 'made', outcome: await maker.make(request.job) }
  await maker.sync()
  return { type: 'synced' }
}

/** One request after another: what a pack is made into serves the next one, too. */
let before = Promise.resolve()
parentPort?.on('message', (request: LaneRequest) => {
  before = before.then(() => answer(request)).then(say, (error: unknown) => say({ type: 'broken', reason: error instanceof Error ? error.message : String(error) }))
})

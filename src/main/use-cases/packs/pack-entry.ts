// oxlint-disable unicorn/require-post-message-target-origin -- ports between threads, not windows
/** A thread that makes packs: what it is asked for, one after another. Started by `pack-lane.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import type { PackRun } from './pack-job'
import type { LaneAnswer, LaneRequest } from './pack-lane'
import { PackMaker } from './pack-maker'

const maker = new PackMaker(workerData as PackRun)
const say = (answer: LaneAnswer): void => parentPort?.postMessage(answer)

/** Answers in the order of what was asked; the next pack begins before the one before is written. */
let said = Promise.resolve()
parentPort?.on('message', (request: LaneRequest) => {
  const before = said
  const answer: Promise<LaneAnswer> = request.type === 'make' ? maker.make(request.job).then((outcome) => ({ type: 'made', outcome })) : before.then(() => maker.sync()).then(() => ({ type: 'synced' }))
  const told = answer.catch((error: unknown): LaneAnswer => ({ type: 'broken', reason: error instanceof Error ? error.message : String(error) }))
  said = before.then(async () => say(await told))
})

/** The thread that checks a copy, so that the engine goes on serving meanwhile: one file in, one answer out. Started by `check-in-thread.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from '../../../shared/contract/failure'
import { LecternError } from '../../../shared/outcome'
import { checkCopy } from './check-copy'
import type { CheckAnswer } from './check-in-thread'

const answer = (): CheckAnswer => {
  try {
    return { facts: checkCopy(String(workerData)) }
  } catch (error) {
    return { failure: error instanceof LecternError ? { code: error.code, message: error.localized } : failureOf(error) }
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads, not a window
parentPort?.postMessage(answer())

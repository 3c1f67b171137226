import { Worker } from 'node:worker_threads'
import type { Failure } from '../../../shared/contract/failure'
import { LecternError } from '../../../shared/outcome'
import type { CheckCopy, CopyFacts } from './check-copy'

export type CheckAnswer = { readonly facts: CopyFacts } | { readonly failure: Failure }

/**
 * {@link checkCopy} in a thread of its own.
 * @param entry the built `out/main/checker.js`
 */
export const checkInThread =
  (entry: string): CheckCopy =>
  async (file) => {
    const worker = new Worker(entry, { workerData: file })
    try {
      const answer = await new Promise<CheckAnswer>((resolve, reject) => {
        worker.once('message', resolve)
        worker.once('error', reject)
        worker.once('exit', (code) => reject(new Error(`The check ended with code ${code} and no answer.`)))
      })
      if ('facts' in answer) return answer.facts
      throw new LecternError(answer.failure.code, answer.failure.message)
    } finally {
      await worker.terminate()
    }
  }

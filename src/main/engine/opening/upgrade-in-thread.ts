import { Worker } from 'node:worker_threads'
import type { Failure } from '../../../shared/contract/failure'
import type { OpeningStep } from '../../../shared/contract/opening'
import { LecternError } from '../../../shared/outcome'
import type { BringOn } from '../../library/backup/bring-on-copy'

/** What the thread is given: the folder of a library with the version of this Lectern, or the file of a copy that nobody has open. */
export type UpgradeData = { readonly folder: string; readonly version: string } | { readonly copy: string }

/** What it says: its steps, then one of the others. */
export type UpgradeMessage = { readonly step: OpeningStep } | { readonly upgraded: true } | { readonly failure: Failure }

/** Megabytes for what the thread has just made: texts of materials, which are needed for a moment only. Left to itself it takes many times as much. */
const YOUNG = 2

export type Upgrade = {
  /** Resolves when the library is brought on and closed again. @throws LecternError why it was not; it is as it was, or a whole step further */
  readonly done: Promise<void>
  /** Ends it where it stands, as when the process ends: the step that it is at is not stored. */
  readonly end: () => Promise<unknown>
}

/**
 * Brings the library of an earlier Lectern, or a copy of one, on in a thread of its own, so that the engine answers meanwhile.
 * @param entry the built `out/main/upgrade.js`
 * @param tell told what is being done; what it throws ends it
 */
export function upgradeInThread(entry: string, data: UpgradeData, tell: (step: OpeningStep) => void): Upgrade {
  const worker = new Worker(entry, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } })
  const answered = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: UpgradeMessage) => {
      if ('step' in message) attempt(() => tell(message.step), reject)
      else if ('failure' in message) reject(new LecternError(message.failure.code, message.failure.message))
      else resolve()
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The upgrade ended with code ${code} and no answer.`)))
  })
  const done = async (): Promise<void> => {
    try {
      await answered
    } finally {
      // Its lock goes with it.
      await worker.terminate()
    }
  }
  return { done: done(), end: () => worker.terminate() }
}

/** As {@link BringOn}, in a thread of its own; stopped, it ends where it stands. */
export const bringOnInThread =
  (entry: string): BringOn =>
  (copy, tell) =>
    upgradeInThread(entry, { copy }, tell).done

const attempt = (work: () => void, failed: (reason: unknown) => void): void => {
  try {
    work()
  } catch (error) {
    failed(error)
  }
}

// oxlint-disable unicorn/require-post-message-target-origin -- a port between threads, not a window
/** The thread that brings a library of an earlier Lectern on, or a copy of one: opens it, says what that takes, and closes it. Started by `upgrade-in-thread.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from '../../../shared/contract/failure'
import type { OpeningStep } from '../../../shared/contract/opening'
import { LecternError } from '../../../shared/outcome'
import { bringOnCopy } from '../../library/backup/bring-on-copy'
import { openLibrary } from '../../library/library'
import { uuidV7 } from '../uuid-v7'
import type { UpgradeData, UpgradeMessage } from './upgrade-in-thread'

const data = workerData as UpgradeData
const clock = () => Date.now()
const say = (message: UpgradeMessage): void => parentPort?.postMessage(message)

try {
  const tell = (step: OpeningStep): void => say({ step })
  if ('copy' in data) bringOnCopy(data.copy, tell)
  else openLibrary(data.folder, { clock, newId: () => uuidV7(clock()), version: data.version, create: false, opening: tell }).close()
  say({ upgraded: true })
} catch (error) {
  if (!(error instanceof LecternError)) console.error('[upgrade]', error)
  say({ failure: error instanceof LecternError ? { code: error.code, message: error.localized } : failureOf(error) })
}

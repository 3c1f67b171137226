import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/index'
import type { EngineContext } from './context'
import { HeldElsewhere } from '../library/write-gate'
import { wireFailure } from './wire-failure'

/** Defects go to the engine's log; the window hears a sentence. */
export const report = (defect: unknown): void => console.error('[engine]', defect)

/**
 * The contract, to be given handlers. Every one runs inside this: whatever it throws, now or while it streams, leaves as a failure fit for the wire. One that would
 * store something while long work does has stored nothing yet, and is run again when it may.
 */
export const server = implement(contract)
  .$context<EngineContext>()
  .use(async ({ context, next, signal }) => {
    for (;;) {
      try {
        return await next()
      } catch (error) {
        // Whoever ended a call hears nothing more of it, and that it ended is no defect.
        if (!(error instanceof HeldElsewhere)) throw wireFailure(error, signal?.aborted === true ? () => undefined : report)
        await context.gate.opened()
      }
    }
  })

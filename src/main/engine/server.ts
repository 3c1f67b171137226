import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/index'
import type { EngineContext } from './context'
import { wireFailure } from './wire-failure'

/** Defects go to the engine's log; the window hears a sentence. */
export const report = (defect: unknown): void => console.error('[engine]', defect)

/** The contract, to be given handlers. Every one runs inside this: whatever it throws, now or while it streams, leaves as a failure fit for the wire. */
export const server = implement(contract)
  .$context<EngineContext>()
  .use(async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      throw wireFailure(error, report)
    }
  })

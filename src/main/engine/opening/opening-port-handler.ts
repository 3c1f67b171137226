import type { AnyContractRouter } from '@orpc/contract'
import type { Router } from '@orpc/server'
import type { RPCHandler } from '@orpc/server/message-port'
import { portHandler } from '../port-handler'
import type { EngineContext } from '../context'
import type { EngineRouter } from '../router'
import type { OpeningContext } from './opening-handlers'

/** Calls that are answered before the library is open. */
const EARLY = /^\/opening\//

/**
 * Serves windows' ports from before the library is open: calls wait for it, but for those that tell how far it is.
 * @param opened the context of all other calls, once there is a library
 */
export const openingPortHandler = (router: EngineRouter, opened: Promise<EngineContext>): RPCHandler<OpeningContext> =>
  // What the other handlers need beyond it they are given here, before they run.
  portHandler<OpeningContext>(router as unknown as Router<AnyContractRouter, OpeningContext>, [
    async (options) => options.next(EARLY.test(options.request.url.pathname) ? options : { ...options, context: await opened }),
  ])

import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/index'
import { report } from '../server'
import { withWireFailures } from '../wire-failure'
import type { OpeningState } from './opening-state'

/** All that is known while there is no library. */
export type OpeningContext = { readonly opening: OpeningState }

const server = implement(contract).$context<OpeningContext>()

export const opening = {
  steps: server.opening.steps.handler(({ context, signal }) => withWireFailures(context.opening.steps(signal), report)),
}

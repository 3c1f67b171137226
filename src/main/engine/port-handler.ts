import type { AnyContractRouter } from '@orpc/contract'
import type { Context, Router } from '@orpc/server'
import type { StandardHandlerOptions } from '@orpc/server/standard'
import { RPCHandler } from '@orpc/server/message-port'
import { EVENT_BYTES, EventBytes, type EventBytesOnWire } from '../../shared/contract/wire'

/** Bytes in an event leave as base64, because an event of oRPC is JSON only. */
const eventBytes = {
  type: EVENT_BYTES,
  condition: (data: unknown) => data instanceof EventBytes,
  serialize: (data: EventBytes): EventBytesOnWire => ({ type: data.type, base64: Buffer.from(data.bytes.buffer, data.bytes.byteOffset, data.bytes.byteLength).toString('base64') }),
  deserialize: ({ type, base64 }: EventBytesOnWire) => new EventBytes(Uint8Array.from(Buffer.from(base64, 'base64')), type),
}

/**
 * Serves windows' ports with a router: `handler.upgrade(port, { context })`, then start the port. One peer a port: closing it cancels its
 * running calls.
 * @param rootInterceptors stand around every call
 */
export const portHandler = <C extends Context>(router: Router<AnyContractRouter, C>, rootInterceptors: StandardHandlerOptions<C>['rootInterceptors'] = []): RPCHandler<C> =>
  new RPCHandler(router, { customJsonSerializers: [eventBytes], rootInterceptors })

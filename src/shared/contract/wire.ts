import type { Binary } from './binary'

/**
 * Bytes inside an event of an iterator. oRPC carries a `Blob` in a request or a response, but an event is JSON only; these travel as
 * base64 under {@link EVENT_BYTES} and arrive as a `Blob` (window) or as themselves (command line, no wire between).
 */
export class EventBytes implements Binary {
  constructor(
    readonly bytes: Uint8Array<ArrayBuffer>,
    readonly type: string,
  ) {}

  get size(): number {
    return this.bytes.byteLength
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.bytes.slice().buffer
  }
}

/** Files of one call together, in bytes: two of the largest documents, or any number of ordinary ones. More would be several copies in memory at once. */
export const LARGEST_CALL = 400 * 1024 * 1024

/** oRPC keeps the numbers below 20 for itself; both ends of the wire name the same one. */
export const EVENT_BYTES = 21

/** How {@link EventBytes} look as JSON. */
export type EventBytesOnWire = { readonly type: string; readonly base64: string }

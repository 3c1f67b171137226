import type { MessagePort } from 'node:worker_threads'
import type { RawData, WebSocket } from 'ws'
import { SpentBytes } from '../spent-bytes'

/** Bytes that may wait for a window that does not read. Far above any export; a window that is further behind is gone. */
const MOST_WAITING = 1024 * 1024 * 1024

/**
 * Passes frames between a window's socket and the engine's port unchanged: both ends speak oRPC's peer encoding, text for JSON and bytes
 * for JSON followed by a body. When one side closes, so does the other, and the engine cancels what it was doing for that window.
 */
export function relaySocket(socket: WebSocket, port: MessagePort): void {
  const spent = new SpentBytes('minor')
  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (!isBinary) return port.postMessage(textOf(data))
    const bytes = bytesOf(data)
    spent.add(bytes.byteLength)
    // Handed over, not copied: of two thousand documents that come in one after the other this side keeps none.
    port.postMessage(bytes, [bytes.buffer])
  })
  socket.on('close', () => port.close())
  socket.on('error', () => socket.terminate())
  port.on('message', (frame: string | Uint8Array) => {
    if (socket.bufferedAmount > MOST_WAITING) return socket.terminate()
    spent.add(frame.length)
    socket.send(frame)
  })
  port.on('close', () => socket.close(1001))
}

const joined = (data: RawData): Buffer => (Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data))

/** A Uint8Array of its own: a Buffer would cross the port with the whole pool behind it. */
const bytesOf = (data: RawData): Uint8Array<ArrayBuffer> => new Uint8Array(joined(data))

const textOf = (data: RawData): string => joined(data).toString('utf8')

import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../shared/contract/index'
import { EVENT_BYTES, LARGEST_CALL, type EventBytesOnWire } from '../shared/contract/wire'
import { LecternError } from '../shared/outcome'
import { CONNECT_MESSAGE, PORT_MESSAGE } from '../shared/contract/hand-over'

/** Every call of the contract, as typed functions. Calls throw what `failureOf` reads. */
export type Bridge = ContractRouterClient<Contract>

/** The browser door's one-time token. Taken out of the address at once, so that it stays in no history and no router sees it. */
const token = new URLSearchParams(location.hash.slice(1)).get('token')
if (token !== null) history.replaceState(null, '', location.pathname)

/**
 * Reaches the engine: over a message port in Electron, over a loopback WebSocket in a browser.
 * @param onClosed called once when the engine is gone; calls fail from then on
 * @throws when the engine cannot be reached, e.g. the address was used up or the program has ended
 */
export async function connect(onClosed: () => void = () => {}): Promise<Bridge> {
  const options = { customJsonSerializers: [eventBytes], interceptors: [refuseTooMuch] }
  if (location.protocol === 'app:') {
    const port = await portFromPreload()
    port.addEventListener('close', onClosed, { once: true })
    port.start()
    return createORPCClient(new PortLink({ port, ...options }))
  }
  if (token !== null) await fetch('/session', { method: 'POST', body: token, credentials: 'same-origin' })
  const socket = new WebSocket(`ws://${location.host}/engine`)
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('close', () => reject(new Error('The engine refused the connection.')), { once: true })
  })
  socket.addEventListener('close', onClosed, { once: true })
  return createORPCClient(new SocketLink({ websocket: socket, ...options }))
}

/** Asks the preload for this window's port to the engine; it answers with a message that carries the port. */
function portFromPreload(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent<unknown>) => {
      const port = event.ports[0]
      if (event.source !== window || event.data !== PORT_MESSAGE || port === undefined) return
      window.removeEventListener('message', receive)
      resolve(port)
    }
    window.addEventListener('message', receive)
    window.postMessage(CONNECT_MESSAGE, location.origin)
  })
}

/** Refuses a call with too many bytes before it is sent; on its way it would cost the connection. */
function refuseTooMuch<T>({ input, next }: { input: unknown; next: () => T }): T {
  if (bytesIn(input) <= LARGEST_CALL) return next()
  throw new LecternError('too-much-at-once', {
    'zh-CN': '一次选的文件合起来超过了 400 MB，没有开始。请分几次导入。',
    en: 'The chosen files are larger than 400 MB together, so nothing was started. Please import them in several goes.',
  })
}

/** Sizes of all files in a call's input, summed. */
function bytesIn(value: unknown): number {
  if (value instanceof Blob) return value.size
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>((sum, part) => sum + bytesIn(part), 0)
}

/** Bytes in an event arrive as base64 (see `EventBytes`) and become a Blob here. The window sends none. */
const eventBytes = {
  type: EVENT_BYTES,
  condition: () => false,
  serialize: (data: unknown) => data,
  deserialize: ({ type, base64 }: EventBytesOnWire) => new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type }),
}

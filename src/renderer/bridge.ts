import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../shared/contract/index'
import { EVENT_BYTES, type EventBytesOnWire } from '../shared/contract/wire'
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
  const options = { customJsonSerializers: [eventBytes] }
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

/** Bytes in an event arrive as base64 (see `EventBytes`) and become a Blob here. The window sends none. */
const eventBytes = {
  type: EVENT_BYTES,
  condition: () => false,
  serialize: (data: unknown) => data,
  deserialize: ({ type, base64 }: EventBytesOnWire) => new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type }),
}

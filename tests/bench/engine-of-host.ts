import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { Contract } from '../../src/shared/contract/index'

export type HostedEngine = ContractRouterClient<Contract>

/** Calls the engine of a browser host as its window does: the token for a cookie, the cookie for a socket. */
export async function connectTo(address: string): Promise<{ engine: HostedEngine; close: () => void }> {
  const { origin, hash } = new URL(address)
  const session = await fetch(`${origin}/session`, { method: 'POST', headers: { origin }, body: new URLSearchParams(hash.slice(1)).get('token') ?? '' })
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/engine`, { headers: { origin, cookie: session.headers.get('set-cookie')?.split(';')[0] ?? '' } })
  return { engine: createORPCClient(new RPCLink({ websocket: socket })), close: () => socket.close() }
}

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { eventIterator, oc, type ContractRouterClient } from '@orpc/contract'
import { implement, ORPCError } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { portHandler } from '../../../src/main/engine/port-handler'
import { relaySocket } from '../../../src/main/host/relay-socket'
import { binary } from '../../../src/shared/contract/binary'
import { EVENT_BYTES, EventBytes, type EventBytesOnWire } from '../../../src/shared/contract/wire'

const small = {
  echo: oc.input(z.object({ name: z.string(), content: binary(64 * 1024 * 1024) })).output(binary(64 * 1024 * 1024)),
  count: oc.input(z.object({ to: z.int() })).output(eventIterator(z.object({ n: z.int() }))),
  bytes: oc.output(eventIterator(z.object({ content: binary(1024) }))),
  refuse: oc.output(z.void()),
}

/** A window's end of the wire, as `bridge.ts` builds it, over `ws` because Node's own socket cannot be asked for its close. */
function windowClient(port: number): { client: ContractRouterClient<typeof small>; socket: WebSocket } {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  socket.binaryType = 'arraybuffer'
  const serializer = {
    type: EVENT_BYTES,
    condition: () => false,
    serialize: (data: unknown) => data,
    deserialize: ({ type, base64 }: EventBytesOnWire) => new Blob([Buffer.from(base64, 'base64')], { type }),
  }
  return { socket, client: createORPCClient(new RPCLink({ websocket: socket, customJsonSerializers: [serializer] })) }
}

describe('the relay between a window’s socket and the engine’s port', () => {
  let server: Server
  let port: number
  /** How counting ended, in order. */
  const ended: string[] = []
  let counted = Promise.withResolvers<void>()

  beforeEach(async () => {
    ended.length = 0
    counted = Promise.withResolvers()
    const on = implement(small)
    const handler = portHandler(
      on.router({
        echo: on.echo.handler(async ({ input }) => new File([await input.content.arrayBuffer()], input.name, { type: input.content.type })),
        count: on.count.handler(async function* ({ input, signal }) {
          try {
            for (let n = 1; n <= input.to; n++) {
              yield { n }
              await new Promise(setImmediate)
            }
          } finally {
            ended.push(signal?.aborted === true ? 'aborted' : 'finished')
            counted.resolve()
          }
        }),
        bytes: on.bytes.handler(async function* () {
          yield { content: new EventBytes(new Uint8Array([0, 255, 127, 10]), 'image/png') }
        }),
        refuse: on.refuse.handler(() => {
          throw new ORPCError('damaged-file', { data: { message: { 'zh-CN': '坏了', en: 'Broken' } } })
        }),
      }),
    )
    server = createServer()
    new WebSocketServer({ server }).on('connection', (socket) => {
      const { port1, port2 } = new MessageChannel()
      handler.upgrade(port2, { context: {} })
      port2.start()
      relaySocket(socket, port1)
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })

  it('carries a file of 20 MB there and back unchanged', async () => {
    const { client, socket } = windowClient(port)
    const bytes = new Uint8Array(20 * 1024 * 1024).map((_, index) => (index * 31) % 256)
    const back = await client.echo({ name: '文件.docx', content: new Blob([bytes], { type: 'application/x-test' }) })
    expect(back.type).toBe('application/x-test')
    expect(Buffer.compare(Buffer.from(await back.arrayBuffer()), Buffer.from(bytes))).toBe(0)
    socket.close()
  })

  it('carries an empty file', async () => {
    const { client, socket } = windowClient(port)
    const back = await client.echo({ name: 'empty', content: new Blob([]) })
    expect(back.size).toBe(0)
    socket.close()
  })

  it('streams events in order and ends', async () => {
    const { client, socket } = windowClient(port)
    const seen: number[] = []
    for await (const { n } of await client.count({ to: 50 })) seen.push(n)
    expect(seen).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
    socket.close()
  })

  it('carries bytes inside an event', async () => {
    const { client, socket } = windowClient(port)
    for await (const { content } of await client.bytes()) {
      expect(content.type).toBe('image/png')
      expect([...new Uint8Array(await content.arrayBuffer())]).toEqual([0, 255, 127, 10])
    }
    socket.close()
  })

  it('cancels in the engine when the window ends the iteration early', async () => {
    const { client, socket } = windowClient(port)
    for await (const { n } of await client.count({ to: 1_000_000 })) if (n === 3) break
    await counted.promise
    expect(ended).toHaveLength(1)
    socket.close()
  })

  it('cancels in the engine when the window’s socket closes', async () => {
    const { client, socket } = windowClient(port)
    const events = await client.count({ to: 1_000_000 })
    await events.next()
    socket.terminate()
    await counted.promise
    expect(ended).toHaveLength(1)
  })

  it('carries a refusal with its code and both sentences', async () => {
    const { client, socket } = windowClient(port)
    await expect(client.refuse()).rejects.toMatchObject({ code: 'damaged-file', data: { message: { 'zh-CN': '坏了', en: 'Broken' } } })
    socket.close()
  })
})

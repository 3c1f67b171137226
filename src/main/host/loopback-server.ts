import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { MessagePort } from 'node:worker_threads'
import { WebSocketServer } from 'ws'
import { LARGEST_CALL } from '../../shared/contract/wire'
import { hashInAddress } from '../../shared/media-address'
import type { Access } from './access'
import { mediumAnswer, type FindMedium } from './medium-answer'
import { relaySocket } from './relay-socket'
import { staticFile } from './static-files'

/** A frame holds one call: its files and some room for its JSON. */
const LARGEST_FRAME = LARGEST_CALL + 16 * 1024 * 1024
const LARGEST_TOKEN = 200

export type LoopbackServer = {
  readonly port: number
  /** The address without token. */
  readonly origin: string
  close(): Promise<void>
}

/**
 * Serves the window's files and relays its calls, on this computer only: bound to 127.0.0.1, a random port, exact Host (against DNS
 * rebinding) and Origin (against other pages), and a cookie that only the token gives.
 * @param options.findMedium films and sounds, served to whoever has the cookie
 * @param connect gives a new port to the engine for each window
 */
export async function startLoopbackServer(options: { root: string; access: Access; connect: () => MessagePort; findMedium: FindMedium }): Promise<LoopbackServer> {
  const { root, access, connect, findMedium } = options
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.host !== `127.0.0.1:${port}`) return refuse(response, 403)
    const { pathname } = new URL(request.url ?? '/', origin)
    if (request.method === 'POST' && pathname === '/session') {
      const cookie = request.headers.origin === origin ? access.exchange(await shortBody(request), port) : null
      if (cookie === null) return refuse(response, 403)
      response.writeHead(204, { 'set-cookie': cookie }).end()
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
    const hash = hashInAddress(pathname)
    if (hash !== null) return access.admits(request.headers.cookie, port) ? sendMedium(hash, request, response) : refuse(response, 403)
    const file = await staticFile(root, pathname)
    response.writeHead(file.status, file.headers).end(request.method === 'HEAD' ? null : file.body)
  }

  async function sendMedium(hash: string, { method, headers: asked }: IncomingMessage, response: ServerResponse): Promise<void> {
    const ifRange = asked['if-range']
    const { status, headers, part } = await mediumAnswer(findMedium, hash, { range: asked.range ?? null, ifRange: typeof ifRange === 'string' ? ifRange : null })
    response.writeHead(status, headers)
    if (part === null || method === 'HEAD') response.end()
    // A player that goes elsewhere breaks off, which is no failure.
    else await pipeline(createReadStream(part.path, part), response).catch(() => response.destroy())
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { host, origin: from, cookie } = request.headers
    const welcome = request.url === '/engine' && host === `127.0.0.1:${port}` && from === origin && access.admits(cookie, port)
    if (!welcome) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (websocket) => relaySocket(websocket, connect()))
  })

  return {
    port,
    origin,
    close: () =>
      new Promise((resolve) => {
        for (const websocket of sockets.clients) websocket.terminate()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const refuse = (response: ServerResponse, status: number): void => void response.writeHead(status, { 'cache-control': 'no-store' }).end()

/** The token, cut off as soon as it is longer than any token. */
async function shortBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > LARGEST_TOKEN) return ''
  }
  return body
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { Access } from '../../../src/main/host/access'
import { startLoopbackServer, type LoopbackServer } from '../../../src/main/host/loopback-server'

describe('the loopback door', () => {
  let root: string
  let access: Access
  let server: LoopbackServer
  let engineEnds: MessagePort[]

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'lectern-door-'))
    writeFileSync(join(root, 'index.html'), 'page')
    access = new Access()
    engineEnds = []
    const connect = () => {
      const { port1, port2 } = new MessageChannel()
      engineEnds.push(port2)
      return port1
    }
    const film = join(root, 'film')
    writeFileSync(film, '0123456789')
    const findMedium = async (hash: string) => (hash === 'film' ? { path: film, mime: 'video/quicktime' as const } : hash === 'gone' ? { path: join(root, 'gone'), mime: 'audio/wav' as const } : null)
    server = await startLoopbackServer({ root, access, connect, findMedium })
  })
  afterEach(async () => {
    await server.close()
    for (const port of engineEnds) port.close()
    rmSync(root, { recursive: true })
  })

  /** `fetch` will not send a Host or Origin of our choosing. */
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<{ status: number; cookie: string }> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: server.port, method, path, headers }, (response) => {
        response.resume().on('end', () => resolve({ status: response.statusCode ?? 0, cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? '' }))
      })
      asked.on('error', reject)
      asked.end(body)
    })
  const signIn = async (): Promise<string> => (await ask('POST', '/session', { origin: server.origin }, access.token)).cookie
  /** Opens a socket; answers the refusal's status, or 101. */
  const socket = (headers: Record<string, string>, path = '/engine'): Promise<number> =>
    new Promise((resolve) => {
      const opened = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers })
      opened.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
      opened.on('open', () => {
        opened.close()
        resolve(101)
      })
      opened.on('error', () => {})
    })

  it('gives the page to anybody on this computer, and a cookie to the token alone', async () => {
    expect(await ask('GET', '/')).toMatchObject({ status: 200 })
    expect(await ask('POST', '/session', { origin: server.origin }, 'wrong')).toEqual({ status: 403, cookie: '' })
    expect((await ask('POST', '/session', { origin: server.origin }, access.token)).cookie).toMatch(/^lectern-\d+=/)
  })

  it('gives films and sounds, whole and in pieces, to whoever has the cookie', async () => {
    const cookie = await signIn()
    const film = async (headers: Record<string, string>, method = 'GET') => {
      const answer = await fetch(`${server.origin}/media/film`, { method, headers: { cookie, ...headers } })
      return [answer.status, answer.headers.get('content-range'), answer.headers.get('content-length'), await answer.text()]
    }
    expect(await film({})).toEqual([200, null, '10', '0123456789'])
    expect(await film({ range: 'bytes=2-4' })).toEqual([206, 'bytes 2-4/10', '3', '234'])
    expect(await film({ range: 'bytes=-3' })).toEqual([206, 'bytes 7-9/10', '3', '789'])
    expect(await film({ range: 'bytes=10-' })).toEqual([416, 'bytes */10', '0', ''])
    expect(await film({ range: 'bytes=2-4', 'if-range': '"film"' })).toEqual([206, 'bytes 2-4/10', '3', '234'])
    expect(await film({ range: 'bytes=2-4', 'if-range': '"another"' })).toEqual([200, null, '10', '0123456789'])
    expect(await film({ range: 'bytes=2-4' }, 'HEAD')).toEqual([206, 'bytes 2-4/10', '3', ''])
    const { headers } = await fetch(`${server.origin}/media/film`, { headers: { cookie } })
    expect(['content-type', 'accept-ranges', 'etag', 'x-content-type-options'].map((name) => headers.get(name))).toEqual(['video/mp4', 'bytes', '"film"', 'nosniff'])
    expect(await Promise.all([ask('GET', '/media/film'), ask('GET', '/media/gone', { cookie }), ask('GET', '/media/..%2ffilm', { cookie })]).then((all) => all.map(({ status }) => status))).toEqual([403, 404, 404])
  })

  it('refuses another Host, against DNS rebinding', async () => {
    expect((await ask('GET', '/', { host: `evil.example:${server.port}` })).status).toBe(403)
    expect((await ask('GET', '/', { host: `localhost:${server.port}` })).status).toBe(403)
  })

  it('refuses the token from another page', async () => {
    expect((await ask('POST', '/session', { origin: 'http://evil.example' }, access.token)).status).toBe(403)
    expect((await ask('POST', '/session', {}, access.token)).status).toBe(403)
    expect(access.used).toBe(false)
  })

  it('cuts off a token that never ends', async () => {
    expect((await ask('POST', '/session', { origin: server.origin }, 'x'.repeat(100_000))).status).toBe(403)
  })

  it('refuses other methods', async () => {
    expect((await ask('PUT', '/')).status).toBe(405)
  })

  it('opens a socket to the engine with cookie and Origin', async () => {
    expect(await socket({ origin: server.origin, cookie: await signIn() })).toBe(101)
    expect(engineEnds).toHaveLength(1)
  })

  it.each([
    ['no cookie', (cookie: string) => ({ origin: server.origin, cookie: cookie.slice(0, 3) })],
    ['another page’s Origin', (cookie: string) => ({ origin: 'http://evil.example', cookie })],
    ['another port’s Origin', (cookie: string) => ({ origin: 'http://127.0.0.1:1', cookie })],
    ['another Host', (cookie: string) => ({ origin: server.origin, cookie, host: 'evil.example' })],
  ])('refuses a socket with %s', async (_what, headers) => {
    expect(await socket(headers(await signIn()))).toBe(403)
    expect(engineEnds).toHaveLength(0)
  })

  it('refuses a socket at another path', async () => {
    expect(await socket({ origin: server.origin, cookie: await signIn() }, '/other')).toBe(403)
  })

  it('closes the engine’s end when the window goes', async () => {
    const cookie = await signIn()
    const opened = new WebSocket(`ws://127.0.0.1:${server.port}/engine`, { headers: { origin: server.origin, cookie } })
    await new Promise((resolve) => opened.once('open', resolve))
    const closed = new Promise<void>((resolve) => engineEnds[0]?.once('close', resolve))
    opened.terminate()
    await closed
  })
})

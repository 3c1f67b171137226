import { existsSync, readFileSync } from 'node:fs'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Contract } from '../../src/shared/contract/index'
import { startBenchHost } from './bench-host'
import { FULL_SIZE, generatedLibrary } from './generated-library'

const sizes = process.env['BENCH_FULL'] === '1' ? [500, 20_000, FULL_SIZE] : [500, 20_000]
/** One of every class that search.bench.ts measures. */
const asked = ['教', '教育', '丁丙', '教育学校', '教育 案例', 'py', 'ytho']
const PAGES = 10
const EDITS = 100

type Engine = ContractRouterClient<Contract>

/** Calls the engine of a browser host as its window does: the token for a cookie, the cookie for a socket. */
async function connect(address: string): Promise<{ engine: Engine; close: () => void }> {
  const { origin, hash } = new URL(address)
  const session = await fetch(`${origin}/session`, { method: 'POST', headers: { origin }, body: new URLSearchParams(hash.slice(1)).get('token') ?? '' })
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/engine`, { headers: { origin, cookie: session.headers.get('set-cookie')?.split(';')[0] ?? '' } })
  return { engine: createORPCClient(new RPCLink({ websocket: socket })), close: () => socket.close() }
}

/** The process's largest resident size so far, in megabytes: of the whole host, the door and its window's files included. Linux alone tells it. */
const peakOf = (pid: number): number => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1000

/** What somebody does who looks for material, sorts and filters it, sees what is out of date, and edits a hundred pieces. */
async function session(engine: Engine, after: (deed: string) => void): Promise<void> {
  for (const text of asked) await engine.materials.search({ text, limit: 50 })
  after('search')
  for (let page = 0; page < PAGES; page++) await engine.materials.search({ text: '', order: 'title', limit: 50, offset: page * 50 })
  after('title order')
  await engine.finding.facets()
  await engine.materials.search({ text: '教育', filter: { kinds: ['case'], status: 'approved' }, limit: 50 })
  after('filters')
  await engine.freshness.report()
  after('freshness')
  const { hits } = await engine.materials.search({ text: '学校', limit: EDITS })
  for (const [index, { id }] of hits.entries()) await engine.materials.update({ id, changes: { tags: [`第 ${index} 次`] } })
  await engine.materials.search({ text: '', order: 'title', limit: 50 })
  after('edits')
}

describe.skipIf(!existsSync('/proc/self/status')).each(sizes)('the memory of the engine on a library of %i materials (skipped where there is no /proc to tell it)', (size) => {
  it('is measured through a session', async () => {
    const folder = generatedLibrary(size)
    const { address, pid, stop } = await startBenchHost(folder.path)
    try {
      const { engine, close } = await connect(address)
      const peaks: Record<string, number> = {}
      await engine.app.state()
      peaks['open'] = peakOf(pid)
      await session(engine, (deed) => (peaks[deed] = peakOf(pid)))
      close()
      console.log(`${size} materials, largest size of the host so far in MB (goal 250): ${Object.entries(peaks).map(([deed, peak]) => `${deed} ${peak.toFixed(0)}`).join(', ')}`)
      expect(Object.keys(peaks)).toEqual(['open', 'search', 'title order', 'filters', 'freshness', 'edits'])
    } finally {
      await stop()
      folder.remove()
    }
  })
})

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Contract } from '../../src/shared/contract/index'
import { aFolder } from '../main/library/a-library'
import { startBenchHost } from './bench-host'
import { writeDocuments } from './documents-to-import'
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

/** Documents of one import, of ten materials each but for the pictures among them. */
const documentsFor = (size: number): number => (size === FULL_SIZE ? 2000 : 100)

/**
 * The process's largest resident size since the last look, in megabytes: of the whole host, the door, its window's files and the threads of long work included,
 * 66 MB of the program itself among it. Linux alone tells it, and forgets it on request (man proc, "clear_refs").
 */
function peakOf(pid: number): number {
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1000
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  return peak
}

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

/** Brings in documents: read, compared with the library and with each other, accepted all at once. */
async function importing(engine: Engine, files: readonly string[], after: (deed: string) => void): Promise<void> {
  let importId: string | undefined
  const keys: { key: string; title: string }[] = []
  for (const file of files) {
    const content = new Blob([new Uint8Array(readFileSync(file))])
    for await (const event of await engine.imports.read({ files: [{ fileName: basename(file), content }], ...(importId === undefined ? {} : { into: importId }) })) {
      if (event.type !== 'finished') continue
      importId = event.importId
      for (const read of event.files) if (read.status === 'read') keys.push({ key: read.key, title: read.summary.title })
    }
  }
  after('reading')
  if (importId === undefined) return
  for await (const _ of await engine.imports.close({ importId })) continue
  after('comparing')
  await engine.imports.accept({ importId, files: keys })
  after('accepting')
}

/** Leaves the index to the next start, as a migration does that changes what it holds. */
function emptyIndex(folder: string): void {
  const database = new Sqlite(join(folder, 'library.db'))
  database.exec(`DELETE FROM search_blocks; DELETE FROM search_segments; DELETE FROM search_tombstones; DELETE FROM search_tail;
    INSERT INTO search_tail (no) SELECT no FROM materials; UPDATE search_version SET version = version + 1`)
  database.close()
}

describe.skipIf(!existsSync('/proc/self/status')).each(sizes)('the memory of the engine on a library of %i materials (skipped where there is no /proc to tell it)', (size) => {
  it('is measured through a session, the long deeds and an upgrade', async () => {
    const folder = generatedLibrary(size)
    const documents = aFolder()
    const { names } = writeDocuments(documents.path, documentsFor(size))
    const peaks: Record<string, number> = {}
    const inHost = async (deeds: (engine: Engine, after: (deed: string) => void) => Promise<void>) => {
      const { address, pid, stop } = await startBenchHost(folder.path)
      try {
        const { engine, close } = await connect(address)
        await deeds(engine, (deed) => (peaks[deed] = peakOf(pid)))
        close()
      } finally {
        await stop()
      }
    }
    try {
      await inHost(async (engine, after) => {
        await engine.app.state()
        after('open')
        await session(engine, after)
        await importing(engine, names, after)
        await engine.app.doctor()
        after('doctor')
        await engine.keeping.repair({ repair: 'rebuild-derived' })
        after('index anew')
      })
      emptyIndex(folder.path)
      await inHost(async (engine, after) => {
        await engine.materials.search({ text: '教育', limit: 50 })
        after('index after an upgrade')
      })
      console.log(`${size} materials, largest size of the host in MB at each deed (goal 250): ${Object.entries(peaks).map(([deed, peak]) => `${deed} ${peak.toFixed(0)}`).join(', ')}`)
      expect(Object.keys(peaks)).toEqual(['open', 'search', 'title order', 'filters', 'freshness', 'edits', 'reading', 'comparing', 'accepting', 'doctor', 'index anew', 'index after an upgrade'])
    } finally {
      documents.remove()
      folder.remove()
    }
  })
})

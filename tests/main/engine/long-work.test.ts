import { cpSync, readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startEngineWorker, type EngineWorker } from '../../../src/main/host/engine-worker'
import { openLibrary } from '../../../src/main/library/library'
import { failureOf } from '../../../src/shared/contract/failure'
import type { Contract } from '../../../src/shared/contract/index'
import type { LongWork } from '../../../src/shared/contract/long-work'
import type { MaterialId } from '../../../src/shared/model/ids'
import { generatedLibrary } from '../../bench/generated-library'
import { aFolder, anEnvironment } from '../library/a-library'

type Client = ContractRouterClient<Contract>

const MANY = 1500
const entry = pathToFileURL(resolve('out/main/engine.js'))

/** A long call that has not come to its end yet, and whether it has. */
const follow = <T>(call: Promise<T>): { ended: () => boolean; answer: Promise<T> } => {
  let ended = false
  const answer = call.finally(() => (ended = true))
  answer.catch(() => undefined)
  return { ended: () => ended, answer }
}

const failure = async (call: Promise<unknown>): Promise<string> => call.then(() => 'none', (error: unknown) => failureOf(error).code)

describe('long work, in an engine that is built', () => {
  let original: ReturnType<typeof generatedLibrary>
  let folder: ReturnType<typeof aFolder>
  let engine: EngineWorker
  let client: Client
  let ids: MaterialId[]
  const open = async (): Promise<void> => {
    engine = await startEngineWorker(entry, { folder: folder.path, version: '0.0.0' })
    const port = engine.connect()
    client = createORPCClient(new RPCLink({ port }))
    port.start()
  }
  const tagged = async (tag: string): Promise<number> => (await client.materials.search({ text: '', filter: { tags: [tag] }, limit: 1 })).total
  /** Resolves when something under way has come so far. */
  const reached = async (steps: number): Promise<LongWork> => {
    for await (const { works } of await client.longWork.underWay()) if (works[0] && works[0].done >= steps) return works[0]
    throw new Error('It ended before.')
  }

  beforeAll(() => {
    original = generatedLibrary(MANY)
    const library = openLibrary(original.path, anEnvironment())
    ids = library.materials.list().map(({ id }) => id)
    library.close()
  })
  afterAll(() => original.remove())
  beforeEach(async () => {
    folder = aFolder()
    cpSync(original.path, folder.path, { recursive: true })
    await open()
  })
  afterEach(async () => {
    await engine.close()
    folder.remove()
  })

  it('lets searches be answered meanwhile, which see all of it or nothing', async () => {
    const edit = follow(client.bulk.edit({ ids, changes: { addTags: ['示例标记'] } }))
    const seen: number[] = []
    while (!edit.ended()) seen.push(await tagged('示例标记'))
    expect(await edit.answer).toEqual({ changed: MANY })
    // The last one may have been asked when the edit was stored already, and answered before it.
    expect(seen.slice(0, -1).every((total) => total === 0 || total === MANY)).toBe(true)
    expect(seen.filter((total) => total === 0).length).toBeGreaterThan(10)
    expect(await tagged('示例标记')).toBe(MANY)
    expect((await client.app.doctor()).problems).toEqual([])
  })

  it('lets what is written meanwhile wait for its turn, and loses neither', async () => {
    const talk = await client.talks.create({ title: '甲', format: 'policy+case', audience: '', minutes: 10, language: 'zh-CN' })
    const edit = follow(client.bulk.edit({ ids, changes: { school: '示例小学' } }))
    await reached(1)
    const saved = await client.talks.save({ id: talk.id, markdown: `${talk.markdown}\n一句。\n`, revision: talk.revision })
    expect((await client.materials.search({ text: '', filter: { schools: ['示例小学'] }, limit: 1 })).total).toBe(MANY)
    expect((await client.talks.get({ id: talk.id })).markdown).toBe(saved.markdown)
    expect(await edit.answer).toEqual({ changed: MANY })
  })

  it('overwrites nothing that is stored while it begins', async () => {
    const edit = follow(client.bulk.edit({ ids, changes: { school: '示例小学' } }))
    const titled = new Map<MaterialId, string>()
    for (const [index, id] of ids.toReversed().entries()) {
      if (edit.ended() || index === 300) break
      await client.materials.update({ id, changes: { title: `后改的 ${index}` } })
      titled.set(id, `后改的 ${index}`)
    }
    await edit.answer
    for (const [id, title] of titled) expect((await client.materials.get({ id })).material).toMatchObject({ title, school: '示例小学' })
    expect(titled.size).toBeGreaterThan(1)
  })

  it('is one deed: undone and done again as a whole, search and order of titles with it', async () => {
    const first = async () => {
      const { total, hits } = await client.materials.search({ text: '', order: 'title', limit: 50 })
      expect(hits).toHaveLength(Math.min(total, 50))
      return total
    }
    expect(await first()).toBe(MANY)
    expect(await client.materials.remove({ ids })).toEqual({ removed: MANY })
    expect(await first()).toBe(0)
    expect((await client.app.undo()).undone?.label.en).toBe(`Delete ${MANY} materials`)
    expect(await first()).toBe(MANY)
    expect((await client.app.redo()).redone?.label.en).toBe(`Delete ${MANY} materials`)
    expect(await first()).toBe(0)
    expect(await client.trash.restore({ ids })).toEqual({ restored: MANY })
    expect((await client.app.doctor()).problems).toEqual([])
  })

  it('leaves nothing when it is stopped by whoever sees it', async () => {
    const before = await client.app.history()
    const edit = follow(client.bulk.edit({ ids, changes: { addTags: ['示例标记'] } }))
    const { id, title, total } = await reached(20)
    expect([title.en, total]).toEqual([`Editing ${MANY} materials`, MANY])
    await client.longWork.stop({ id })
    expect(await failure(edit.answer)).toBe('cancelled')
    expect(await tagged('示例标记')).toBe(0)
    expect(await client.app.history()).toEqual(before)
    expect((await client.app.doctor()).problems).toEqual([])
  })

  it('gives up a look at the library at once, and looks again', async () => {
    const check = follow(client.app.doctor())
    const { id } = await reached(0)
    await client.longWork.stop({ id })
    expect(await failure(check.answer)).toBe('cancelled')
    expect((await client.app.doctor()).problems).toEqual([])
  })

  it('leaves nothing when the caller goes away', async () => {
    const stop = new AbortController()
    const removed = client.materials.remove({ ids }, { signal: stop.signal })
    const gone = failure(removed)
    await reached(20)
    stop.abort()
    await gone
    // Written after it: the turn has been given back.
    await client.app.changeSettings({ pace: 201 })
    expect((await client.materials.search({ text: '', limit: 1 })).total).toBe(MANY)
  })

  it('leaves nothing when the engine is closed in the middle of it', async () => {
    const edit = failure(client.bulk.edit({ ids, changes: { addTags: ['示例标记'] } }))
    await reached(20)
    await engine.close()
    void edit
    await open()
    expect(await tagged('示例标记')).toBe(0)
    expect((await client.app.doctor()).problems).toEqual([])
  })

  it('makes the index anew while searches are answered from the old one', async () => {
    const repair = follow(client.keeping.repair({ repair: 'rebuild-derived' }))
    const seen: number[] = []
    while (!repair.ended()) seen.push((await client.materials.search({ text: '教', limit: 1 })).total)
    expect((await repair.answer).problems).toEqual([])
    expect(new Set(seen).size).toBe(1)
    expect(seen.length).toBeGreaterThan(10)
  })

  const packAll = async (form: 'bundle' | 'markdown', whenUnderWay: () => boolean = () => false): Promise<{ bytes: number; told: number } | null> => {
    let told = 0
    for await (const event of await client.leaving.pack({ form })) {
      if (event.type === 'finished') return { bytes: (await client.leaving.take({ ticket: event.ticket })).size, told }
      expect(event.done).toBeLessThanOrEqual(event.total)
      told++
      if (whenUnderWay()) return null
    }
    throw new Error('It ended without a file.')
  }

  it.each([['bundle' as const], ['markdown' as const]])('packs a %s while searches are answered, and changes are kept', async (form) => {
    const pack = follow(packAll(form))
    const seen: number[] = []
    while (!pack.ended()) {
      await client.materials.update({ id: ids[seen.length % MANY] as MaterialId, changes: { school: '示例小学' } })
      seen.push((await client.materials.search({ text: '', filter: { schools: ['示例小学'] }, limit: 1 })).total)
    }
    const packed = await pack.answer
    expect(packed?.bytes).toBeGreaterThan(MANY * 100)
    expect(seen.length).toBeGreaterThan(10)
    expect((await client.app.doctor()).problems).toEqual([])
  })

  const unfinished = () => readdirSync(folder.path, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('outgoing'))

  it('leaves no file when packing is stopped, and packs again', async () => {
    let during: string[] = []
    expect(
      await packAll('markdown', () => {
        during = unfinished()
        return true
      }),
    ).toBe(null)
    expect(during).toHaveLength(1)
    await expect.poll(unfinished).toEqual([])
    expect(await packAll('bundle')).not.toBe(null)
    expect(unfinished()).toEqual([])
  })

  it('takes a document of hundreds of clauses in while searches are answered, as one deed', async () => {
    const plan = ['示例规划', ...Array.from({ length: 400 }, (_, index) => `${index + 1}.第 ${index + 1} 条\n建设示例资源库，第 ${index + 1} 次。`)].join('\n')
    let importId = ''
    let key = ''
    for await (const event of await client.imports.read({ files: [{ fileName: '规划.txt', content: new Blob([plan]) }] })) {
      if (event.type !== 'finished') continue
      importId = event.importId
      key = event.files[0]?.key ?? ''
    }
    const accepting = follow(client.imports.accept({ importId, files: [{ key, title: '示例规划', leftOut: [], changed: [], versions: [], replacements: [] }] }))
    const seen: number[] = []
    while (!accepting.ended()) seen.push((await client.materials.search({ text: '示例资源库', limit: 1 })).total)
    const { materials } = await accepting.answer
    expect(materials).toBeGreaterThan(100)
    expect(seen.slice(0, -1).every((total) => total === seen[0] || total === (seen[0] ?? 0) + materials)).toBe(true)
    expect((await client.materials.search({ text: '第 399 条', limit: 1 })).total).toBeGreaterThan(0)
    await client.app.undo()
    expect((await client.app.state()).counts).toMatchObject({ materials: MANY })
    expect((await client.app.doctor()).problems).toEqual([])
  })

  it('tells every room that a deed has changed', async () => {
    const changes = await client.app.changes()
    const next = changes.next()
    await client.materials.remove({ ids })
    expect((await next).value).toEqual({ rooms: ['materials'] })
    await changes.return?.()
  })

  it('tidies up after an upgrade in small steps, for all to see, while the library is used', async () => {
    await engine.close()
    const library = openLibrary(folder.path, anEnvironment())
    library.nearDuplicates.sql.run(`UPDATE meta SET value = 'another' WHERE name = 'sketch-version'`)
    library.close()
    await open()
    const seen: LongWork[] = []
    for await (const { works } of await client.longWork.underWay()) {
      seen.push(...works)
      if (works.length === 0 && seen.length > 0) break
    }
    expect(seen[0]?.title['zh-CN']).toContain('正在整理素材库')
    expect(seen.at(-1)?.total).toBe(MANY)
    await engine.close()
    const after = openLibrary(folder.path, anEnvironment())
    expect(after.nearDuplicates.sketchMore()).toBe(null)
    expect(after.nearDuplicates.strays()).toBe(0)
    after.close()
    await open()
  })
})

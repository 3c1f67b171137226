// oxlint-disable unicorn/require-post-message-target-origin -- ports between threads, not windows
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEngineWorker, type EngineWorker } from '../../../src/main/host/engine-worker'
import { failureOf } from '../../../src/shared/contract/failure'
import type { Restored, RestoreEvent } from '../../../src/shared/contract/keeping'
import type { Contract } from '../../../src/shared/contract/index'
import { backupName } from '../../../src/main/library/backup/backup-name'
import { aDraft } from '../library/a-library'
import { aFirstLibrary } from '../library/schema/a-first-library'

type Client = ContractRouterClient<Contract>

async function last<T>(events: AsyncIterable<T>): Promise<T> {
  let seen: T | undefined
  for await (const event of events) seen = event
  if (seen === undefined) throw new Error('The stream was empty.')
  return seen
}

const failure = async (call: Promise<unknown>): Promise<string> => call.then(() => 'none', (error: unknown) => failureOf(error).code)

/** What a restore comes to. */
async function restored(events: Promise<AsyncIterable<RestoreEvent>>): Promise<Restored> {
  const end = await last(await events)
  if (end.type !== 'finished') throw new Error('It was not finished.')
  return end.restored
}

describe('backups and bundles over the wire', () => {
  let folder: string
  let engines: EngineWorker[]
  const entry = resolve('out/main/engine.js')
  const start = async (name: string): Promise<Client> => {
    const engine = await startEngineWorker(pathToFileURL(entry), { folder: join(folder, name), version: '0.0.0' })
    engines.push(engine)
    const port = engine.connect()
    const client: Client = createORPCClient(new RPCLink({ port }))
    port.start()
    return client
  }
  /** A backup of a library of the first schema, 3,000 materials, among those of `library`. @returns its name */
  const anOlderBackup = (): string => {
    aFirstLibrary(join(folder, 'older'), 3000)
    const name = backupName(1_700_000_000_000, 'by-hand')
    mkdirSync(join(folder, 'library', 'backups'), { recursive: true })
    copyFileSync(join(folder, 'older', 'library.db'), join(folder, 'library', 'backups', name))
    return name
  }
  beforeEach(() => {
    if (!existsSync(entry)) throw new Error('out/main/engine.js is missing: run `npm run build` first.')
    folder = mkdtempSync(join(tmpdir(), 'lectern-keeping-'))
    engines = []
  })
  afterEach(async () => {
    await Promise.all(engines.map((engine) => engine.close()))
    rmSync(folder, { recursive: true, force: true })
  })

  it('makes a backup, checked in a thread of its own, restores it, and restores what that replaced', async () => {
    const client = await start('library')
    await client.materials.create(aDraft({ title: '一' }))
    const made = await last(await client.keeping.backUp())
    if (made.type !== 'finished') throw new Error('It was not finished.')
    expect(await client.keeping.backups()).toEqual([made.backup])
    await client.materials.create(aDraft({ title: '二' }))
    const changes = await client.app.changes()
    const told = changes.next()
    const { kept, counts } = await restored(client.keeping.restore({ name: made.backup.name }))
    expect(counts.materials).toBe(1)
    expect((await told).value).toEqual({ rooms: ['materials', 'sources', 'talks', 'schools', 'settings'] })
    expect((await client.app.state()).counts.materials).toBe(1)
    await restored(client.keeping.restore({ name: kept?.name ?? '' }))
    expect((await client.app.state()).counts.materials).toBe(2)
    expect(await failure(restored(client.keeping.restore({ name: '../library.db' })))).toBe('backup-not-found')
    await changes.return?.()
  })

  it('answers from the library as it is while a backup of an earlier Lectern is brought on, and says how far that is', async () => {
    const client = await start('library')
    await client.materials.create(aDraft({ title: '现在的' }))
    const name = anOlderBackup()
    const parts = new Set<string>()
    let answered = 0
    let end: Restored | null = null
    for await (const event of await client.keeping.restore({ name })) {
      if (event.type === 'finished') end = event.restored
      else if (event.doing !== undefined) {
        parts.add(event.doing)
        // Not until it is finished is anything exchanged; an answer after this event may come from the library that was restored.
        const { counts } = await client.app.state()
        if (counts.materials === 1) answered++
      }
    }
    expect(parts.size).toBeGreaterThan(0)
    expect(answered).toBeGreaterThan(0)
    expect(end?.counts.materials).toBe(3000)
    expect((await client.materials.search({ text: '常态化', limit: 1 })).total).toBe(3000)
    expect((await client.app.doctor()).problems).toEqual([])
    // The copy alone was brought on: the backup is what it was, and nothing was backed up but what was replaced.
    expect((await client.keeping.backups()).map(({ reason }) => reason)).toEqual(['before-restore', 'by-hand'])
    expect(readdirSync(join(folder, 'library')).filter((file) => file.includes('restoring'))).toEqual([])
  })

  it('is stopped while a backup of an earlier Lectern is brought on, and has changed nothing', async () => {
    const client = await start('library')
    await client.materials.create(aDraft({ title: '现在的' }))
    const name = anOlderBackup()
    for await (const event of await client.keeping.restore({ name })) if (event.type === 'progress' && event.doing !== undefined) break
    await expect.poll(() => readdirSync(join(folder, 'library')).filter((file) => file.includes('restoring')), { timeout: 30_000 }).toEqual([])
    expect((await client.app.state()).counts.materials).toBe(1)
    expect((await client.keeping.backups()).map(({ reason }) => reason)).toEqual(['by-hand'])
  })

  it('hands out a backup file once, and another engine takes it in', async () => {
    const [one, other] = [await start('one'), await start('other')]
    await one.materials.create(aDraft({ title: '一' }))
    const packed = await last(await one.leaving.pack({ form: 'backup' }))
    if (packed.type !== 'finished') throw new Error('It was not finished.')
    expect(packed).toMatchObject({ fileName: 'one.lectern-backup', counts: { materials: 1 }, warnings: [] })
    const file = await one.leaving.take({ ticket: packed.ticket })
    expect(file.size).toBe(packed.bytes)
    expect(await failure(one.leaving.take({ ticket: packed.ticket }))).toBe('file-gone')
    expect(readdirSync(join(folder, 'one', 'backups'))).toEqual([])
    const { backupId, ...contents } = await other.keeping.open({ content: file })
    expect(contents).toMatchObject({ counts: { sources: 0, materials: 1, talks: 0 }, assets: 0, bytes: packed.bytes, madeBy: '0.0.0', ours: false })
    expect((await other.app.state()).counts.materials).toBe(0)
    expect(await restored(other.keeping.restore({ backupId }))).toMatchObject({ counts: { materials: 1 } })
    expect((await other.app.state()).counts.materials).toBe(1)
    expect(await failure(restored(other.keeping.restore({ backupId })))).toBe('backup-gone')
    expect(await failure(other.keeping.open({ content: new Blob(['some words, and no backup']) }))).toBe('not-a-backup')
    expect(await failure(other.leaving.open({ content: file }))).toBe('a-backup')
  })

  it('opens a bundle without changing anything, and merges it when told to', async () => {
    const [one, other] = [await start('one'), await start('other')]
    const material = await one.materials.create(aDraft({ title: '一' }))
    await one.materials.create(aDraft({ title: '二' }))
    const packed = await last(await one.leaving.pack({ form: 'bundle', only: { materials: [material.id], talks: [] } }))
    if (packed.type !== 'finished') throw new Error('It was not finished.')
    const file = await one.leaving.take({ ticket: packed.ticket })
    const opened = await other.leaving.open({ content: file })
    expect(opened).toMatchObject({ ours: false, standing: { new: 1 }, records: [{ type: 'material', title: '一', standing: 'new' }] })
    expect((await other.app.state()).counts.materials).toBe(0)
    expect(await other.leaving.merge({ bundleId: opened.bundleId })).toMatchObject({ added: 1 })
    expect(await failure(other.leaving.merge({ bundleId: opened.bundleId }))).toBe('bundle-gone')
    expect((await other.materials.get({ id: material.id })).material.title).toBe('一')
    expect((await other.app.history()).undo?.label.en).toBe('Merge a bundle (1 record)')
    expect(readdirSync(join(folder, 'other', 'backups'))).toEqual([])
  })

  it('gives the library as a zip of Markdown files', async () => {
    const client = await start('library')
    await client.materials.create(aDraft({ title: '一' }))
    const packed = await last(await client.leaving.pack({ form: 'markdown' }))
    if (packed.type !== 'finished') throw new Error('It was not finished.')
    const bytes = Buffer.from(await (await client.leaving.take({ ticket: packed.ticket })).arrayBuffer())
    expect([bytes.toString('latin1', 0, 4), packed.fileName]).toEqual(['PK\x03\x04', 'library.zip'])
  })
})

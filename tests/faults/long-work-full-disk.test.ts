import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startEngineWorker, type EngineWorker } from '../../src/main/host/engine-worker'
import { checkCopy } from '../../src/main/library/backup/check-copy'
import { openLibrary } from '../../src/main/library/library'
import { packBundle } from '../../src/main/use-cases/pack-library'
import { failureOf } from '../../src/shared/contract/failure'
import type { Contract } from '../../src/shared/contract/index'
import type { MaterialId } from '../../src/shared/model/ids'
import { generatedLibrary } from '../bench/generated-library'
import { aFolder, anEnvironment } from '../main/library/a-library'
import { smallDisk } from './small-disk'

const MATERIALS = 400
const KB = 1024
/** Room for a small change, too little for any of the deeds below. */
const FREE = 96 * KB

const disk = smallDisk(32)
afterAll(() => disk.remove())

/** Everything in a folder, by name, without what comes and goes with an open library. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(?:lock|library\.db-(?:wal|shm))$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()

describe.skipIf(disk.reason !== null)(`a disk that fills up under long work, in an engine that is built${disk.reason === null ? '' : ` (skipped: ${disk.reason})`}`, () => {
  const folder = join(disk.path, 'library')
  const outside = aFolder()
  let original: ReturnType<typeof generatedLibrary>
  let bundle: Blob
  let ids: MaterialId[]
  let engine: EngineWorker
  let client: ContractRouterClient<Contract>

  beforeAll(async () => {
    original = generatedLibrary(MATERIALS)
    // By the engine's version: nothing is stored when it opens the library, and no backup of the day is due in the middle of a test.
    const library = openLibrary(original.path, anEnvironment({ version: '0.0.0' }))
    await library.backups.make('by-hand', { check: async (file) => checkCopy(file) })
    ids = library.materials.list().map(({ id }) => id)
    library.close()
    const theirs = generatedLibrary(MATERIALS - 1)
    const other = openLibrary(theirs.path, anEnvironment())
    await packBundle(other, join(outside.path, '示例.lectern'), null, {})
    other.close()
    theirs.remove()
    bundle = new Blob([new Uint8Array(readFileSync(join(outside.path, '示例.lectern')))])
  })
  afterAll(() => {
    original.remove()
    outside.remove()
  })
  beforeEach(async () => {
    if (!existsSync('out/main/engine.js')) throw new Error('out/main/engine.js is missing: run `npm run build` first.')
    cpSync(original.path, folder, { recursive: true })
    engine = await startEngineWorker(pathToFileURL(resolve('out/main/engine.js')), { folder, version: '0.0.0' })
    const port = engine.connect()
    client = createORPCClient(new RPCLink({ port }))
    port.start()
  })
  afterEach(async () => {
    await engine.close()
    disk.makeRoom()
    rmSync(folder, { recursive: true, force: true })
  })

  const facts = async () => ({
    counts: (await client.app.state()).counts,
    history: await client.app.history(),
    found: (await client.materials.search({ text: '教育', limit: 1 })).total,
    school: (await client.materials.search({ text: '', filter: { schools: ['示例小学'] }, limit: 1 })).total,
    files: filesIn(folder),
  })

  /** The deed on a full disk, twice; then again when there is room. */
  const failsWholeThenGoesOn = async (deed: () => Promise<unknown>, chinese: RegExp): Promise<void> => {
    const before = await facts()
    disk.fillBut(FREE)
    for (const attempt of ['first', 'second']) {
      const failure = await deed().then(() => null, failureOf)
      expect([attempt, failure?.code]).toEqual([attempt, 'disk-full'])
      expect(failure?.message['zh-CN']).toMatch(chinese)
      expect(await facts()).toEqual(before)
    }
    disk.makeRoom()
    await deed()
    expect((await client.app.doctor()).problems).toEqual([])
  }

  it('leaves a bulk edit undone, and does it when there is room', async () => {
    await failsWholeThenGoesOn(() => client.bulk.edit({ ids, changes: { school: '示例小学' } }), /磁盘已满/)
    expect((await facts()).school).toBe(MATERIALS)
    await client.app.undo()
    expect((await facts()).school).toBe(0)
  })

  it('leaves a bundle unmerged', async () => {
    const { bundleId, standing } = await client.leaving.open({ content: new File([bundle], '示例.lectern') })
    await failsWholeThenGoesOn(() => client.leaving.merge({ bundleId }), /磁盘已满/)
    expect((await facts()).counts.materials).toBe(MATERIALS + (MATERIALS - 1))
    expect(standing.new).toBeGreaterThan(MATERIALS - 1)
  })

  it('goes on finding everything by the old index when there is no room for a new one', async () => {
    await failsWholeThenGoesOn(() => client.keeping.repair({ repair: 'rebuild-derived' }), /磁盘已满/)
  })

  it('keeps a document under review that there is no room to take in', async () => {
    const plan = ['示例规划', ...Array.from({ length: 300 }, (_, index) => `${index + 1}.第 ${index + 1} 条\n${'建设示例资源库。'.repeat(40)}第 ${index + 1} 次。`)].join('\n')
    let accept: Parameters<typeof client.imports.accept>[0] | null = null
    for await (const event of await client.imports.read({ files: [{ fileName: '规划.txt', content: new Blob([plan]) }] })) {
      if (event.type === 'finished') accept = { importId: event.importId, files: [{ key: event.files[0]?.key ?? '', title: '示例规划', leftOut: [], changed: [], versions: [], replacements: [] }] }
    }
    if (accept === null) throw new Error('Nothing was read.')
    const wish = accept
    await failsWholeThenGoesOn(() => client.imports.accept(wish), /磁盘已满/)
    expect((await facts()).counts).toMatchObject({ sources: 2 })
  })

  it('keeps the library when there is no room to unpack a backup beside it', async () => {
    const [backup] = await client.keeping.backups()
    const restore = async (): Promise<void> => {
      for await (const event of await client.keeping.restore({ name: backup?.name ?? '' })) if (event.type === 'finished') expect(event.restored.counts.materials).toBe(MATERIALS)
    }
    await failsWholeThenGoesOn(restore, /磁盘已满/)
  })
})

import Sqlite from 'better-sqlite3'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEngineWorker, type EngineWorker } from '../../../src/main/host/engine-worker'
import { openLibrary } from '../../../src/main/library/library'
import { needsUpgrade } from '../../../src/main/library/schema/needs-upgrade'
import { migrations } from '../../../src/main/library/schema/migrations'
import { failureOf } from '../../../src/shared/contract/failure'
import type { Contract } from '../../../src/shared/contract/index'
import { openingDeeds, type OpeningStep } from '../../../src/shared/contract/opening'
import { openingSentence } from '../../../src/shared/opening-sentence'
import { aFolder, anEnvironment } from '../library/a-library'
import { aFirstLibrary } from '../library/schema/a-first-library'

const MANY = 3000

describe('opening the library of an earlier Lectern, in an engine that is built', () => {
  let folder: ReturnType<typeof aFolder>
  let engine: EngineWorker | null = null
  const start = async (): Promise<ContractRouterClient<Contract>> => {
    if (!existsSync('out/main/upgrade.js')) throw new Error('out/main/upgrade.js is missing: run `npm run build` first.')
    engine = await startEngineWorker(pathToFileURL(resolve('out/main/engine.js')), { folder: folder.path, version: '0.0.0' })
    const port = engine.connect()
    const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port }))
    port.start()
    return client
  }
  beforeEach(() => {
    folder = aFolder()
  })
  afterEach(async () => {
    await engine?.close()
    engine = null
    folder.remove()
  })

  it('tells what it does while it does it, lets calls wait, and opens with everything there', async () => {
    aFirstLibrary(folder.path, MANY)
    const client = await start()
    const waiting = client.materials.search({ text: '常态化', limit: 1 })
    const steps: OpeningStep[] = []
    for await (const step of await client.opening.steps()) steps.push(step)
    // A window that comes late hears of what is being done then, and of all that follows.
    expect(steps.at(-1)).toMatchObject({ doing: 'indexing', total: MANY })
    const places = steps.map(({ doing, done }) => openingDeeds.indexOf(doing) * MANY + done)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect((await waiting).total).toBe(MANY)
    expect((await client.keeping.backups()).map(({ reason }) => reason)).toContain('before-upgrade')
    expect((await client.app.doctor()).problems).toEqual([])
  })

  it('says nothing of a library that is up to date', async () => {
    openLibrary(folder.path, anEnvironment()).close()
    const client = await start()
    const steps: OpeningStep[] = []
    for await (const step of await client.opening.steps()) steps.push(step)
    expect(steps).toEqual([])
  })

  it('is closed in the middle of it without a loss, and goes on with the next start', async () => {
    aFirstLibrary(folder.path, MANY)
    const client = await start()
    for await (const step of await client.opening.steps()) if (step.doing !== 'backing-up') break
    await engine?.close()
    engine = null
    const library = openLibrary(folder.path, anEnvironment())
    expect(library.counts().materials).toBe(MANY)
    expect(library.doctor().problems).toEqual([])
    library.close()
  })

  it('says why a library cannot be brought on, and leaves it as it was', async () => {
    aFirstLibrary(folder.path, 1, (database) => database.exec('CREATE TABLE collections (theirs TEXT)'))
    const client = await start()
    const failure = await (async () => {
      for await (const step of await client.opening.steps()) void step
      return null
    })().catch(failureOf)
    expect(failure).toMatchObject({ code: 'migration-failed', message: { 'zh-CN': expect.stringContaining('已保持原样') as string } })
    await expect(engine?.opened).rejects.toMatchObject({ code: 'migration-failed' })
    const database = new Sqlite(join(folder.path, 'library.db'), { readonly: true })
    expect(database.pragma('user_version', { simple: true })).toBe(1)
    database.close()
    expect(readdirSync(join(folder.path, 'backups'))).toHaveLength(1)
  })
})

describe('what is to be done before a library is open', () => {
  it('is seen at the file alone', () => {
    const [first, ours] = [aFolder(), aFolder()]
    aFirstLibrary(first.path)
    openLibrary(ours.path, anEnvironment()).close()
    expect([first, ours].map(({ path }) => needsUpgrade(join(path, 'library.db')))).toEqual([true, false])
    expect(needsUpgrade(join(ours.path, 'nothing.db'))).toBe(false)
    for (const { remove } of [first, ours]) remove()
  })

  it('is told in its order to whoever opens it', () => {
    const folder = aFolder()
    aFirstLibrary(folder.path, 600)
    const told: string[] = []
    openLibrary(folder.path, anEnvironment({ opening: (step) => told.push(openingSentence(step)['zh-CN']) })).close()
    expect(told.slice(0, 3)).toEqual(['升级之前正在备份…', `正在升级 1/${migrations.length - 1}…`, `正在升级 2/${migrations.length - 1}…`])
    expect(told.at(-1)).toBe('正在准备搜索，96%')
    folder.remove()
  })
})

import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backupName } from '../../src/main/library/backup/backup-name'
import { aFolder } from '../main/library/a-library'
import { startBenchHost } from './bench-host'
import { writeDocuments } from './documents-to-import'
import { connectTo, type HostedEngine } from './engine-of-host'
import { FULL_SIZE, generatedLibrary } from './generated-library'
import { writeOlderLibrary } from './older-library'
import { forgetPeak, peakOf, TELLS_PEAKS } from './resident-peak'

/** Megabytes that the process of the engine may take at its largest, whatever is done: its door, the files of its window and the threads of long work included. */
const GOAL = 250
const sizes = process.env['BENCH_FULL'] === '1' ? [500, 20_000, FULL_SIZE] : [500, 20_000]
/** One of every class that search.bench.ts measures. */
const asked = ['教', '教育', '丁丙', '教育学校', '教育 案例', 'py', 'ytho']
const PAGES = 10
const EDITS = 100

type Measured = (deed: string) => void

/** Documents of one import, of ten materials each but for the pictures among them. */
const documentsFor = (size: number): number => (size === FULL_SIZE ? 2000 : 100)

const last = async <T>(events: AsyncIterable<T>): Promise<T | undefined> => {
  let seen: T | undefined
  for await (const event of events) seen = event
  return seen
}

/** What somebody does who looks for material, sorts and filters it, sees what is out of date, and edits a hundred pieces. */
async function session(engine: HostedEngine, measured: Measured): Promise<void> {
  for (const text of asked) await engine.materials.search({ text, limit: 50 })
  measured('searches')
  for (let page = 0; page < PAGES; page++) await engine.materials.search({ text: '', order: 'title', limit: 50, offset: page * 50 })
  measured('order of titles')
  await engine.finding.facets()
  await engine.materials.search({ text: '教育', filter: { kinds: ['case'], status: 'approved' }, limit: 50 })
  measured('filters')
  await engine.freshness.report()
  measured('freshness')
  const { hits } = await engine.materials.search({ text: '学校', limit: EDITS })
  for (const [index, { id }] of hits.entries()) await engine.materials.update({ id, changes: { tags: [`第 ${index} 次`] } })
  await engine.materials.search({ text: '', order: 'title', limit: 50 })
  measured('edits')
}

/** Brings in documents: read, compared with the library and with each other, accepted all at once. */
async function importing(engine: HostedEngine, files: readonly string[], measured: Measured): Promise<void> {
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
  measured('reading documents')
  if (importId === undefined) throw new Error('Nothing was read.')
  await last(await engine.imports.close({ importId }))
  measured('comparing them')
  await engine.imports.accept({ importId, files: keys })
  measured('accepting them')
}

/** Pairs of near-duplicates in the first pages of the walk over the whole library. */
async function nearDuplicates(engine: HostedEngine): Promise<void> {
  let after: number | null = 0
  for (let page = 0; page < PAGES && after !== null; page++) after = (await engine.versions.duplicates({ after })).next
}

describe.skipIf(!TELLS_PEAKS).each(sizes)('the memory of the engine on a library of %i materials (skipped where there is no /proc to tell it)', (size) => {
  const peaks = new Map<string, number>()
  let folder: ReturnType<typeof generatedLibrary>
  const place = aFolder()
  const older = join(place.path, 'older.db')
  beforeAll(() => {
    folder = generatedLibrary(size)
    writeOlderLibrary(folder.path, older)
  })
  afterAll(() => {
    for (const { remove } of [folder, place]) remove()
    const table = [...peaks].map(([deed, peak]) => `  ${peak.toFixed(0).padStart(4)}  ${deed}`)
    console.log([`${size} materials, megabytes of the process at its largest in each deed, of ${GOAL}:`, ...table].join('\n'))
  })

  const note = (deed: string, peak: number): void => {
    peaks.set(deed, peak)
    expect.soft(peak, deed).toBeLessThanOrEqual(GOAL)
  }
  /** In a host of its own. */
  const inHost = async (deeds: (engine: HostedEngine, measured: Measured, forget: () => void) => Promise<void>, library = folder.path): Promise<void> => {
    const { address, pid, stop } = await startBenchHost(library)
    try {
      const { engine, close } = await connectTo(address)
      const forget = () => forgetPeak(pid)
      const measured = (deed: string) => {
        note(deed, peakOf(pid))
        forget()
      }
      await deeds(engine, measured, forget)
      close()
    } finally {
      await stop()
    }
  }
  /** After a session, of which the engine keeps what it needs for the next search and list. */
  const afterASession = (deed: string, work: (engine: HostedEngine) => Promise<unknown>): Promise<void> =>
    inHost(async (engine, measured, forget) => {
      await session(engine, forget)
      await work(engine)
      measured(deed)
    })
  /** In a process that does nothing else. */
  const onCommandLine = async (deed: string, words: readonly string[]): Promise<void> => {
    const child = spawn(process.execPath, ['out/main/cli.js', ...words, '--library', folder.path], { stdio: 'ignore' })
    const code = new Promise<number | null>((resolve) => child.once('exit', resolve))
    let peak = 0
    const look = setInterval(() => {
      const now = child.exitCode === null && child.pid !== undefined ? peakOf(child.pid) : Number.NaN
      if (now > peak) peak = now
    }, 20)
    try {
      expect(await code).toBe(0)
    } finally {
      clearInterval(look)
    }
    note(deed, peak)
  }

  it('stays within the goal through a session', () =>
    inHost(async (engine, measured) => {
      await engine.app.state()
      measured('opening')
      await session(engine, measured)
      await nearDuplicates(engine)
      measured('near-duplicates in the library')
    }))
  it('stays within the goal while the doctor looks', () => afterASession('doctor', (engine) => engine.app.doctor()))
  it('stays within the goal while the index is made anew', () => afterASession('index anew', (engine) => engine.keeping.repair({ repair: 'rebuild-derived' })))
  it('stays within the goal while a backup is made and restored', async () => {
    await afterASession('backup', async (engine) => last(await engine.keeping.backUp()))
    await afterASession('restore', async (engine) => last(await engine.keeping.restore({ name: (await engine.keeping.backups())[0]?.name ?? '' })))
    rmSync(join(folder.path, 'backups'), { recursive: true })
  })
  it.each(['backup', 'bundle', 'markdown'] as const)('stays within the goal while everything is packed as a %s', (form) =>
    afterASession(`packing as ${form}`, async (engine) => last(await engine.leaving.pack({ form, only: null }))))
  it.each([
    ['backup', ['backup', '--to', 'file.lectern-backup']],
    ['bundle', ['bundle', 'export', '--to', 'file.lectern']],
    ['markdown', ['markdown', '--to', 'files']],
  ])('stays within the goal in a command that packs everything as a %s', async (form, words) => {
    await onCommandLine(`command line, ${form}`, words.map((word) => (word.startsWith('file') ? join(place.path, word) : word)))
  })
  it('stays within the goal while an older library is brought on', async () => {
    const library = join(place.path, 'older')
    mkdirSync(library)
    copyFileSync(older, join(library, 'library.db'))
    await inHost(async (engine, measured) => {
      await engine.materials.search({ text: '教育', limit: 50 })
      measured('upgrade, with its index')
    }, library)
    rmSync(library, { recursive: true })
  })
  it('stays within the goal while a backup of an older library is restored', async () => {
    const name = backupName(1_700_000_000_000, 'by-hand')
    mkdirSync(join(folder.path, 'backups'), { recursive: true })
    copyFileSync(older, join(folder.path, 'backups', name))
    await afterASession('restore of an older backup', async (engine) => last(await engine.keeping.restore({ name })))
    rmSync(join(folder.path, 'backups'), { recursive: true })
  })
  it('stays within the goal while many documents come in', async () => {
    const documents = join(place.path, 'documents')
    mkdirSync(documents)
    const { names } = writeDocuments(documents, documentsFor(size))
    await inHost((engine, measured) => importing(engine, names, measured))
  })
})

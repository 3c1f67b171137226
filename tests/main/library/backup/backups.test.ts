import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { existsSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkCopy, type CheckCopy } from '../../../../src/main/library/backup/check-copy'
import { inspectBackup } from '../../../../src/main/library/backup/inspect-backup'
import { prepareRestore, putInPlace, restoreLibrary, stoppedRestore } from '../../../../src/main/library/backup/restore'
import { LibraryFolder } from '../../../../src/main/library/folder'
import { openLibrary, type Library, type LibraryEnvironment } from '../../../../src/main/library/library'
import { LecternError } from '../../../../src/shared/outcome'
import { aDerived, aDraft, aFolder, anEnvironment, importInto } from '../a-library'
import { dumpOf } from '../library-dump'

const check: CheckCopy = async (file) => checkCopy(file)
const codeOf = async (work: () => Promise<unknown>): Promise<string> => work().then(() => 'nothing was thrown', (error: unknown) => (error instanceof LecternError ? error.code : String(error)))

const failing: CheckCopy = () => Promise.reject(new LecternError('backup-damaged', { 'zh-CN': '坏', en: 'bad' }))

/** A library with something of everything in it, in a folder of its own. */
const withFilled = async (work: (library: Library, folder: LibraryFolder, env: LibraryEnvironment) => Promise<void>): Promise<void> => {
  const place = aFolder()
  const env = anEnvironment({ version: '9.8.7' })
  const library = openLibrary(place.path, env)
  try {
    importInto(library)
    library.materials.create(aDraft({ title: '课堂', tags: ['资源'] }))
    library.talks.add(aDerived(), '# 一')
    await work(library, new LibraryFolder(place.path), env)
  } finally {
    library.close()
    place.remove()
  }
}

/** As {@link withFilled}, with a place outside the library for a file. */
const moved = (work: (file: string, library: Library, folder: LibraryFolder, env: LibraryEnvironment) => Promise<void>) =>
  withFilled(async (library, folder, env) => {
    const outside = aFolder()
    try {
      await work(join(outside.path, '备份.lectern-backup'), library, folder, env)
    } finally {
      outside.remove()
    }
  })

describe('restoring', () => {
  it.each([0, 1, 2, 3, 4])('leaves the library as it was when it is stopped at step %i', (at) =>
    moved(async (file, library, folder, env) => {
      await library.backups.save(file, 'outgoing', { check })
      library.materials.create(aDraft({ title: '后来的' }))
      library.close()
      let step = 0
      const stop = () => {
        if (step++ === at) throw stoppedRestore()
      }
      const names = () => readdirSync(folder.path).filter((name) => !/^(?:assets|backups)$/.test(name))
      const before = names()
      expect(await codeOf(() => restoreLibrary(folder, file, { clock: env.clock, check, watch: stop }))).toBe('cancelled')
      expect(names()).toEqual(before)
      const after = openLibrary(folder.path, env)
      expect(after.materials.list().map(({ title }) => title)).toContain('后来的')
      expect(after.doctor().problems).toEqual([])
      after.close()
    }),
  )

  it('tells how far it is, from nothing to all of it', () =>
    moved(async (file, library, folder, env) => {
      await library.backups.save(file, 'outgoing', { check })
      library.close()
      const told: number[] = []
      await restoreLibrary(folder, file, { clock: env.clock, check, watch: (done, total) => told.push(done / total) })
      expect(told.toSorted((a, b) => a - b)).toEqual(told)
      expect([told[0], told.at(-1)]).toEqual([0, 1])
    }))
})

describe('what a backup holds', () => {
  it('is told by a file of everything, and by a database', () =>
    moved(async (file, library, folder) => {
      await library.backups.save(file, 'outgoing', { check })
      const { name } = await library.backups.make('by-hand', { check })
      const expected = { counts: library.counts(), assets: 1, ours: true, madeBy: '9.8.7' }
      expect(await inspectBackup(file, library.id)).toEqual({ ...expected, bytes: statSync(file).size, madeAt: expect.any(Number) as number })
      expect(await inspectBackup(join(folder.backups, name), library.id)).toEqual({ ...expected, bytes: statSync(join(folder.backups, name)).size })
      expect((await inspectBackup(file, 'another')).ours).toBe(false)
      expect(library.backups.list()[0]).toMatchObject({ name, madeBy: '9.8.7' })
    }))

  it('is not told by a file that is none', () =>
    moved(async (file, library) => {
      writeFileSync(file, 'some words, and no backup')
      expect(await codeOf(() => inspectBackup(file, library.id))).toBe('not-a-backup')
      writeFileSync(file, 'SQLite format 3\0 and nothing more')
      expect(await codeOf(() => inspectBackup(file, library.id))).toBe('backup-damaged')
    }))
})

describe('a backup', () => {
  it('holds everything, the WAL’s content and what is written while it is made included, and stands alone', () =>
    withFilled(async (library, folder) => {
      let written = 0
      for (let i = 0; i < 400; i++) library.materials.create(aDraft({ title: `第 ${i} 条`, body: '数字资源建设。'.repeat(400) }))
      const backup = await library.backups.make('by-hand', { check, progress: () => written++ < 2 && library.materials.create(aDraft({ title: '备份时写的' })) })
      expect(written).toBeGreaterThan(2)
      expect(backup.counts).toEqual(library.counts())
      expect(readdirSync(folder.backups)).toEqual([backup.name])
      const copy = new Sqlite(join(folder.backups, backup.name), { readonly: true })
      expect(copy.prepare(`SELECT count(*) FROM materials WHERE title = '备份时写的'`).pluck().get()).toBe(2)
      copy.close()
      expect(readdirSync(folder.backups)).toEqual([backup.name])
    }))

  it('is due when something has been stored since the last, and only then', () =>
    withFilled(async (library) => {
      expect(library.backups.due()).toBe(true)
      await library.backups.make('daily', { check })
      expect(library.backups.due()).toBe(false)
      library.materials.create(aDraft())
      expect(library.backups.due()).toBe(true)
    }))

  it('leaves nothing behind when it is stopped, fails its check, or the library is closed under it', () =>
    withFilled(async (library, folder) => {
      const stop = new AbortController()
      stop.abort()
      expect(await codeOf(() => library.backups.make('daily', { check, signal: stop.signal }))).toBe('cancelled')
      expect(await codeOf(() => library.backups.make('daily', { check: failing }))).toBe('backup-damaged')
      expect(await codeOf(() => library.backups.make('daily', { check, progress: () => library.close() }))).toBe('cancelled')
      expect(readdirSync(folder.backups)).toEqual([])
    }))

  it('is made one at a time', () =>
    withFilled(async (library) => {
      const first = library.backups.make('daily', { check })
      expect(await codeOf(() => library.backups.make('daily', { check }))).toBe('backup-running')
      await first
    }))

  it('is looked at by the doctor', () =>
    withFilled(async (library, folder) => {
      expect(library.doctor().hints.map(({ code }) => code)).toEqual(['no-backup'])
      const { name } = await library.backups.make('daily', { check })
      expect(library.doctor()).toEqual({ ok: true, problems: [], hints: [] })
      truncateSync(join(folder.backups, name), 8192)
      const { ok, problems, hints } = library.doctor()
      expect([ok, problems.map(({ code }) => code), hints.map(({ code }) => code)]).toEqual([false, ['damaged-backup'], ['no-backup']])
      expect(problems[0]?.message.en).toContain(name)
    }))

  it('is no damaged one when it is superseded while the doctor looks', () =>
    withFilled(async (library, folder) => {
      const { name } = await library.backups.make('daily', { check })
      const found = library.backups.examine(() => rmSync(join(folder.backups, name)))
      expect([found.problems, found.hints.map(({ code }) => code)]).toEqual([[], ['no-backup']])
    }))
})

describe('restoring', () => {
  it('brings back what the backup holds, keeps what it replaces, and is undone by restoring that', () =>
    withFilled(async (library, folder, env) => {
      const { name } = await library.backups.make('by-hand', { check })
      const then = dumpOf(folder.path)
      library.materials.create(aDraft({ title: '后来的' }))
      library.close()
      const later = dumpOf(folder.path)

      const restored = await restoreLibrary(folder, join(folder.backups, name), { clock: env.clock, check })
      expect(restored).toMatchObject({ missingAssets: 0, counts: { materials: 3 }, kept: { reason: 'before-restore', counts: { materials: 4 } } })
      expect(dumpOf(folder.path)).toEqual(then)
      let opened = openLibrary(folder.path, env)
      // Going back is no loss: the doctor does not call the later changes missing.
      expect(opened.doctor().problems).toEqual([])
      opened.close()

      await restoreLibrary(folder, join(folder.backups, restored.kept?.name ?? ''), { clock: env.clock, check })
      expect(dumpOf(folder.path)).toEqual(later)
      opened = openLibrary(folder.path, env)
      expect(opened.doctor().problems).toEqual([])
      opened.close()
    }))

  it('takes what is written between checking and exchanging into what is kept', () =>
    withFilled(async (library, folder, env) => {
      const { name } = await library.backups.make('by-hand', { check })
      const facts = await prepareRestore(folder, join(folder.backups, name), { check })
      library.materials.create(aDraft({ title: '最后一刻' }))
      library.close()
      expect(putInPlace(folder, facts, env.clock())).toMatchObject({ counts: { materials: 3 }, kept: { counts: { materials: 4 } } })
    }))

  it.each<[string, (file: string) => void, string]>([
    ['a damaged backup', (file) => truncateSync(file, 12_288), 'backup-damaged'],
    ['a file that is no backup', (file) => writeFileSync(file, 'something else, long enough to have a head'), 'not-a-backup'],
    ['an empty file', (file) => truncateSync(file, 0), 'not-a-backup'],
    ['a backup from a newer Lectern', (file) => {
      const copy = new Sqlite(file)
      copy.pragma('user_version = 99')
      copy.close()
    }, 'library-newer'],
    ['a database of something else', (file) => {
      rmSync(file)
      const other = new Sqlite(file)
      other.exec('CREATE TABLE t (x)')
      other.close()
    }, 'backup-damaged'],
    ['a backup that is gone', (file) => rmSync(file), 'backup-not-found'],
  ])('refuses %s and leaves the library as it is', (_name, harm, code) =>
    withFilled(async (library, folder, env) => {
      const { name } = await library.backups.make('by-hand', { check })
      library.close()
      const before = dumpOf(folder.path)
      harm(join(folder.backups, name))
      expect(await codeOf(() => restoreLibrary(folder, join(folder.backups, name), { clock: env.clock, check }))).toBe(code)
      expect(dumpOf(folder.path)).toEqual(before)
      expect(readdirSync(folder.path).filter((file) => file.includes('restoring'))).toEqual([])
    }),
  )

  it('replaces a library that cannot be opened, and keeps its bytes', () =>
    withFilled(async (library, folder, env) => {
      const { name } = await library.backups.make('by-hand', { check })
      library.close()
      writeFileSync(folder.database, 'not a database at all')
      const { kept } = await restoreLibrary(folder, join(folder.backups, name), { clock: env.clock, check })
      expect(kept).toMatchObject({ reason: 'before-restore', bytes: 21, counts: null })
      const opened = openLibrary(folder.path, env)
      expect(opened.counts().materials).toBe(3)
      opened.close()
    }))

  it('is refused while somebody has the library open', () =>
    withFilled(async (library, folder, env) => {
      const { name } = await library.backups.make('by-hand', { check })
      expect(await codeOf(() => restoreLibrary(folder, join(folder.backups, name), { clock: env.clock, check }))).toBe('library-locked')
      expect(library.counts().materials).toBe(3)
    }))
})

describe('a backup file', () => {
  it('restores into an empty folder with every original', () =>
    moved(async (file, library, folder, env) => {
      const saved = await library.backups.save(file, 'outgoing', { check })
      expect(saved).toMatchObject({ bytes: statSync(file).size, assets: 1, warnings: [], counts: library.counts() })
      expect(readdirSync(folder.backups)).toEqual([])
      const place = aFolder()
      const elsewhere = new LibraryFolder(join(place.path, 'new'))
      const restored = await restoreLibrary(elsewhere, file, { clock: env.clock, check })
      expect(restored).toEqual({ counts: library.counts(), kept: null, missingAssets: 0 })
      expect(dumpOf(elsewhere.path)).toEqual(dumpOf(folder.path))
      const opened = openLibrary(elsewhere.path, env)
      expect(opened.doctor().problems).toEqual([])
      const [source] = opened.sources.list()
      expect(source && opened.assets.read(source.original).byteLength).toBe(source?.bytes)
      opened.close()
      place.remove()
    }))

  it('says what it had to leave out', () =>
    moved(async (file, library, folder) => {
      rmSync(folder.assets, { recursive: true })
      const { warnings } = await library.backups.save(file, 'outgoing', { check })
      expect(warnings.map(({ code }) => code)).toEqual(['asset-left-out'])
    }))

  it('is refused when one byte of it is another, whichever', () =>
    moved(async (file, library, folder, env) => {
      await library.backups.save(file, 'outgoing', { check })
      library.close()
      const { size } = statSync(file)
      const whole = (await import('node:fs')).readFileSync(file)
      for (let at = 64; at < size; at += Math.ceil(size / 40)) {
        const harmed = Buffer.from(whole)
        harmed[at] = (harmed[at] ?? 0) ^ 0x10
        writeFileSync(file, harmed)
        const place = aFolder()
        const outcome = await codeOf(() => restoreLibrary(new LibraryFolder(join(place.path, 'new')), file, { clock: env.clock, check }))
        // A bit in a field that nobody reads (a date) may pass; then what was restored is what was saved.
        if (outcome === 'nothing was thrown') expect(dumpOf(join(place.path, 'new'))).toEqual(dumpOf(folder.path))
        else expect(outcome).toBeOneOf(['backup-damaged', 'not-a-backup'])
        place.remove()
      }
    }))

  it('is not there when writing it failed', () =>
    moved(async (file, library) => {
      const stop = new AbortController()
      const saving = library.backups.save(file, 'outgoing', { check, signal: stop.signal, progress: () => stop.abort() })
      expect(await codeOf(() => saving)).toBe('cancelled')
      expect(existsSync(file)).toBe(false)
      expect(existsSync(`${file}.tmp`)).toBe(false)
    }))
})

import Sqlite from 'better-sqlite3'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BackupSchedule } from '../../../src/main/engine/backup-schedule'
import { knownLibraries } from '../../../src/main/engine/remembered-folders'
import { LibraryHolder } from '../../../src/main/engine/library-holder'
import { openEngine, type Engine } from '../../../src/main/engine/open-engine'
import { checkCopy, type CheckCopy } from '../../../src/main/library/backup/check-copy'
import { cloudServiceOf } from '../../../src/main/library/cloud-folder'
import { copyAside } from '../../../src/main/library/copy-aside'
import { LibraryFolder } from '../../../src/main/library/folder'
import { openLibrary } from '../../../src/main/library/library'
import { LecternError } from '../../../src/shared/outcome'
import { aDraft, aFolder, anEnvironment, importInto } from '../library/a-library'

const check: CheckCopy = async (file) => checkCopy(file)
const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'nothing was thrown'
  } catch (error) {
    return error instanceof LecternError ? error.code : String(error)
  }
}

const titlesIn = (file: string): string[] => {
  const copy = new Sqlite(file, { readonly: true })
  const titles = copy.prepare('SELECT title FROM materials ORDER BY no').pluck().all() as string[]
  copy.close()
  return titles
}

let place: ReturnType<typeof aFolder>
beforeEach(() => (place = aFolder()))
afterEach(() => place.remove())
const at = (...parts: string[]) => join(place.path, ...parts)
const start = (folder: string, more: { create?: boolean } = {}): Engine =>
  openEngine({ folder: at(folder), version: '0.0.0', host: 'command-line', readerFile: '', checkerFile: '', starterFolder: '', dataFolder: at('data'), ...more })

const replaceWhileOpen = (replace: (database: string) => void) => {
  const library = openLibrary(at('library'), anEnvironment())
  const database = at('library', 'library.db')
  library.materials.create(aDraft({ title: '一' }))
  library.close()
  cpSync(database, at('older.db'))
  const open = openLibrary(at('library'), anEnvironment({ newId: () => crypto.randomUUID() }))
  open.materials.create(aDraft({ title: '二' }))
  replace(database)
  return open
}
const DAY = 86_400_000
const scheduled = (fails: { now: boolean } = { now: false }) => {
  let now = Date.UTC(2026, 10, 25, 12)
  const library = openLibrary(at('library'), anEnvironment({ clock: () => now++ }))
  let told = 0
  const schedule = new BackupSchedule({
    library: () => library,
    check: (file) => (fails.now ? Promise.reject(new LecternError('disk-full', { 'zh-CN': '磁盘已满。', en: 'The disk is full.' })) : check(file)),
    clock: () => now,
    changed: () => told++,
  })
  return { library, schedule, pass: (time: number) => (now += time), told: () => told, names: () => library.backups.list().map(({ reason }) => reason) }
}

describe('a library that is not where it was', () => {
  it('is said to be missing, and no new one is made, until the user asks for one', () => {
    start('library').close()
    rmSync(at('library'), { recursive: true })
    expect(codeOf(() => start('library'))).toBe('library-not-found')
    mkdirSync(at('library')) // the place where its disk would be mounted
    expect(codeOf(() => start('library'))).toBe('library-not-found')
    expect(readdirSync(at('library'))).toEqual([])
    start('library', { create: true }).close()
    start('library').close()
  })

  it('is found again when it is back', () => {
    const first = start('library')
    first.context.library.materials.create(aDraft())
    first.close()
    renameSync(at('library'), at('away'))
    expect(codeOf(() => start('library'))).toBe('library-not-found')
    renameSync(at('away'), at('library'))
    const again = start('library')
    expect(again.context.library.counts().materials).toBe(1)
    again.close()
  })

  it('is remembered for a hundred folders, and a damaged note is no reason not to start', () => {
    const known = knownLibraries(at('known.json'))
    for (let i = 0; i < 120; i++) known.add(`/library-${i}`)
    expect([known.has('/library-19'), known.has('/library-20'), known.has('/library-119')]).toEqual([false, true, true])
    writeFileSync(at('known.json'), '{')
    expect(known.has('/library-119')).toBe(false)
    known.add('/library-1')
    expect(known.has('/library-1')).toBe(true)
  })
})

describe('a library that cannot be written to', () => {
  it('is copied aside, WAL and originals included, and the copy is the same one the next time', () => {
    const library = openLibrary(at('disc', 'library'), anEnvironment())
    const { source } = importInto(library)
    // Copied while it is open: the disc was burnt without closing.
    cpSync(at('disc', 'library'), at('burnt'), { recursive: true })
    library.close()
    for (const name of readdirSync(at('burnt'), { recursive: true, withFileTypes: true })) if (name.isFile()) chmodSync(join(name.parentPath, name.name), 0o444)
    const original = new LibraryFolder(at('burnt'))
    const before = readFileSync(original.database)
    const copy = copyAside(original, at('copies'))
    const opened = openLibrary(copy, anEnvironment({ newId: () => '019b0000-0000-7000-8000-00000000ffff' }))
    expect(opened.assets.read(source.original).byteLength).toBe(source.bytes)
    opened.materials.create(aDraft({ title: '在副本里写的' }))
    opened.close()
    expect(copyAside(original, at('copies'))).toBe(copy)
    const again = openLibrary(copy, anEnvironment())
    expect(again.counts().materials).toBe(3)
    again.close()
    expect(readFileSync(original.database).equals(before)).toBe(true)
  })
})

describe('a library file that is replaced while it is open', () => {
  it('takes no more writes, tells why, and what was stored is kept as a backup', () => {
    const open = replaceWhileOpen((database) => {
      cpSync(at('older.db'), at('library', 'incoming'))
      renameSync(at('library', 'incoming'), database)
    })
    for (let i = 0; i < 2; i++) expect(codeOf(() => open.materials.create(aDraft({ title: '三' })))).toBe('library-replaced')
    expect(codeOf(() => open.settings.change({ pace: 200 }))).toBe('library-replaced')
    expect(open.materials.list().map(({ title }) => title)).toEqual(['二', '一']) // reading goes on
    const backups = readdirSync(at('library', 'backups'))
    expect(backups).toHaveLength(1)
    expect(titlesIn(at('library', 'backups', backups[0] ?? ''))).toEqual(['一', '二'])
    open.close()
    expect(titlesIn(at('library', 'library.db'))).toEqual(['一'])
  })

  it('takes no more writes when its whole folder is moved away, and makes nothing in its place', () => {
    const open = replaceWhileOpen(() => renameSync(at('library'), at('moved')))
    expect(codeOf(() => open.materials.create(aDraft()))).toBe('library-replaced')
    open.close()
    expect(existsSync(at('library'))).toBe(false)
    expect(titlesIn(at('moved', 'library.db'))).toEqual(['一', '二'])
  })
})

describe('a folder that a cloud service synchronises', () => {
  it.each([
    ['/Users/x/OneDrive/讲台/library', 'OneDrive'],
    ['C:\\Users\\x\\OneDrive - 示例学校\\library', 'OneDrive'],
    ['/Users/x/Library/Mobile Documents/com~apple~CloudDocs/library', 'iCloud'],
    ['/home/x/Dropbox (Personal)/library', 'Dropbox'],
    ['D:\\我的坚果云\\library', '坚果云'],
    ['C:\\Users\\x\\Nutstore\\1\\library', '坚果云'],
    ['D:\\BaiduSyncdisk\\library', '百度网盘'],
    ['D:\\百度网盘同步空间\\library', '百度网盘'],
    ['/Users/x/Library/CloudStorage/Other/library', '云盘'],
  ])('%s is known', (path, name) => expect(cloudServiceOf(path)?.['zh-CN']).toBe(name))

  it.each(['/home/x/.local/share/lectern/library', 'D:\\讲台\\library', '/home/dropboxer/library', '/srv/clouds/library'])('%s is not taken for one', (path) => expect(cloudServiceOf(path)).toBeNull())

  it('is noticed in the state and by the doctor, and works', () => {
    const engine = start('OneDrive/library')
    expect(engine.context.notices().map(({ code }) => code)).toEqual(['cloud-folder'])
    expect(engine.context.library.doctor()).toMatchObject({ ok: true, hints: [{ code: 'no-backup' }, { code: 'cloud-folder' }] })
    engine.close()
  })
})

describe('the backup schedule', () => {
  it('makes one backup a day, and none on a day on which nothing was stored', async () => {
    const { library, schedule, pass, names } = scheduled()
    library.materials.create(aDraft())
    await schedule.look()
    library.materials.create(aDraft())
    await schedule.look()
    expect(names()).toEqual(['daily'])
    pass(DAY)
    await schedule.look()
    expect(names()).toEqual(['daily', 'daily'])
    pass(DAY)
    await schedule.look()
    expect(names()).toEqual(['daily', 'daily'])
    library.close()
  })

  it('keeps a failure to be told, tries again at the next look, and then tells that it is over', async () => {
    const fails = { now: true }
    const { library, schedule, told, names } = scheduled(fails)
    await schedule.look()
    await schedule.look()
    expect([schedule.failure?.code, told(), names()]).toEqual(['disk-full', 1, []])
    fails.now = false
    await schedule.look()
    expect([schedule.failure, told(), names()]).toEqual([null, 2, ['daily']])
    library.close()
  })

  it('stops in the middle of a backup without a failure and without a rest', async () => {
    const { library, schedule } = scheduled()
    const looking = schedule.look()
    schedule.stop()
    await looking
    expect([schedule.failure, readdirSync(at('library', 'backups'))]).toEqual([null, []])
    library.close()
  })
})

describe('an open library into which a backup is restored', () => {
  it('is exchanged between two calls and goes on', async () => {
    const holder = new LibraryHolder(at('library'), anEnvironment(), check)
    holder.library.materials.create(aDraft({ title: '一' }))
    const { name } = await holder.library.backups.make('by-hand', { check })
    holder.library.materials.create(aDraft({ title: '二' }))
    const restored = await holder.restore(at('library', 'backups', name))
    expect(holder.library.materials.list().map(({ title }) => title)).toEqual(['一'])
    holder.library.materials.update(holder.library.materials.list()[0]!.id, { title: '三' })
    await holder.restore(at('library', 'backups', restored.kept?.name ?? ''))
    expect(holder.library.materials.list().map(({ title }) => title)).toEqual(['二', '一'])
    expect(holder.library.doctor().problems).toEqual([])
    holder.close()
  })

  it('stays open as it was when the backup is refused', async () => {
    const holder = new LibraryHolder(at('library'), anEnvironment(), check)
    const { library } = holder
    writeFileSync(at('bad'), 'not a backup, only some words')
    await expect(holder.restore(at('bad'))).rejects.toMatchObject({ code: 'not-a-backup' })
    expect(holder.library).toBe(library)
    library.materials.create(aDraft())
    holder.close()
  })
})

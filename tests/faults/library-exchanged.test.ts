import Sqlite from 'better-sqlite3'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseBackupName } from '../../src/main/library/backup/backup-name'
import { checkCopy } from '../../src/main/library/backup/check-copy'
import { LibraryFolder } from '../../src/main/library/folder'
import { openLibrary } from '../../src/main/library/library'
import { migrations } from '../../src/main/library/schema/migrations'
import { seeded } from '../bench/generated-materials'
import { aDraft, aFolder, anEnvironment } from '../main/library/a-library'
import { dumpOf } from '../main/library/library-dump'
import { buildLibraryChild, startLibraryChild } from './child-process'

let childFile = ''
beforeAll(async () => {
  childFile = await buildLibraryChild()
})

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const env = (first: number) => {
  let ids = first
  return anEnvironment({ newId: () => `019b0000-0000-7000-8000-${(++ids).toString(16).padStart(12, '0')}` })
}

/** Every file that has a backup's name is a whole and sound library; what was cut short has none. */
const expectSoundBackups = (folder: LibraryFolder): void => {
  for (const name of readdirSync(folder.backups)) if (parseBackupName(name) !== null) expect(() => checkCopy(join(folder.backups, name)), name).not.toThrow()
}

describe('kill −9', () => {
  it('during an upgrade leaves the library as it was or as it should be, with a sound copy from before', async () => {
    const random = seeded(4)
    const original = aFolder()
    const library = openLibrary(original.path, env(0))
    for (let i = 0; i < 300; i++) library.materials.create(aDraft({ title: `第 ${i} 条`, body: '数字资源建设。'.repeat(60) }))
    library.close()
    const before = dumpOf(original.path)
    const seen = new Set<number>()
    for (let round = 0; round < 12; round++) {
      const folder = aFolder()
      cpSync(original.path, folder.path, { recursive: true })
      const child = startLibraryChild(childFile, 'upgrade', folder.path)
      await child.said((line) => line === 'open')
      await pause(random() * 250)
      await child.kill()
      const place = new LibraryFolder(folder.path)
      const database = new Sqlite(place.database)
      const version = database.pragma('user_version', { simple: true }) as number
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(database.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'upgraded'`).pluck().get()).toBe(version - migrations.length)
      expect(database.prepare('SELECT DISTINCT school FROM materials').pluck().all()).toEqual([version === migrations.length ? '' : 'upgraded'])
      database.close()
      seen.add(version)
      expectSoundBackups(place)
      if (version > migrations.length) expect(readdirSync(place.backups).some((name) => name.endsWith('before-upgrade.db'))).toBe(true)
      else {
        // It opens, is what it was, and what the killed one left unfinished is gone.
        const again = openLibrary(folder.path, env(1000))
        expect(again.doctor().problems).toEqual([])
        again.close()
        expect(dumpOf(folder.path)).toEqual(before)
        expect(readdirSync(place.backups).filter((name) => name.includes('.tmp'))).toEqual([])
      }
      folder.remove()
    }
    original.remove()
    expect(seen.has(migrations.length)).toBe(true) // else nobody was killed early enough for this to mean anything
  })

  it('during backups leaves none that is not whole', async () => {
    const random = seeded(5)
    const folder = aFolder()
    const library = openLibrary(folder.path, env(0))
    for (let i = 0; i < 200; i++) library.materials.create(aDraft({ body: '数字资源建设。'.repeat(200) }))
    library.close()
    const place = new LibraryFolder(folder.path)
    for (let round = 0; round < 8; round++) {
      const child = startLibraryChild(childFile, 'back-up', folder.path)
      await child.said((line) => line.startsWith('backup '))
      await pause(random() * 120)
      await child.kill()
      expectSoundBackups(place)
      for (const line of child.lines.filter((said) => said.startsWith('backup '))) expect(existsSync(join(place.backups, line.slice('backup '.length)))).toBe(true)
    }
    const opened = openLibrary(folder.path, env(5000))
    expect(opened.doctor().problems).toEqual([])
    expect(readdirSync(place.backups).filter((name) => name.includes('.tmp'))).toEqual([])
    opened.close()
    folder.remove()
  })

  it('during restoring leaves one of the two libraries, whole, and never none', async () => {
    const random = seeded(6)
    const folder = aFolder()
    const place = new LibraryFolder(folder.path)
    const library = openLibrary(folder.path, env(0))
    for (let i = 0; i < 100; i++) library.materials.create(aDraft({ title: '原来的', body: '数字资源建设。'.repeat(100) }))
    await library.backups.make('by-hand', { check: async (file) => checkCopy(file) })
    library.materials.create(aDraft({ title: '后来的' }))
    library.close()
    const counts = new Set<number>()
    for (let round = 0; round < 12; round++) {
      const child = startLibraryChild(childFile, 'restore', folder.path)
      await child.said((line) => line === 'open')
      await pause(random() * 160)
      await child.kill()
      expectSoundBackups(place)
      const opened = openLibrary(folder.path, env(9000 + round))
      counts.add(opened.counts().materials)
      expect(opened.doctor().problems).toEqual([])
      opened.close()
    }
    expect([...counts].every((count) => count === 100 || count === 101)).toBe(true)
    folder.remove()
  })
})

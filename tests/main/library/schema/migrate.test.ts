import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openLibrary } from '../../../../src/main/library/library'
import { backUpDatabase } from '../../../../src/main/library/schema/backup'
import { migrate } from '../../../../src/main/library/schema/migrate'
import { migrations, type Migration } from '../../../../src/main/library/schema/migrations'
import { Sql } from '../../../../src/main/library/sql'
import { aDraft, aFolder, anEnvironment, importInto } from '../a-library'
import { dumpOf } from '../library-dump'

/** A library with contents, closed, and its file open for migrations. */
const withOldLibrary = (work: (sql: Sql, folder: string) => void): void => {
  const folder = aFolder()
  const library = openLibrary(folder.path, anEnvironment())
  importInto(library)
  library.materials.create(aDraft())
  library.close()
  const sql = new Sql(new Sqlite(join(folder.path, 'library.db')))
  sql.database.pragma('journal_mode = WAL')
  try {
    work(sql, folder.path)
  } finally {
    sql.database.close()
    folder.remove()
  }
}

const add: Migration = (database) => database.exec('CREATE TABLE later (no INTEGER PRIMARY KEY); UPDATE materials SET title = title')
const fail: Migration = (database) => {
  database.exec('DELETE FROM materials')
  throw new Error('a defect')
}
const version = (sql: Sql) => sql.value<number>('PRAGMA user_version')

describe('migrating', () => {
  it('runs only the steps that are new', () =>
    withOldLibrary((sql) => {
      const before = version(sql)
      migrate(sql, () => undefined, [...migrations, add])
      expect(version(sql)).toBe(before + 1)
      expect(sql.value<number>('SELECT count(*) FROM materials')).toBe(3)
    }))

  it('makes a verified copy first, committed WAL content included', () =>
    withOldLibrary((sql, folder) => {
      sql.run(`UPDATE meta SET value = 'only in the WAL' WHERE name = 'library-id'`)
      const backups = join(folder, 'backups')
      const copy = join(backups, 'before.db')
      migrate(sql, () => backUpDatabase(sql, backups, copy), [...migrations, add])
      expect(readdirSync(backups)).toEqual(['before.db'])
      const database = new Sqlite(copy, { readonly: true })
      expect(database.pragma('user_version', { simple: true })).toBe(migrations.length)
      expect(database.prepare(`SELECT value FROM meta WHERE name = 'library-id'`).pluck().get()).toBe('only in the WAL')
      expect(database.prepare('SELECT count(*) FROM materials').pluck().get()).toBe(3)
      database.close()
    }))

  it('leaves the library as it was when a step fails, and keeps what the steps before it did', () =>
    withOldLibrary((sql, folder) => {
      const before = dumpOf(folder)
      expect(() => migrate(sql, () => undefined, [...migrations, add, fail])).toThrow(expect.objectContaining({ code: 'migration-failed' }))
      expect(version(sql)).toBe(migrations.length + 1)
      expect(dumpOf(folder)).toEqual(before)
      expect(() => migrate(sql, () => undefined, [...migrations, fail])).not.toThrow()
    }))

  it('changes nothing when the copy cannot be made', () =>
    withOldLibrary((sql, folder) => {
      const before = version(sql)
      const nowhere = join(folder, 'gone')
      expect(() => migrate(sql, () => backUpDatabase(sql, nowhere, join(nowhere, 'copy.db')), [...migrations, add])).toThrow()
      expect(version(sql)).toBe(before)
      expect(existsSync(nowhere)).toBe(false)
    }))

  it('makes no copy of a library that is only being made', () => {
    const folder = aFolder()
    mkdirSync(join(folder.path, 'x'))
    const sql = new Sql(new Sqlite(join(folder.path, 'x', 'library.db')))
    let copies = 0
    migrate(sql, () => copies++)
    expect(copies).toBe(0)
    expect(version(sql)).toBe(migrations.length)
    sql.database.close()
    folder.remove()
  })
})

describe('an open library', () => {
  it('stands on WAL, with a schema in which every statement ran', () => {
    const folder = aFolder()
    const library = openLibrary(folder.path, anEnvironment())
    const database = new Sqlite(join(folder.path, 'library.db'))
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    database.close()
    library.close()
    folder.remove()
  })
})

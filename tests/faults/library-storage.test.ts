import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { chmodSync, closeSync, copyFileSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openLibrary } from '../../src/main/library/library'
import { migrations } from '../../src/main/library/schema/migrations'
import { LecternError } from '../../src/shared/outcome'
import { aDerived, aDraft, aFolder, anEnvironment, importInto, titlesFor } from '../main/library/a-library'
import { buildLibraryChild, startLibraryChild } from './child-process'

let childFile = ''
beforeAll(async () => {
  childFile = await buildLibraryChild()
})

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'nothing was thrown'
  } catch (error) {
    return error instanceof LecternError ? error.code : String(error)
  }
}

const databaseOf = (folder: string) => join(folder, 'library.db')

/** How many pages a closed library takes. */
const pagesOf = (folder: string): number => {
  const database = new Sqlite(databaseOf(folder), { readonly: true })
  try {
    return database.pragma('page_count', { simple: true }) as number
  } finally {
    database.close()
  }
}

describe('a full disk', () => {
  it('is called a full disk, loses nothing that was stored, and is over when there is space again', () => {
    const folder = aFolder()
    const env = anEnvironment()
    openLibrary(folder.path, env).close()
    const small = openLibrary(folder.path, { ...env, mostPages: pagesOf(folder.path) + 40 })
    const talk = small.talks.add(aDerived(), '# 初稿')
    const stored: string[] = []
    const code = codeOf(() => {
      for (let i = 0; ; i++) {
        const title = `第 ${i} 条`
        small.materials.create(aDraft({ title, body: '数字资源建设。'.repeat(40) }))
        stored.push(title)
      }
    })
    expect(code).toBe('disk-full')
    expect(stored.length).toBeGreaterThan(5)
    expect(codeOf(() => small.talks.save(talk.id, '很长的一稿。'.repeat(20_000), aDerived(), 1))).toBe('disk-full')
    // Reading goes on.
    expect(small.talks.get(talk.id).markdown).toBe('# 初稿')
    expect(titlesFor(small, '资源').sort()).toEqual(stored.toSorted())
    small.close()

    const roomy = openLibrary(folder.path, env)
    expect(roomy.materials.list().map(({ title }) => title)).toEqual(stored.toReversed())
    expect(roomy.talks.save(talk.id, '很长的一稿。'.repeat(20_000), aDerived(), 1).revision).toBe(2)
    expect(roomy.doctor().problems).toEqual([])
    roomy.close()
    folder.remove()
  })

  it('on which a library is to be made says so, and nothing is taken for a library afterwards', () => {
    const folder = aFolder()
    expect(codeOf(() => openLibrary(folder.path, anEnvironment({ mostPages: 30 })))).toBe('disk-full')
    const roomy = openLibrary(folder.path, anEnvironment())
    expect(roomy.counts()).toEqual({ sources: 0, materials: 0, talks: 0 })
    expect(roomy.doctor().problems).toEqual([])
    roomy.close()
    folder.remove()
  })

  it('in the middle of an import leaves none of it', () => {
    const folder = aFolder()
    openLibrary(folder.path, anEnvironment()).close()
    const library = openLibrary(folder.path, anEnvironment({ mostPages: pagesOf(folder.path) + 20 }))
    const paragraphs = Array.from({ length: 2000 }, (_, i) => `第 ${i} 段，建设数字资源。`)
    expect(codeOf(() => importInto(library, { format: 'txt', title: '长文件', issuer: '', number: '', date: '', outline: [], materials: [], warnings: [], paragraphs: paragraphs.map((text, i) => ({ index: i + 1, text, number: '', level: 0, kind: 'body' })) }, []))).toBe('disk-full')
    expect(library.counts()).toEqual({ sources: 0, materials: 0, talks: 0 })
    expect(library.history.peek()).toEqual({ undo: null, redo: null })
    library.close()
    folder.remove()
  })
})

describe('a library from a newer Lectern', () => {
  it('is refused, naming both versions, and stays as it is', () => {
    const folder = aFolder()
    openLibrary(folder.path, anEnvironment()).close()
    const database = new Sqlite(databaseOf(folder.path))
    database.pragma('user_version = 99')
    database.close()
    const before = readFileSync(databaseOf(folder.path))
    try {
      openLibrary(folder.path, anEnvironment())
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ code: 'library-newer' })
      const { localized } = error as LecternError
      for (const sentence of Object.values(localized)) expect(sentence).toMatch(new RegExp(`99.*${migrations.length}`))
    }
    expect(readFileSync(databaseOf(folder.path)).equals(before)).toBe(true)
    expect(readdirSync(join(folder.path, 'backups'))).toEqual([])
    folder.remove()
  })
})

// Windows keeps its permissions elsewhere: a folder's read-only attribute does not stop anybody from writing into it.
describe.skipIf(process.platform === 'win32')('a read-only folder', () => {
  it('is called read-only, and nothing in it changes', async () => {
    const folder = aFolder()
    const library = openLibrary(folder.path, anEnvironment())
    importInto(library)
    library.close()
    const before = readFileSync(databaseOf(folder.path))
    const names = readdirSync(folder.path)
    for (const name of ['library.db', 'lock']) chmodSync(join(folder.path, name), 0o444)
    chmodSync(folder.path, 0o555)
    // Root may write anywhere: the child steps down to nobody first.
    const nobody = process.getuid?.() === 0 ? 65_534 : undefined
    const child = startLibraryChild(childFile, 'edit', folder.path, nobody)
    await child.said((line) => line === 'refused library-read-only')
    await child.kill()
    chmodSync(folder.path, 0o755)
    expect(readdirSync(folder.path)).toEqual(names)
    expect(readFileSync(databaseOf(folder.path)).equals(before)).toBe(true)
    folder.remove()
  })
})

describe('a damaged file', () => {
  it('is said to be damaged by name or by the doctor, never taken for an empty library', () => {
    const folder = aFolder()
    const env = anEnvironment()
    const library = openLibrary(folder.path, env)
    for (let i = 0; i < 40; i++) library.materials.create(aDraft({ title: `第 ${i} 条`, body: '数字资源建设。'.repeat(100) }))
    library.close()
    const pages = statSync(databaseOf(folder.path)).size / 4096
    const spare = join(folder.path, 'spare')
    copyFileSync(databaseOf(folder.path), spare)
    for (let page = 1; page < pages; page += Math.ceil(pages / 12)) {
      copyFileSync(spare, databaseOf(folder.path))
      const file = openSync(databaseOf(folder.path), 'r+')
      writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096)
      closeSync(file)
      let outcome = ''
      try {
        const harmed = openLibrary(folder.path, env)
        try {
          outcome = harmed.doctor().ok ? `page ${page} unnoticed` : 'noticed'
        } finally {
          harmed.close()
        }
      } catch (error) {
        outcome = error instanceof LecternError ? error.code : String(error)
      }
      expect(outcome).toBeOneOf(['noticed', 'library-damaged'])
    }
    folder.remove()
  })
})

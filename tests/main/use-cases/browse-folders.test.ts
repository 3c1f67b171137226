import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderPlaces, listFolders, listNearestFolders, makeFolder } from '../../../src/main/use-cases/browse-folders'

let root = ''
const at = (...parts: string[]): string => join(root, ...parts)
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'none',
    (error: { code?: unknown }) => error.code,
  )

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-folders-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('listing the folders of a folder', () => {
  it('tells folders and links to folders by name, never files, hidden folders or links that lead nowhere', async () => {
    for (const name of ['第10周', '第2周', '.hidden', '$Recycle.Bin']) mkdirSync(at(name))
    writeFileSync(at('秘密.docx'), '')
    symlinkSync(at('第2周'), at('链接'))
    symlinkSync(at('nowhere'), at('断链'))
    symlinkSync(at('秘密.docx'), at('文件的链接'))
    const { path, parent, folders, more } = await listFolders(root)
    expect({ path, parent, more }).toEqual({ path: root, parent: tmpdir(), more: 0 })
    expect(folders.map(({ name }) => name)).toEqual(['第2周', '第10周', '链接'])
    expect(folders[0]?.path).toBe(at('第2周'))
  })

  it('says that a folder is not there, is a file, or is no whole path', async () => {
    writeFileSync(at('file'), '')
    expect(await Promise.all([at('none'), at('file'), '宣讲包'].map((path) => codeOf(listFolders(path))))).toEqual(['folder-gone', 'folder-gone', 'folder-not-absolute'])
  })

  // The superuser may read everything.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('refuses cleanly what may not be read', async () => {
    mkdirSync(at('locked'))
    chmodSync(at('locked'), 0)
    expect(await codeOf(listFolders(at('locked')))).toBe('folder-not-readable')
    expect((await listNearestFolders(at('locked', 'deeper'))).path).toBe(root)
  })

  it('begins at the nearest folder that is there', async () => {
    expect((await listNearestFolders(at('宣讲包', '一篇宣讲稿'))).path).toBe(root)
  })

  it('ends its list where nobody reads on, and says how many there are more', async () => {
    for (const name of ['第1班', '第2班', '第3班', '第4班', '第5班']) mkdirSync(at(name))
    const { folders, more } = await listFolders(root, 2)
    expect([folders.map(({ name }) => name), more]).toEqual([['第1班', '第2班'], 3])
  })

  it('has nothing above the top of the disk', async () => {
    expect((await listFolders('/')).parent).toBeNull()
  })
})

describe('making a folder', () => {
  it('gives it a name that every file system takes, inside the folder it was asked for', async () => {
    const path = await makeFolder(root, ' ../宣讲:包? ')
    expect(path).toBe(at('宣讲 包'))
    expect(existsSync(path)).toBe(true)
  })

  it('refuses one without a name, one that is there, and one where nothing can be made', async () => {
    mkdirSync(at('宣讲包'))
    writeFileSync(at('file'), '')
    expect(await Promise.all([codeOf(makeFolder(root, ' . ')), codeOf(makeFolder(root, '宣讲包')), codeOf(makeFolder(at('file'), '宣讲包'))])).toEqual(['folder-name', 'folder-exists', 'cannot-write'])
  })
})

describe('places to begin at', () => {
  it('are the home, what it has of the user’s own folders in either language, disks, and what was used lately and is still there', async () => {
    for (const name of ['桌面', 'Documents', '宣讲包']) mkdirSync(at(name))
    expect(await folderPlaces([at('宣讲包'), at('gone')], root, 'linux')).toEqual([
      { kind: 'home', path: root },
      { kind: 'desktop', path: at('桌面') },
      { kind: 'documents', path: at('Documents') },
      { kind: 'drive', path: '/' },
      { kind: 'recent', path: at('宣讲包') },
    ])
  })
})

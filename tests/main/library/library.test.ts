import { describe, expect, it } from 'vitest'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLibrary } from '../../../src/main/library/library'
import { aDerived, aDraft, aFolder, anEnvironment, importInto, titlesFor, withLibrary } from './a-library'

describe('opening a library', () => {
  it('keeps its id and contents from one opening to the next', () => {
    const folder = aFolder()
    const first = openLibrary(folder.path, anEnvironment())
    const { id } = first
    first.materials.create(aDraft({ title: '课堂上的数字资源' }))
    first.close()

    const second = openLibrary(folder.path, anEnvironment())
    expect(second.id).toBe(id)
    expect(second.counts()).toEqual({ sources: 0, materials: 1, talks: 0 })
    expect(titlesFor(second, '字')).toEqual(['课堂上的数字资源'])
    second.close()
    folder.remove()
  })

  it('leaves the whole library in library.db once it is closed', () => {
    const folder = aFolder()
    const library = openLibrary(folder.path, anEnvironment())
    importInto(library)
    library.close()
    expect(readdirSync(folder.path).sort()).toEqual(['assets', 'backups', 'library.db', 'lock'])
    folder.remove()
  })

  it('makes no new library in a folder that holds other things', () => {
    const folder = aFolder()
    writeFileSync(join(folder.path, '讲稿.docx'), 'x')
    expect(() => openLibrary(folder.path, anEnvironment())).toThrow(expect.objectContaining({ code: 'library-not-found' }))
    expect(existsSync(join(folder.path, 'library.db'))).toBe(false)
    folder.remove()
  })

  it('makes no new library where assets are left without their database', () => {
    const folder = aFolder()
    mkdirSync(join(folder.path, 'assets', 'ab'), { recursive: true })
    expect(() => openLibrary(folder.path, anEnvironment())).toThrow(expect.objectContaining({ code: 'library-not-found' }))
    folder.remove()
  })

  it('makes no new library when the caller knows that there was one', () => {
    const folder = aFolder()
    folder.remove()
    expect(() => openLibrary(folder.path, anEnvironment({ create: false }))).toThrow(expect.objectContaining({ code: 'library-not-found' }))
    expect(existsSync(folder.path)).toBe(false)
  })

  it('calls a file that is no database damaged and leaves it as it is', () => {
    const folder = aFolder()
    writeFileSync(join(folder.path, 'library.db'), 'this was a library once, or so it says here'.repeat(100))
    expect(() => openLibrary(folder.path, anEnvironment())).toThrow(expect.objectContaining({ code: 'library-damaged' }))
    folder.remove()
  })

  it('tells which rooms changed, after the change is there', () => {
    const rooms: string[] = []
    withLibrary(
      (library) => {
        importInto(library)
        library.talks.add(aDerived(), '# 一')
        library.settings.change({ pace: 200 })
        library.history.undo()
        expect(rooms).toEqual(['sources', 'materials', 'talks', 'settings', 'materials', 'sources'])
      },
      { onChange: (room) => rooms.push(room) },
    )
  })
})

describe('settings', () => {
  it('keep what was changed and leave the rest at its default', () =>
    withLibrary((library) => {
      expect(library.settings.change({ pace: 180 })).toEqual({ language: null, appearance: 'system', pace: 180, speaker: '' })
      expect(library.settings.get().pace).toBe(180)
    }))
})

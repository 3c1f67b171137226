import { describe, expect, it } from 'vitest'
import { aDerived, aDraft, withLibrary } from './a-library'

describe('a talk', () => {
  it('is kept as its Markdown, byte for byte, with what was read from it', () =>
    withLibrary((library) => {
      const markdown = '---\ntitle: 示例宣讲\n---\r\n# 一\u3000为什么 \n\n'
      const talk = library.talks.add(aDerived({ minutes: 12.5 }), markdown)
      expect(library.talks.get(talk.id)).toMatchObject({ markdown, title: '示例宣讲', minutes: 12.5, revision: 1 })
      expect(library.talks.list()).toMatchObject([{ id: talk.id, blocks: 3, revision: 1 }])
    }))

  it('counts its saves and refuses one that was based on an older revision', () =>
    withLibrary((library) => {
      const { id } = library.talks.add(aDerived(), '# 一')
      expect(library.talks.save(id, '# 二', aDerived({ title: '二' }), 1)).toMatchObject({ revision: 2, title: '二' })
      expect(() => library.talks.save(id, '# 三', aDerived(), 1)).toThrow(expect.objectContaining({ code: 'talk-changed-elsewhere' }))
      expect(library.talks.get(id).markdown).toBe('# 二')
    }))

  it('is found by its id and by its exact title, the last changed one first', () =>
    withLibrary((library) => {
      const older = library.talks.add(aDerived({ title: '同名' }), '# 旧')
      const newer = library.talks.add(aDerived({ title: '同名' }), '# 新')
      expect(library.talks.find(older.id)?.markdown).toBe('# 旧')
      expect(library.talks.find('同名')?.id).toBe(newer.id)
      expect(library.talks.find('同')).toBeNull()
    }))

  it('says which materials it uses, and stops saying so when it no longer does', () =>
    withLibrary((library) => {
      const material = library.materials.create(aDraft())
      const { id } = library.talks.add(aDerived({ cites: [material.id, material.id] }), '# 一')
      expect(library.talks.usedIn(material.id)).toMatchObject([{ id, title: '示例宣讲' }])
      library.talks.remove(id)
      expect(library.talks.usedIn(material.id)).toEqual([])
      library.history.undo()
      library.talks.save(id, '# 一', aDerived({ cites: [] }), 1)
      expect(library.talks.usedIn(material.id)).toEqual([])
    }))
})

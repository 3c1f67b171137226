import { describe, expect, it } from 'vitest'
import { MaterialFilter } from '../../../src/shared/contract/library'
import { readCollection } from '../../../src/main/use-cases/read-collection'
import type { Library } from '../../../src/main/library/library'
import { aDraft, withLibrary } from './a-library'

const three = (library: Library) => ['甲', '乙', '丙'].map((title) => library.materials.create(aDraft({ title })).id)
const draft = { title: '备课必读', note: '', due: '2026-09-01' }
const titles = (library: Library, id: Parameters<typeof readCollection>[1]) => readCollection(library, id).entries.map(({ material }) => material.title.map(({ text }) => text).join(''))

describe('a collection', () => {
  it('keeps its order while materials are added, arranged and taken out', () =>
    withLibrary((library) => {
      const [a, b, c] = three(library)
      if (!a || !b || !c) throw new Error('three were made')
      const { id } = library.collections.create(draft, [b, a, b])
      expect(titles(library, id)).toEqual(['乙', '甲'])
      library.collections.add(id, [a, c])
      expect(titles(library, id)).toEqual(['乙', '甲', '丙'])
      library.collections.arrange(id, [c, b, a])
      expect(titles(library, id)).toEqual(['丙', '乙', '甲'])
      expect(library.collections.takeOut(id, [b]).materials).toBe(2)
      expect(titles(library, id)).toEqual(['丙', '甲'])
    }))

  it('marks what each reader has read, the speaker where nobody is named', () =>
    withLibrary((library) => {
      const [a, b] = three(library)
      if (!a || !b) throw new Error('three were made')
      const { id } = library.collections.create(draft, [a, b])
      expect(() => library.collections.mark(id, a, '', true)).toThrow(expect.objectContaining({ code: 'no-reader' }))
      library.settings.change({ speaker: '示例老师' })
      library.collections.mark(id, a, '', true)
      library.collections.mark(id, a, '李老师', true)
      expect(library.collections.mark(id, b, '李老师', true).progress).toEqual([
        { reader: '李老师', read: 2 },
        { reader: '示例老师', read: 1 },
      ])
      expect(readCollection(library, id).entries.map(({ readBy }) => readBy)).toEqual([['李老师', '示例老师'], ['李老师']])
      expect(library.collections.mark(id, b, '李老师', false).progress).toContainEqual({ reader: '李老师', read: 1 })
      expect(library.history.undo()?.label['zh-CN']).toBe('标记“乙”未读')
      expect(library.collections.get(id).progress).toContainEqual({ reader: '李老师', read: 2 })
    }))

  it('passes over what is in the trash and finds it in its place when it comes back', () =>
    withLibrary((library) => {
      const [a, b, c] = three(library)
      if (!a || !b || !c) throw new Error('three were made')
      const { id } = library.collections.create(draft, [a, b, c])
      library.materials.remove([b])
      expect(library.collections.get(id).materials).toBe(2)
      library.collections.arrange(id, [c, a])
      library.trash.restore([b])
      expect(titles(library, id)).toEqual(['丙', '乙', '甲'])
    }))

  it('refuses an order that names other materials than it holds', () =>
    withLibrary((library) => {
      const [a, b, c] = three(library)
      if (!a || !b || !c) throw new Error('three were made')
      const { id } = library.collections.create(draft, [a, b])
      expect(() => library.collections.arrange(id, [a, c])).toThrow(expect.objectContaining({ code: 'collection-changed-elsewhere' }))
    }))

  it('is listed by the day on which it is due, those without one last, and by the materials in it', () =>
    withLibrary((library) => {
      const [a] = three(library)
      if (!a) throw new Error('three were made')
      for (const [title, due] of [['晚', '2027-01-01'], ['无期', ''], ['早', '2026-01-01']] as const) library.collections.create({ title, note: '', due }, title === '早' ? [a] : [])
      expect(library.collections.list().map(({ title }) => title)).toEqual(['早', '晚', '无期'])
      expect(library.collections.holding(a).map(({ title }) => title)).toEqual(['早'])
    }))
})

describe('saved searches in an order', () => {
  it('stay as they were put, new ones behind them, and one undo takes the order back', () =>
    withLibrary((library) => {
      const save = (name: string) => library.savedSearches.save({ name, text: name, filter: MaterialFilter.parse({}), order: 'relevance' }).id
      const [a, b, c] = [save('阿'), save('波'), save('次')] as const
      const names = () => library.savedSearches.list().map(({ name }) => name)
      library.savedSearches.arrange([c, a])
      expect(names()).toEqual(['次', '阿', '波'])
      save('阿之前')
      expect(names()).toEqual(['次', '阿', '波', '阿之前'])
      library.savedSearches.change(b, { name: '改名' })
      expect(names()[2]).toBe('改名')
      expect(library.doctor().problems).toEqual([])
      library.history.undo()
      library.history.undo()
      library.history.undo()
      expect(names()).toEqual(['阿', '波', '次'])
    }))
})

describe('a saved search', () => {
  it('keeps words, filter and order, and is listed by name', () =>
    withLibrary((library) => {
      const filter = { kinds: ['case' as const], tags: [], topics: [], audiences: [], status: null, sourceId: null, schools: ['示例一小'], used: false, freshness: 'fresh' as const, versions: 'all' as const }
      const saved = library.savedSearches.save({ name: '张校案例', text: '双师', filter, order: 'most-used' })
      library.savedSearches.save({ name: '阿校案例', text: '', filter, order: 'title' })
      expect(library.savedSearches.list().map(({ name }) => name)).toEqual(['阿校案例', '张校案例'])
      expect(library.savedSearches.list()[1]).toEqual({ ...saved, text: '双师', filter, order: 'most-used' })
      expect(library.savedSearches.change(saved.id, { name: '新名' })).toEqual({ ...saved, name: '新名' })
    }))
})

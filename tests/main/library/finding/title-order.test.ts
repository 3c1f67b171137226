import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TitleOrder } from '../../../../src/main/library/finding/title-order'
import { aDraft, withLibrary } from '../a-library'

const collator = new Intl.Collator('zh-CN', { numeric: true })
const title = fc.array(fc.constantFrom('张', '阿', '示例', '教', 'a', 'B', 'é', '10', '9', '007', '（', '一', ' '), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('').trim() || '题')
const change = fc.record({ do: fc.constantFrom('create' as const, 'create' as const, 'rename' as const, 'remove' as const, 'undo' as const), at: fc.nat({ max: 20 }), title })

describe('the order of titles', () => {
  it('stays what sorting all of them anew gives, whatever is created, renamed, deleted and taken back', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 25 }), (changes) =>
        withLibrary((library) => {
          const inOrder = () => {
            const titles = new Map(library.materials.sql.all<{ no: number; title: string }>('SELECT no, title FROM materials').map(({ no, title }) => [no, title]))
            const nos = [...titles.keys()]
            const all = Array.from(library.finder.titles.ordering().first)
            expect(all.toSorted((a, b) => a - b)).toEqual(nos.toSorted((a, b) => a - b))
            expect(all).toEqual(Array.from(new TitleOrder(library.materials.sql).ordering().first))
            return all.map((no) => titles.get(no))
          }
          for (const one of changes) {
            const materials = library.materials.list()
            const material = materials[one.at % Math.max(1, materials.length)]
            if (one.do === 'create') library.materials.create(aDraft({ title: one.title }))
            if (one.do === 'rename' && material) library.materials.update(material.id, { title: one.title })
            if (one.do === 'remove' && material) library.materials.remove([material.id])
            if (one.do === 'undo') library.history.undo()
            const kept = inOrder()
            const simple = kept.every((title) => title !== undefined && /^[张阿示例教一\d]*$/.test(title))
            if (simple) expect(kept).toEqual(kept.toSorted((a, b) => collator.compare(a ?? '', b ?? '')))
          }
        }),
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 30) },
    )
  })

  it('is the same when it is sorted in slices between which the library changes', () =>
    withLibrary((library) => {
      const titles = ['教', '示例', '阿', '张', '一', '课堂', 'b', '10', '9']
      const ids = library.together({ 'zh-CN': '示例', en: 'examples' }, () => Array.from({ length: 4500 }, (_, i) => library.materials.create(aDraft({ title: `${titles[(i * 7) % titles.length] ?? ''}${(i * 31) % 97}` })).id))
      const fresh = () => Array.from(new TitleOrder(library.materials.sql).ordering().first)
      const { titles: order } = library.finder
      let slices = 0
      for (const _ of order.preparing()) {
        const [renamed, removed] = [ids[slices * 11], ids[slices * 11 + 5]]
        if (renamed) library.materials.update(renamed, { title: slices % 2 === 0 ? `阿${slices}` : `z${slices}` })
        if (removed) library.materials.remove([removed])
        slices++
      }
      expect(slices).toBeGreaterThan(5)
      expect(Array.from(order.ordering().first)).toEqual(fresh())
    }))

  it('sets letters apart only where all else is the same', () =>
    withLibrary((library) => {
      for (const title of ['b', 'Ab', 'aa', 'B', 'AA', 'éa', 'ez']) library.materials.create(aDraft({ title }))
      const titles = new Map(library.materials.sql.all<{ no: number; title: string }>('SELECT no, title FROM materials').map(({ no, title }) => [no, title]))
      expect(Array.from(library.finder.titles.ordering().first).map((no) => titles.get(no))).toEqual(['aa', 'AA', 'Ab', 'b', 'B', 'éa', 'ez'])
    }))
})

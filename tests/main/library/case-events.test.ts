import { describe, expect, it } from 'vitest'
import { aDraft, withLibrary } from './a-library'

const aCase = aDraft({ kind: 'case', title: '双师课堂', stage: null })

describe('the chain of a case', () => {
  it('stands in the order of its days, and the stage of the case follows the latest', () =>
    withLibrary((library) => {
      const { id } = library.materials.create(aCase)
      library.cases.add(id, { stage: 'in-practice', date: '2026-03-01', note: '三所学校在用' })
      library.cases.add(id, { stage: 'reviewed', date: '2025-11-20', note: '' })
      expect(library.cases.of(id).map(({ stage, date }) => [stage, date])).toEqual([
        ['reviewed', '2025-11-20'],
        ['in-practice', '2026-03-01'],
      ])
      expect(library.materials.get(id).stage).toBe('in-practice')
    }))

  it('follows a step that is moved or taken out', () =>
    withLibrary((library) => {
      const { id } = library.materials.create(aCase)
      const reviewed = library.cases.add(id, { stage: 'reviewed', date: '2025-11-20', note: '' })
      const adopted = library.cases.add(id, { stage: 'adopted', date: '2026-01-05', note: '' })
      library.cases.change(reviewed.id, { date: '2026-02-01', note: '复审' })
      expect(library.materials.get(id).stage).toBe('reviewed')
      library.cases.remove(reviewed.id)
      expect(library.materials.get(id).stage).toBe('adopted')
      library.cases.remove(adopted.id)
      expect(library.materials.get(id).stage).toBeNull()
      expect(library.history.undo()?.label['zh-CN']).toBe('删除案例“双师课堂”的一笔进展')
      expect(library.materials.get(id).stage).toBe('adopted')
    }))

  it('puts a step without a day where it was recorded', () =>
    withLibrary((library) => {
      const { id } = library.materials.create(aCase)
      library.cases.add(id, { stage: 'adopted', date: '', note: '' })
      library.cases.add(id, { stage: 'feedback', date: '2030-01-01', note: '' })
      library.cases.add(id, { stage: 'reviewed', date: '2020-01-01', note: '' })
      expect(library.cases.of(id).map(({ stage }) => stage)).toEqual(['reviewed', 'adopted', 'feedback'])
    }))
})

import { describe, expect, it } from 'vitest'
import { MaterialId } from '../../../src/shared/model/ids'
import { aDraft, importInto, withLibrary } from './a-library'

describe('a material', () => {
  it('comes back as it was written, equal labels once', () =>
    withLibrary((library) => {
      const draft = aDraft({ kind: 'case', title: '示例小学的做法', body: '### 背景\n……', tags: ['资源', '资源'], topics: ['数字化'], audiences: ['principals'], status: 'approved', stage: 'in-practice', school: '示例小学' })
      const { id } = library.materials.create(draft)
      expect(library.materials.get(id)).toMatchObject({ ...draft, tags: ['资源'], provenance: null })
    }))

  it('changes only in what is changed', () =>
    withLibrary((library) => {
      const { materials } = importInto(library)
      const [before] = materials
      if (!before) throw new Error('nothing imported')
      const after = library.materials.update(before.id, { title: '改过的标题', tags: undefined })
      expect(after).toEqual({ ...before, title: '改过的标题', updatedAt: after.updatedAt })
      expect(after.updatedAt).toBeGreaterThan(before.updatedAt)
    }))

  it('is removed with others in one deed; unknown ids are passed over', () =>
    withLibrary((library) => {
      const ids = ['甲', '乙', '丙'].map((title) => library.materials.create(aDraft({ title })).id)
      expect(library.materials.remove([...ids.slice(0, 2), ...ids.slice(0, 1), MaterialId.parse('019b0000-0000-7000-8000-ffffffffffff')])).toBe(2)
      expect(library.materials.list().map(({ title }) => title)).toEqual(['丙'])
      expect(() => library.materials.get(ids[0] ?? MaterialId.parse(''))).toThrow(expect.objectContaining({ code: 'material-not-found' }))
      library.history.undo()
      expect(library.counts().materials).toBe(3)
    }))

  it('is listed by kind', () =>
    withLibrary((library) => {
      library.materials.create(aDraft({ kind: 'story', title: '故事' }))
      library.materials.create(aDraft({ kind: 'quote', title: '引文' }))
      expect(library.materials.list('story').map(({ title }) => title)).toEqual(['故事'])
    }))
})

describe('labels', () => {
  it('are counted, most used first, and go when nobody uses them', () =>
    withLibrary((library) => {
      const { id } = library.materials.create(aDraft({ kind: 'case', tags: ['少', '多'] }))
      library.materials.create(aDraft({ kind: 'case', tags: ['多'], topics: ['题'] }))
      library.materials.create(aDraft({ kind: 'note', audiences: ['students'] }))
      expect(library.materials.labels()).toEqual({
        tags: [{ label: '多', count: 2 }, { label: '少', count: 1 }],
        topics: [{ label: '题', count: 1 }],
        audiences: [{ label: 'students', count: 1 }],
        kinds: [{ kind: 'case', count: 2 }, { kind: 'note', count: 1 }],
      })
      library.materials.remove([id])
      expect(library.materials.labels().tags).toEqual([{ label: '多', count: 1 }])
    }))
})

import { describe, expect, it } from 'vitest'
import { previewBulkEdit } from '../../../src/main/use-cases/preview-bulk-edit'
import { revisionDifference } from '../../../src/main/use-cases/revision-difference'
import { aDraft, withLibrary } from './a-library'

describe('the history of a material', () => {
  it('keeps every revision with its author and what changed', () =>
    withLibrary((library) => {
      library.settings.change({ speaker: '示例老师' })
      const { id } = library.materials.create(aDraft({ title: '一', body: '甲' }))
      library.materials.update(id, { body: '乙', status: 'approved' })
      library.settings.change({ speaker: '另一位' })
      library.materials.update(id, { title: '二' })
      const list = library.revisions.list(id)
      expect(list.map(({ revision, by, title, current, changed }) => ({ revision, by, title, current, changed }))).toEqual([
        { revision: 3, by: '另一位', title: '二', current: true, changed: ['title'] },
        { revision: 2, by: '示例老师', title: '一', current: false, changed: ['body', 'status'] },
        { revision: 1, by: '示例老师', title: '一', current: false, changed: [] },
      ])
      expect(list.map(({ at }) => at)).toEqual(list.map(({ at }) => at).toSorted((a, b) => b - a))
      expect(library.revisions.get(id, 1)).toMatchObject({ title: '一', body: '甲', status: 'draft' })
    }))

  it('keeps none of a change that changes nothing', () =>
    withLibrary((library) => {
      const { id } = library.materials.create(aDraft({ title: '一', tags: ['甲'] }))
      library.materials.update(id, { title: '一', tags: ['甲', '甲'], validUntil: '' })
      expect(library.revisions.list(id)).toHaveLength(1)
      expect(library.history.peek().undo?.label.en).toBe('Add “一”')
    }))

  it('shows two revisions side by side', () =>
    withLibrary((library) => {
      const { id } = library.materials.create(aDraft({ body: '数字教育', tags: ['甲'] }))
      library.materials.update(id, { body: '数智教育', tags: ['甲', '乙'], consent: { state: 'given', note: '家长签字' } })
      expect(revisionDifference(library, id, 1, 2)).toEqual({
        title: [{ kind: 'same', text: '示例素材' }],
        body: [
          { kind: 'same', text: '数' },
          { kind: 'removed', text: '字' },
          { kind: 'added', text: '智' },
          { kind: 'same', text: '教育' },
        ],
        fields: [
          { field: 'tags', from: '甲', to: '甲 乙' },
          { field: 'consent', from: '', to: 'given 家长签字' },
        ],
      })
      expect(revisionDifference(library, id, 0, 1).body).toEqual([{ kind: 'added', text: '数字教育' }])
    }))

  it('brings a revision back as a new one, and takes that back as well', () =>
    withLibrary((library) => {
      const { id } = library.materials.create(aDraft({ title: '一', body: '甲' }))
      library.materials.update(id, { body: '乙' })
      expect(library.materials.restoreRevision(id, 1).body).toBe('甲')
      expect(library.revisions.list(id)).toHaveLength(3)
      expect(library.history.undo()?.label).toEqual({ 'zh-CN': '把素材“一”恢复到第 1 版', en: 'Bring “一” back to revision 1' })
      expect(library.materials.get(id).body).toBe('乙')
      expect(library.revisions.list(id)).toHaveLength(2)
    }))

  it('knows no revision that there never was', () =>
    withLibrary((library) => {
      const { id } = library.materials.create(aDraft())
      expect(() => library.revisions.get(id, 2)).toThrow(expect.objectContaining({ code: 'revision-not-found' }))
    }))

  it('waits in the trash with its material, and is gone when that is emptied', () =>
    withLibrary((library) => {
      const { id } = library.materials.create(aDraft({ body: '甲' }))
      library.materials.update(id, { body: '乙' })
      library.materials.remove([id])
      library.trash.restore([id])
      expect(library.revisions.list(id)).toHaveLength(2)
      library.materials.remove([id])
      library.trash.empty()
      expect(library.materials.sql.value('SELECT count(*) FROM material_revisions')).toBe(0)
      library.history.undo()
      library.history.undo()
      expect(library.revisions.list(id)).toHaveLength(2)
    }))
})

describe('editing many at once', () => {
  it('is one deed, with a revision for each that is different', () =>
    withLibrary((library) => {
      const [a, b] = [aDraft({ title: '甲', tags: ['旧', '留'], status: 'draft' }), aDraft({ title: '乙', tags: ['新', '留'], status: 'approved', validUntil: '2027-01-01' })].map((draft) => library.materials.create(draft).id)
      if (!a || !b) throw new Error('two were made')
      expect(library.materials.editMany([a, b, a], { addTags: ['新'], removeTags: ['旧'], status: 'approved', validUntil: '2027-01-01' })).toBe(1)
      expect(library.materials.get(a)).toMatchObject({ tags: ['留', '新'], status: 'approved', validUntil: '2027-01-01' })
      expect([a, b].map((id) => library.revisions.list(id).length)).toEqual([2, 1])
      expect(library.history.undo()?.label['zh-CN']).toBe('修改 1 条素材')
      expect(library.materials.get(a)).toMatchObject({ tags: ['旧', '留'], status: 'draft' })
    }))

  it('keeps a label that is added and removed at once', () =>
    withLibrary((library) => {
      const { id } = library.materials.create(aDraft({ topics: ['甲'] }))
      library.materials.editMany([id], { addTopics: ['甲', '乙'], removeTopics: ['甲'] })
      expect(library.materials.get(id).topics).toEqual(['甲', '乙'])
    }))

  it('tells before what it would do, and does nothing', () =>
    withLibrary((library) => {
      const told = library.materials.create(aDraft({ title: '甲', kind: 'case', stage: 'adopted' })).id
      const same = library.materials.create(aDraft({ title: '乙', kind: 'story' })).id
      expect(previewBulkEdit(library, [told, same, told], { kind: 'story' }, 8)).toEqual({
        changed: 1,
        fields: [
          { field: 'kind', count: 1 },
          { field: 'stage', count: 1 },
        ],
        examples: [{ id: told, title: '甲', fields: [{ field: 'kind', from: 'case', to: 'story' }, { field: 'stage', from: 'adopted', to: '' }] }],
      })
      expect(library.materials.get(told).kind).toBe('case')
      expect(library.materials.editMany([told, same], { kind: 'story' })).toBe(1)
      expect(library.materials.get(told)).toMatchObject({ kind: 'story', stage: null })
    }))
})

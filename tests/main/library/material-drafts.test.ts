import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../src/main/library/library'
import type { UnfinishedMaterial } from '../../../src/shared/model/material-draft'
import { aFolder, anEnvironment, withLibrary } from './a-library'

const draft = (title: string): UnfinishedMaterial => ({ kind: 'note', title, body: '写到一半', tags: [], topics: [], audiences: [], status: 'draft', stage: null, school: '' })

describe('what was written and not saved', () => {
  it('is there after the library was closed and opened again, without a title too', () => {
    const folder = aFolder()
    const first = openLibrary(folder.path, anEnvironment())
    first.drafts.keep({ of: 'new', draft: draft(''), basedOn: null })
    first.close()
    const second = openLibrary(folder.path, anEnvironment())
    expect(second.drafts.get('new')).toMatchObject({ draft: draft(''), basedOn: null })
    expect(second.doctor().problems).toEqual([])
    second.close()
    folder.remove()
  })

  it('is one a material, the latest, and no deed', () =>
    withLibrary((library) => {
      const { id, updatedAt } = library.materials.create({ ...draft('甲'), title: '甲' })
      const deed = library.history.peek().undo
      library.drafts.keep({ of: id, draft: draft('乙'), basedOn: updatedAt })
      library.drafts.keep({ of: 'new', draft: draft('新'), basedOn: null })
      library.drafts.keep({ of: id, draft: draft('丙'), basedOn: updatedAt })
      expect(library.drafts.list().map(({ draft: { title } }) => title)).toEqual(['丙', '新'])
      expect(library.history.peek().undo).toEqual(deed)
      library.drafts.drop(id)
      expect(library.drafts.get(id)).toBeNull()
      expect(library.materials.get(id).title).toBe('甲')
    }))

  it('stays while its material is in the trash, and goes with it when that is emptied', () =>
    withLibrary((library) => {
      const { id, updatedAt } = library.materials.create({ ...draft('甲'), title: '甲' })
      library.drafts.keep({ of: id, draft: draft('乙'), basedOn: updatedAt })
      library.materials.remove([id])
      expect(library.drafts.get(id)).not.toBeNull()
      library.trash.empty()
      expect(library.drafts.get(id)).toBeNull()
      library.history.undo()
      expect(library.drafts.get(id)?.draft.title).toBe('乙')
    }))
})

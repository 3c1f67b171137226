import { describe, expect, it } from 'vitest'
import type { MaterialId } from '../../../src/shared/model/ids'
import type { Library } from '../../../src/main/library/library'
import { aDocument, aDraft, aProposal, importInto, titlesFor, withLibrary } from './a-library'

const made = (library: Library, ...titles: string[]): MaterialId[] => titles.map((title) => library.materials.create(aDraft({ title })).id)
const titlesOf = (library: Library, id: MaterialId | undefined) => (id ? library.versions.of(id).map(({ rank, title }) => `${rank} ${title}`) : [])

describe('versions', () => {
  it('shows the newest in lists and keeps the others at hand', () =>
    withLibrary((library) => {
      const [first, second] = made(library, '一稿', '二稿')
      library.versions.link([first, second].filter((id) => id !== undefined))
      expect(titlesFor(library, '')).toEqual(['二稿'])
      expect(titlesFor(library, '', { versions: 'all' })).toEqual(['二稿', '一稿'])
      expect(titlesOf(library, first)).toEqual(['2 二稿', '1 一稿'])
      expect(library.materials.get(second ?? ('' as MaterialId)).version).toMatchObject({ rank: 2, count: 2 })
    }))

  it('joins what the named ones are linked to already, right before them', () =>
    withLibrary((library) => {
      const [a, b, c, d] = made(library, '甲', '乙', '丙', '丁')
      if (!a || !b || !c || !d) throw new Error('four were made')
      library.versions.link([a, b])
      library.versions.link([c, d])
      library.versions.link([b, d])
      expect(titlesOf(library, a)).toEqual(['4 丁', '3 丙', '2 乙', '1 甲'])
    }))

  it('leaves nobody alone in a group when one of two is taken out', () =>
    withLibrary((library) => {
      const ids = made(library, '甲', '乙')
      library.versions.link(ids)
      library.versions.unlink(ids[0] ?? ('' as MaterialId))
      expect(ids.map((id) => library.materials.get(id).version)).toEqual([undefined, undefined])
      expect(titlesFor(library, '')).toEqual(['乙', '甲'])
    }))

  it('shows the older one again while the newest is in the trash, and counts it no more', () =>
    withLibrary((library) => {
      const [older, newer] = made(library, '一稿', '二稿')
      if (!older || !newer) throw new Error('two were made')
      library.versions.link([older, newer])
      library.materials.remove([newer])
      expect(titlesFor(library, '')).toEqual(['一稿'])
      expect(library.materials.get(older).version).toBeUndefined()
      library.trash.restore([newer])
      expect(titlesFor(library, '')).toEqual(['二稿'])
    }))

  it('takes an imported proposal for the newer version of what it was linked to at review, in the same deed', () =>
    withLibrary((library) => {
      const [older] = made(library, '旧规定')
      importInto(library, aDocument(), [aProposal(0, { title: '新规定', versionOf: older }), aProposal(1, { title: '别的' })])
      expect(titlesFor(library, '规定')).toEqual(['新规定'])
      expect(titlesOf(library, older)).toEqual(['2 新规定', '1 旧规定'])
      library.history.undo()
      expect(titlesFor(library, '')).toEqual(['旧规定'])
      expect(library.materials.get(older ?? ('' as MaterialId)).version).toBeUndefined()
    }))

  it('imports a proposal by itself when what it was linked to is gone', () =>
    withLibrary((library) => {
      const [older] = made(library, '旧规定')
      library.materials.remove([older].filter((id) => id !== undefined))
      importInto(library, aDocument(), [aProposal(0, { title: '新规定', versionOf: older })])
      expect(titlesFor(library, '')).toEqual(['新规定'])
    }))

  it('puts what an imported proposal replaces into the trash, in the same deed', () =>
    withLibrary((library) => {
      const [older] = made(library, '旧规定')
      importInto(library, aDocument(), [aProposal(0, { title: '新规定', replaces: older }), aProposal(1, { title: '又一条', replaces: older })])
      expect(titlesFor(library, '').sort()).toEqual(['又一条', '新规定'])
      expect(library.trash.list(10, 0).entries.map(({ title }) => title)).toEqual(['旧规定'])
      library.history.undo()
      expect([titlesFor(library, ''), library.trash.list(10, 0).total]).toEqual([['旧规定'], 0])
    }))
})

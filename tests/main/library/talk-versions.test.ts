import { describe, expect, it } from 'vitest'
import type { TalkId } from '../../../src/shared/model/ids'
import { openLibrary, type Library } from '../../../src/main/library/library'
import type { VersionReason } from '../../../src/shared/model/talk-version'
import { aDerived, anEnvironment, withLibrary } from './a-library'

const HOUR = 3_600_000
const keep = (library: Library, talkId: TalkId, reason: VersionReason, markdown: string, name = '') => library.talkVersions.keep({ talkId, reason, name, markdown, blocks: 3, seconds: 60 })
const namesOf = (library: Library, talk: TalkId) => library.talkVersions.ofTalk(talk).map(({ name, reason }) => name || reason)

describe('versions of a talk', () => {
  it('are listed newest first, with their text to be had', () =>
    withLibrary((library, folder) => {
      const { id } = library.talks.add(aDerived(), '第三稿')
      keep(library, id, 'by-hand', '第一稿', '初稿')
      const exported = keep(library, id, 'exported', '第二稿')
      expect(namesOf(library, id)).toEqual(['exported', '初稿'])
      expect(library.talkVersions.text(exported.id)).toBe('第二稿')
      expect(library.doctor().problems).toEqual([])
      library.close()
      const again = openLibrary(folder, anEnvironment())
      expect(again.talkVersions.text(exported.id)).toBe('第二稿')
      again.close()
    }))

  it('are kept by hand, named and deleted as deeds that can be taken back', () =>
    withLibrary((library) => {
      const { id } = library.talks.add(aDerived(), '')
      const version = keep(library, id, 'by-hand', '第一稿', '初稿')
      library.talkVersions.rename(version.id, '送审稿')
      library.talkVersions.remove(version.id)
      expect(namesOf(library, id)).toEqual([])
      expect(() => library.talkVersions.text(version.id)).toThrow(expect.objectContaining({ code: 'version-not-found' }))
      expect(library.history.undo()?.label['zh-CN']).toBe('删除版本“送审稿”')
      expect(namesOf(library, id)).toEqual(['送审稿'])
      library.history.undo()
      expect(namesOf(library, id)).toEqual(['初稿'])
      library.history.undo()
      expect(namesOf(library, id)).toEqual([])
    }))

  it('are not kept twice by themselves, and are no deeds then', () =>
    withLibrary((library) => {
      const { id } = library.talks.add(aDerived(), '')
      const first = keep(library, id, 'exported', '一稿')
      expect(keep(library, id, 'rehearsed', '一稿')).toEqual(first)
      keep(library, id, 'exported', '二稿')
      keep(library, id, 'exported', '一稿')
      expect(namesOf(library, id)).toHaveLength(3)
      expect(library.history.peek().undo).toBeNull()
    }))

  it('are thinned out as backups are, except those with a name', () => {
    let now = Date.parse('2026-03-02T08:00:00Z')
    return withLibrary(
      (library) => {
        const { id } = library.talks.add(aDerived(), '')
        const named = keep(library, id, 'pause', '起了名字的', '')
        library.talkVersions.rename(named.id, '留着')
        for (let count = 0; count < 60; count++) {
          now += 12 * HOUR
          keep(library, id, 'exported', `第 ${count} 稿`)
        }
        const left = library.talkVersions.ofTalk(id)
        expect(left.length).toBeLessThanOrEqual(3 + 7 + 4 + 1)
        expect(left.length).toBeGreaterThan(8)
        expect(library.talkVersions.text(left[0]!.id)).toBe('第 59 稿')
        expect(left.at(-1)?.name).toBe('留着')
      },
      { clock: () => now },
    )
  })

  it('stay while their talk is in the trash, and go with it when that is emptied', () =>
    withLibrary((library) => {
      const { id } = library.talks.add(aDerived(), '')
      keep(library, id, 'exported', '一稿')
      library.talks.remove(id)
      expect(namesOf(library, id)).toEqual(['exported'])
      library.trash.empty()
      expect(namesOf(library, id)).toEqual([])
      library.history.undo()
      expect(namesOf(library, id)).toEqual(['exported'])
    }))
})

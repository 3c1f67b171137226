import { describe, expect, it } from 'vitest'
import { RehearsalId, type Rehearsal, type RehearsedBlock } from '../../../src/shared/model/rehearsal'
import type { TalkId } from '../../../src/shared/model/ids'
import { openLibrary } from '../../../src/main/library/library'
import { paceOfSpeaker } from '../../../src/main/use-cases/pace-of-speaker'
import { aDerived, anEnvironment, withLibrary } from './a-library'

const block = (spoken: number): RehearsedBlock => ({ title: '要点', section: '第一部分', characters: 220, words: 3, still: 2, planned: 63, spoken })
const rehearsal = (talkId: TalkId, number: number, more: Partial<Rehearsal> = {}): Rehearsal => ({
  id: RehearsalId.parse(`01900000-0000-7000-8000-${String(number).padStart(12, '0')}`),
  talkId,
  lecturer: '示例教师',
  audience: '',
  minutes: 30,
  startedAt: 1000 * number,
  endedAt: 1000 * number + 10,
  finished: false,
  blocks: [block(number)],
  ...more,
})

describe('rehearsals', () => {
  it('are written over as they go on, and listed newest first', () =>
    withLibrary((library) => {
      const { id } = library.talks.add(aDerived(), '')
      library.rehearsals.keep(rehearsal(id, 1))
      library.rehearsals.keep(rehearsal(id, 2, { lecturer: ' 示例校长 ' }))
      const ended = rehearsal(id, 1, { finished: true, endedAt: 9_000, blocks: [block(5), block(7.5)] })
      library.rehearsals.keep(ended)
      expect(library.rehearsals.ofTalk(id).map(({ startedAt }) => startedAt)).toEqual([2000, 1000])
      expect(library.rehearsals.ofTalk(id)[1]).toEqual(ended)
      expect(library.rehearsals.ofLecturer('示例校长', 10).map(({ startedAt }) => startedAt)).toEqual([2000])
      expect(library.doctor().problems).toEqual([])
    }))

  it('are no deed while they run; deleting one is', () =>
    withLibrary((library) => {
      const { id } = library.talks.add(aDerived(), '')
      const one = rehearsal(id, 1)
      library.rehearsals.keep(one)
      expect(library.history.peek().undo).toBeNull()
      library.rehearsals.remove(one.id, '示例宣讲')
      expect(library.rehearsals.ofTalk(id)).toEqual([])
      expect(library.history.undo()?.label['zh-CN']).toBe('删除《示例宣讲》的一次排练')
      expect(library.rehearsals.ofTalk(id)).toEqual([one])
      expect(() => library.rehearsals.remove(rehearsal(id, 9).id, '')).toThrow(expect.objectContaining({ code: 'rehearsal-not-found' }))
    }))

  it('stay while their talk is in the trash, and go with it when that is emptied', () =>
    withLibrary((library) => {
      const { id } = library.talks.add(aDerived(), '')
      library.rehearsals.keep(rehearsal(id, 1))
      library.talks.remove(id)
      expect(library.rehearsals.ofTalk(id)).toHaveLength(1)
      library.trash.empty()
      expect(library.rehearsals.ofTalk(id)).toEqual([])
      library.history.undo()
      expect(library.rehearsals.ofTalk(id)).toHaveLength(1)
    }))
})

describe('lecturers', () => {
  it('have the pace that was set last, and undo gives the one before back', () =>
    withLibrary((library) => {
      library.lecturers.setPace(' 示例教师 ', 200)
      library.lecturers.setPace('示例教师', 240)
      expect(library.lecturers.list()).toMatchObject([{ name: '示例教师', pace: 240 }])
      library.history.undo()
      expect(library.lecturers.list()).toMatchObject([{ name: '示例教师', pace: 200 }])
      library.history.undo()
      expect(library.lecturers.list()).toEqual([])
      library.history.redo()
      library.lecturers.remove(library.lecturers.list()[0]!.id)
      expect(library.lecturers.list()).toEqual([])
    }))

  it('give the time of the talks that name them; other talks keep the pace of the library', () =>
    withLibrary((library) => {
      library.settings.change({ pace: 230, speaker: '示例校长' })
      library.lecturers.setPace('示例教师', 180)
      library.lecturers.setPace('示例校长', 150)
      const pace = paceOfSpeaker(library)
      expect([pace('示例教师'), pace(' 示例教师'), pace('别人'), pace('')]).toEqual([180, 180, 230, 150])
    }))

  it('are there after the library was closed and opened again', () =>
    withLibrary((library, folder) => {
      library.lecturers.setPace('示例教师', 200)
      library.close()
      const again = openLibrary(folder, anEnvironment())
      expect(again.lecturers.list()).toMatchObject([{ name: '示例教师', pace: 200 }])
      again.close()
    }))
})

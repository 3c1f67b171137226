import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../../src/shared/in-step/fingerprint'
import { blockTextsOf } from '../../../src/shared/markdown/block-texts'
import { openLibrary, type Library } from '../../../src/main/library/library'
import type { TalkId } from '../../../src/shared/model/ids'
import { aDerived, anEnvironment, withLibrary } from './a-library'

const block = (title: string, shown: string, said: string) => `## ${title}\n- ${shown}\n\n:::script\n${said}\n:::\n`
const TALK = `${block('甲', '一', '说一。')}\n${block('乙', '二', '说二。')}`
const CHANGED = TALK.replace('- 一', '- 一和三')

const save = (library: Library, id: TalkId, markdown: string) => library.talks.save(id, markdown, aDerived(), library.talks.get(id).revision)
const marksOf = (library: Library, id: TalkId) => library.stepMarks.of(id, library.talks.get(id).revision)
const printOf = (markdown: string, index: number) => fingerprint(blockTextsOf(markdown)[index]!.text)

describe('marks of blocks that are out of step', () => {
  it('move on with every save, and are there after the library was closed', () =>
    withLibrary((library, folder) => {
      const { id } = library.talks.add(aDerived(), TALK)
      save(library, id, CHANGED)
      save(library, id, `${block('新', '零', '说零。')}\n${CHANGED}`)
      expect(marksOf(library, id)).toMatchObject([{ block: 1, wasShown: '- 一', wasSaid: null }])
      expect(library.doctor().problems).toEqual([])
      library.close()
      const again = openLibrary(folder, anEnvironment())
      expect(marksOf(again, id)).toMatchObject([{ block: 1 }])
      again.close()
    }))

  it('are gone once the user says that both sides agree, and back when that is taken back', () =>
    withLibrary((library) => {
      const { id } = library.talks.add(aDerived(), TALK)
      save(library, id, CHANGED)
      const print = printOf(CHANGED, 0)
      const mark = library.stepMarks.confirm(id, library.talks.get(id), print)
      expect(marksOf(library, id)).toEqual([])
      expect(library.stepMarks.confirm(id, library.talks.get(id), print)).toBeNull()
      const moved = `${block('新', '零', '说零。')}\n${CHANGED}`
      save(library, id, moved)
      library.stepMarks.reopen(id, library.talks.get(id), print, mark!)
      expect(marksOf(library, id)).toMatchObject([{ block: 1, wasShown: '- 一' }])
    }))

  it('begin from what was confirmed', () =>
    withLibrary((library) => {
      const { id } = library.talks.add(aDerived(), TALK)
      save(library, id, CHANGED)
      library.stepMarks.confirm(id, library.talks.get(id), printOf(CHANGED, 0))
      save(library, id, CHANGED.replace('一和三', '一和五'))
      expect(marksOf(library, id)).toMatchObject([{ wasShown: '- 一和三' }])
    }))

  it('stay while their talk is in the trash, and go with it when that is emptied', () =>
    withLibrary((library) => {
      const { id } = library.talks.add(aDerived(), TALK)
      const { revision } = save(library, id, CHANGED)
      library.talks.remove(id)
      library.history.undo()
      expect(marksOf(library, id)).toHaveLength(1)
      library.talks.remove(id)
      library.trash.empty()
      expect(library.stepMarks.of(id, revision)).toEqual([])
    }))
})

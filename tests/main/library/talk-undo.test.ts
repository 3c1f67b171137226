import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TalkSession } from '../../../src/renderer/screens/talk/talk-session'
import { MOST_UNDO } from '../../../src/main/library/talk-undo'
import type { Library } from '../../../src/main/library/library'
import type { TalkId } from '../../../src/shared/model/ids'
import type { TalkRecord } from '../../../src/shared/model/talk'
import { aDerived, withLibraryAsync } from './a-library'

/** A window on a talk: it writes when it is told to, and never by itself. */
const opened = (library: Library, id: TalkId) => {
  const { markdown, revision } = library.talks.get(id)
  let time = 0
  const clock = { now: () => time++, after: () => () => undefined }
  const save = async (text: string, basedOn: number, history: Parameters<Library['talks']['save']>[4]): Promise<TalkRecord> => library.talks.save(id, text, aDerived(), basedOn, history)
  return new TalkSession({ markdown, revision }, save, clock, async (upTo, most) => library.talkUndo.page(id, library.talks.get(id).revision, upTo, most))
}

/** Undo or redo until there is no more, reading on as a window does. */
const walk = async (session: TalkSession, direction: 'undo' | 'redo') => {
  for (let steps = 0; session.snapshot()[direction === 'undo' ? 'canUndo' : 'canRedo']; steps++) {
    if (steps > 5_000) throw new Error(`${direction} never ends`)
    session[direction]()
    await session.readMore()
  }
}

const text = fc.string({ unit: fc.constantFrom('数', '字', '课', 'a', ' ', '\n', '😀'), maxLength: 30 })
const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), text, coalesce: fc.constantFrom('', 'script', 'slide') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('save' as const, 'reopen' as const) }) },
)

describe('the undo of a talk', () => {
  it('gives the first text back and the last again after any edits, undos, saves and reopenings', () =>
    fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async (deeds) => {
        await withLibraryAsync(async (library) => {
          const { id } = library.talks.add(aDerived(), '第一稿')
          let session = opened(library, id)
          for (const one of deeds) {
            if (one.kind === 'edit') session.edit(one.text, { coalesce: one.coalesce })
            else if (one.kind === 'undo' || one.kind === 'redo') {
              session[one.kind]()
              await session.readMore()
            } else {
              await session.flush()
              if (one.kind === 'save') continue
              session = opened(library, id)
              await session.readMore()
            }
          }
          await session.flush()
          session = opened(library, id)
          await session.readMore()
          await walk(session, 'redo')
          const last = session.snapshot().text
          await walk(session, 'undo')
          expect(session.snapshot().text).toBe('第一稿')
          await walk(session, 'redo')
          expect(session.snapshot().text).toBe(last)
          expect(library.doctor().problems).toEqual([])
        })
      }),
      { numRuns: 60 },
    ))

  it('is read piece by piece: three hundred steps come back, the oldest included', () =>
    withLibraryAsync(async (library) => {
      const { id } = library.talks.add(aDerived(), '起')
      const writer = opened(library, id)
      for (let step = 0; step < 300; step++) {
        writer.edit(`${writer.snapshot().text}${step % 10}`)
        if (step % 7 === 0) await writer.flush()
      }
      await writer.flush()
      const reader = opened(library, id)
      expect(reader.snapshot().canUndo).toBe(false)
      await reader.readMore()
      await walk(reader, 'undo')
      expect(reader.snapshot().text).toBe('起')
      await reader.flush()
      const again = opened(library, id)
      await again.readMore()
      await walk(again, 'redo')
      expect(again.snapshot().text).toHaveLength(301)
    }))

  it('takes back what was saved by somebody who tells nothing of a stack', () =>
    withLibraryAsync(async (library) => {
      const { id } = library.talks.add(aDerived(), '一')
      library.talks.save(id, '一二', aDerived(), 1)
      const session = opened(library, id)
      await session.readMore()
      session.undo()
      expect(session.snapshot().text).toBe('一')
    }))

  it('stays true to the text when a window tells of steps that do not lead to it', () =>
    withLibraryAsync(async (library) => {
      const { id } = library.talks.add(aDerived(), '一')
      library.talks.save(id, '一二', aDerived(), 1, { keep: 0, steps: [[[1, '', '九']]], move: 1 })
      library.talks.save(id, '一二三', aDerived(), 2, { keep: -8, steps: [], move: 4 })
      library.talks.save(id, '一二三四', aDerived(), 3, { keep: null, steps: [[[99, 'x', '']]], move: 0 })
      const session = opened(library, id)
      await session.readMore()
      await walk(session, 'undo')
      expect(session.snapshot().text).toBe('一')
    }))

  it('has both texts when two windows met, whichever was taken', () =>
    withLibraryAsync(async (library) => {
      for (const choice of ['theirs', 'mine'] as const) {
        const { id } = library.talks.add(aDerived(), '原稿')
        const [mine, theirs] = [opened(library, id), opened(library, id)]
        theirs.edit('他稿')
        await theirs.flush()
        mine.edit('我稿')
        await mine.flush()
        expect(mine.snapshot().save).toBe('conflict')
        if (choice === 'theirs') mine.takeTheirs(library.talks.get(id))
        else await mine.keepMine(library.talks.get(id))
        await mine.flush()
        const later = opened(library, id)
        await later.readMore()
        const seen = [later.snapshot().text]
        while (later.snapshot().canUndo) {
          later.undo()
          await later.readMore()
          seen.push(later.snapshot().text)
        }
        expect(seen).toEqual(choice === 'theirs' ? ['他稿', '我稿', '他稿', '原稿'] : ['我稿', '他稿', '原稿'])
      }
    }))

  it('holds no more than its bound: the oldest steps are folded away, the newest stay', () =>
    withLibraryAsync(async (library) => {
      const { id } = library.talks.add(aDerived(), '')
      const large = MOST_UNDO / 8
      for (let revision = 1; revision <= 20; revision++) library.talks.save(id, String(revision % 10).repeat(large), aDerived(), revision)
      const { bottom, top, done, steps } = library.talkUndo.page(id, 21, undefined, 1000)
      expect([done, top]).toEqual([20, 20])
      expect(bottom).toBeGreaterThan(10)
      expect(steps.map(({ position }) => position)).toEqual(Array.from({ length: top - bottom }, (_, index) => bottom + index + 1))
      expect(JSON.stringify(steps).length).toBeLessThan(MOST_UNDO * 1.1)
      const session = opened(library, id)
      await session.readMore()
      await walk(session, 'undo')
      expect(session.snapshot().text).toBe(String(bottom % 10).repeat(large))
    }))

  it('comes back with a talk from the trash and leaves with the trash', () =>
    withLibraryAsync(async (library) => {
      const { id } = library.talks.add(aDerived(), '一')
      library.talks.save(id, '二', aDerived(), 1)
      library.talks.remove(id)
      library.trash.restore([id])
      expect(library.talkUndo.page(id, 2, undefined, 10)).toMatchObject({ done: 1, steps: [{ position: 1 }] })
      library.talks.remove(id)
      library.trash.empty()
      expect(library.talkUndo.page(id, 2, undefined, 10)).toMatchObject({ top: 0, steps: [] })
      library.history.undo()
      library.trash.restore([id])
      expect(library.talkUndo.page(id, 2, undefined, 10)).toMatchObject({ done: 1, steps: [{ position: 1 }] })
    }))
})

import { beforeAll, describe, expect, it } from 'vitest'
import { openLibrary } from '../../src/main/library/library'
import { TalkSession } from '../../src/renderer/screens/talk/talk-session'
import { seeded } from '../bench/generated-materials'
import { aFolder, anEnvironment } from '../main/library/a-library'
import { buildChild, startChild } from './child-process'

const ROUNDS = 8
/** What may be lost: the last second, and what a busy machine adds to a timer and a write. */
const LOST_AT_MOST = 1_000 + 500

let childFile = ''
beforeAll(async () => {
  childFile = await buildChild('typing-child')
})

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('kill −9 while somebody types', () => {
  it('loses at most the last second, nothing that was called saved, and leaves an undo that fits the text', async () => {
    const random = seeded(4)
    const folder = aFolder()
    for (let round = 0; round < ROUNDS; round++) {
      const child = startChild(childFile, [folder.path])
      await child.said((line) => line === 'open')
      await pause(300 + random() * 2_500) // the moment of death, anywhere in a write or between two
      await child.kill()

      const library = openLibrary(folder.path, anEnvironment())
      const [summary] = library.talks.list()
      if (!summary) throw new Error('The talk is gone')
      const { id, markdown, revision } = library.talks.get(summary.id)

      const shown = child.lines.flatMap((line) => (line.startsWith('shown ') ? [/^shown (\d+) (.*)$/.exec(line)] : [])).map((match) => ({ at: Number(match?.[1]), text: JSON.parse(match?.[2] ?? '""') as string }))
      const saved = child.lines.findLast((line) => line.startsWith('saved '))?.slice('saved '.length)
      const stored = shown.findLastIndex(({ text }) => text === markdown)
      const acknowledged = saved === undefined ? -1 : shown.findLastIndex(({ text }) => JSON.stringify(text) === saved)
      // A death before the first write leaves the text of the round before.
      expect(stored >= 0 || saved === undefined).toBe(true)
      expect(stored).toBeGreaterThanOrEqual(acknowledged)
      expect((shown.at(-1)?.at ?? 0) - (shown[stored + 1]?.at ?? shown.at(-1)?.at ?? 0)).toBeLessThan(LOST_AT_MOST)

      const session = new TalkSession({ markdown, revision }, () => Promise.reject(new Error('only read')), { now: () => 0, after: () => () => undefined }, async (upTo, most) => library.talkUndo.page(id, revision, upTo, most))
      await session.readMore()
      for (const direction of ['redo', 'undo'] as const) {
        while (session.snapshot()[direction === 'undo' ? 'canUndo' : 'canRedo']) {
          session[direction]()
          await session.readMore()
        }
      }
      expect(session.snapshot().text).toBe('起')
      expect(library.doctor().problems).toEqual([])
      library.close()
    }
    folder.remove()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsOf, selectionOf } from '../../src/renderer/screens/talk/selection'
import { COALESCE_MS, TalkSession } from '../../src/renderer/screens/talk/talk-session'
import { blockTextsOf } from '../../src/shared/markdown/block-texts'
import { insertBehind, textOfRows } from '../../src/shared/markdown/edit-many'
import { bodyOf, scriptOf, setBlockBody, setScript } from '../../src/shared/markdown/edit-talk'
import { parseTalk } from '../../src/shared/markdown/parse-talk'
import type { Block, Talk } from '../../src/shared/model/block'
import type { TalkRecord } from '../../src/shared/model/talk'
import { timeTalk } from '../../src/shared/speech/time-talk'
import { audiencesIn, matrixOf } from '../../src/shared/variants/variant-matrix'
import { wellFormedTalk } from '../shared/markdown/arbitrary-talk'
import { anyDeed, AUDIENCES, ownDeed } from './arbitrary-deed'

const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 40) }
const deeds = fc.array(anyDeed, { minLength: 1, maxLength: 10 })

const blocksOf = (talk: Talk): readonly Block[] => talk.sections.flatMap(({ blocks }) => blocks)
const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0)
/** What a block says to whom, wherever it stands. */
const said = ({ title, content, script, citations, condition }: Block): string => JSON.stringify([title, content, script, citations, condition], (key, value: unknown) => (key === 'span' || key === 'line' ? undefined : value))
const byPlace = (one: string, other: string): number => {
  const [a, b] = [selectionOf(one), selectionOf(other)]
  return a.section - b.section || (a.block ?? -1) - (b.block ?? -1)
}

describe('whatever is done to a talk', () => {
  it('is undone to the byte, and redone', async () => {
    await fc.assert(
      fc.asyncProperty(wellFormedTalk, fc.array(fc.tuple(anyDeed, fc.constantFrom(10, COALESCE_MS * 2), fc.boolean()), { minLength: 1, maxLength: 15 }), async (start, steps) => {
        let now = 0
        let revision = 1
        const save = async (): Promise<TalkRecord> => await Promise.resolve({ revision: ++revision } as TalkRecord)
        const session = new TalkSession({ markdown: start, revision }, save, { now: () => now, after: () => () => undefined })
        for (const [{ do: edit, coalesce }, pause, saved] of steps) {
          session.edit(edit(session.snapshot().text), coalesce === undefined ? {} : { coalesce })
          now += pause
          if (saved) await session.flush()
        }
        const last = session.snapshot().text
        while (session.snapshot().canUndo) session.undo()
        expect(session.snapshot().text).toBe(start)
        while (session.snapshot().canRedo) session.redo()
        expect(session.snapshot().text).toBe(last)
      }),
      runs,
    )
  })

  it('stays Markdown that loses nothing: its rows, taken out and put into another talk, say the same there', () =>
    fc.assert(
      fc.property(wellFormedTalk, fc.array(ownDeed, { minLength: 1, maxLength: 10 }), (start, done) => {
        let markdown = start
        for (const deed of done) {
          markdown = deed.do(markdown)
          const rows = rowsOf(parseTalk(markdown).value)
          if (rows.length === 0) continue
          const { markdown: other } = insertBehind('', { section: 0, block: null }, textOfRows(markdown, rows))
          expect(blocksOf(parseTalk(other).value).map(said), deed.name).toEqual(blocksOf(parseTalk(markdown).value).map(said))
        }
      }),
      runs,
    ))

  it('stays a talk of blocks that can be written in: what an editor shows, written back, is what stands there, and no other block is touched', () =>
    fc.assert(
      fc.property(wellFormedTalk, deeds, (start, done) => {
        const markdown = done.reduce((text, deed) => deed.do(text), start)
        const texts = blockTextsOf(markdown)
        texts.forEach(({ key }, index) => {
          for (const [read, write] of [[bodyOf, setBlockBody], [scriptOf, setScript]] as const) {
            const after = write(markdown, key, read(markdown, { key }))
            expect(write(after, key, read(after, { key }))).toBe(after)
            expect(blockTextsOf(after).filter((_, at) => at !== index).map(({ text }) => text)).toEqual(texts.filter((_, at) => at !== index).map(({ text }) => text))
          }
        })
      }),
      runs,
    ))

  it('takes the time of its parts: of its blocks, its sections, and of what each audience hears', () =>
    fc.assert(
      fc.property(wellFormedTalk, deeds, fc.integer({ min: 120, max: 320 }), (start, done, pace) => {
        const markdown = done.reduce((text, deed) => deed.do(text), start)
        for (const audience of ['', ...AUDIENCES]) {
          const talk = parseTalk(markdown, { audience }).value
          const time = timeTalk(talk, pace)
          expect(time.seconds).toBe(sum(time.sections.map(({ seconds }) => seconds)))
          expect(time.total * 60).toBeCloseTo(time.seconds, 6)
          talk.sections.forEach((section, index) => {
            expect(time.sections[index]?.seconds).toBe(sum(time.sections[index]?.blocks.map(({ seconds }) => seconds) ?? []))
            // A block takes as long as it would alone, whatever stands around it.
            for (const [at, block] of section.blocks.entries()) expect(time.sections[index]?.blocks[at]).toEqual({ key: block.key, ...timeTalk({ ...talk, sections: [{ ...section, blocks: [block] }] }, pace).sections[0]?.blocks[0] })
          })
        }
      }),
      runs,
    ))

  it('loses and repeats no block in any variant, and gives every block one row of the matrix', () =>
    fc.assert(
      fc.property(wellFormedTalk, deeds, (start, done) => {
        const markdown = done.reduce((text, deed) => deed.do(text), start)
        const base = parseTalk(markdown).value
        const audiences = [...new Set([...AUDIENCES, ...audiencesIn(base)])]
        const rows = matrixOf(markdown, audiences)
        for (const [column, audience] of audiences.entries()) {
          expect(rows.flatMap(({ cells }) => cells[column]?.key ?? [])).toEqual(blocksOf(parseTalk(markdown, { audience }).value).map(({ key }) => key))
        }
        const standing = [...new Set(rows.flatMap(({ key, cells }) => [key, ...cells.flatMap((cell) => cell.key ?? [])]))]
        expect(standing.toSorted(byPlace)).toEqual(blocksOf(base).map(({ key }) => key))
      }),
      runs,
    ))
})

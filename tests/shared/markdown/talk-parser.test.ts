import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateTalk } from '../../../src/shared/markdown/locate-talk'
import { parseTalk, talkParser } from '../../../src/shared/markdown/parse-talk'
import { timeTalk } from '../../../src/shared/speech/time-talk'
import { anyMarkdown, anyTalk } from './arbitrary-talk'

/** Text put in place of a part of what there is, as typing, pasting and taking away do. */
const splice = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(40)), text: fc.oneof(fc.constantFrom('', '字', '\n', '\n\n', ':', ':::', '`', '-->', '# ', '!'), anyMarkdown) })
type Splice = typeof splice extends fc.Arbitrary<infer One> ? One : never

const spliced = (markdown: string, { at, length, text }: Splice): string => {
  const start = Math.floor(at * markdown.length)
  return markdown.slice(0, start) + text + markdown.slice(start + length)
}

const blocks = (markdown: string, parse = talkParser()) => parse(markdown).value.sections.flatMap((section) => section.blocks)

describe('a parser that remembers', () => {
  it('reads what reading afresh reads, times and all, after any sequence of edits', () => {
    fc.assert(
      fc.property(anyTalk, fc.array(splice, { minLength: 1, maxLength: 8 }), fc.option(fc.constantFrom('students', 'officials'), { nil: undefined }), (start, edits, audience) => {
        const parse = talkParser()
        let markdown = start
        for (const edit of [null, ...edits]) {
          markdown = edit === null ? markdown : spliced(markdown, edit)
          const fresh = parseTalk(markdown, { audience })
          const remembered = parse(markdown, { audience })
          expect(remembered).toEqual(fresh)
          expect(timeTalk(remembered.value, 220)).toEqual(timeTalk(fresh.value, 220))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives what is read for one audience to no other', () => {
    const parse = talkParser()
    const markdown = '## 块\n\n- 给所有人\n\n:::only{audience=students}\n- 只给学生\n:::\n'
    for (const audience of ['students', 'officials', undefined, 'students']) expect(parse(markdown, { audience })).toEqual(parseTalk(markdown, { audience }))
  })

  it('reads only the block anew that was changed, and keeps what the others show', () => {
    const parse = talkParser()
    const markdown = Array.from({ length: 5 }, (_, n) => `## 块 ${n}\n\n- 要点 ${n}\n\n:::script\n说 ${n}。\n:::\n`).join('\n')
    const before = blocks(markdown, parse)
    const after = blocks(markdown.replace('要点 2', '第二个要点'), parse)
    expect(after.map((block, index) => block.content === before[index]?.content)).toEqual([true, true, false, true, true])
    // In front of the change nothing has moved.
    expect(after.map((block, index) => block === before[index])).toEqual([true, true, false, false, false])
  })

  it('keeps what a block shows when the block goes elsewhere', () => {
    const parse = talkParser()
    const [first, second] = ['## 甲\n\n- 一\n\n', '## 乙\n\n![图](a.png)\n\n']
    const before = blocks(`${first}${second}`, parse)
    const after = blocks(`${second}${first}`, parse)
    expect(after[1]?.content).toBe(before[0]?.content)
    // A picture knows the line that names it, in its block.
    expect(after[0]?.content).toBe(before[1]?.content)
    expect(after).toEqual(blocks(`${second}${first}`))
  })
})

it('finds the places of a text once, however often they are asked for', () => {
  const markdown = '# 节\n\n## 块\n\n- 要点\n'
  const places = locateTalk(markdown)
  expect(locateTalk(`${markdown}- 又一个\n`)).not.toBe(places)
  expect(locateTalk(markdown.slice(0, 4) + markdown.slice(4))).toBe(places)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf, setBlockBody, setScript } from '../../../src/shared/markdown/edit-talk'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import type { Block } from '../../../src/shared/model/block'
import { LecternError } from '../../../src/shared/outcome'
import { audiencesIn, matrixOf } from '../../../src/shared/variants/variant-matrix'
import { giveBlock, leaveOutBlock, replaceBlock } from '../../../src/shared/variants/vary-block'
import { wellFormedTalk } from '../markdown/arbitrary-talk'

const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 100) }
const AUDIENCES = ['students', 'officials', 'a']

const blocksFor = (markdown: string, audience?: string): readonly Block[] => parseTalk(markdown, audience === undefined ? {} : { audience }).value.sections.flatMap(({ blocks }) => blocks)
const saidFor = (markdown: string, audience: string): string[] => blocksFor(markdown, audience).map(({ title, content, script }) => JSON.stringify([title, content, script?.text ?? null], (key, value: unknown) => (key === 'line' ? undefined : value)))

/** Every edit of the matrix, on some row and audience of whatever talk it meets. */
const deed = fc.record({ edit: fc.constantFrom(giveBlock, leaveOutBlock, replaceBlock), row: fc.nat(), audience: fc.constantFrom(...AUDIENCES) })

/** @returns null where a condition around whole sections keeps the block as it is */
const apply = (markdown: string, { edit, row, audience }: { edit: typeof giveBlock; row: number; audience: string }): { key: string; text: string } | null => {
  const rows = matrixOf(markdown, AUDIENCES)
  const chosen = rows[row % Math.max(1, rows.length)]
  if (!chosen) return null
  try {
    return { key: chosen.key, text: edit(markdown, chosen.key, audience) }
  } catch (error) {
    if (error instanceof LecternError && error.code === 'condition-around-sections') return null
    throw error
  }
}

const TALK = `# 一

## 甲

- 要点甲

:::script
讲甲
:::

## 乙

- 要点乙

# 二

## 丙

- 要点丙
`

const states = (markdown: string) => matrixOf(markdown, ['students', 'officials']).map(({ title, own, cells }) => [title, own, ...cells.map(({ state }) => state)])

describe('the variants of a talk', () => {
  it('are shared until an audience is given something else', () => {
    expect(states(TALK)).toEqual([['甲', false, 'shared', 'shared'], ['乙', false, 'shared', 'shared'], ['丙', false, 'shared', 'shared']])
    expect(audiencesIn(parseTalk(TALK).value)).toEqual([])
  })

  it('leave out and bring back a block for one audience alone', () => {
    const without = leaveOutBlock(TALK, '0.1', 'students')
    expect(states(without)[1]).toEqual(['乙', false, 'left-out', 'shared'])
    expect(without).toContain(':::except{audience=students}\n## 乙')
    const both = leaveOutBlock(without, '0.1', 'officials')
    expect(states(both)[1]).toEqual(['乙', false, 'left-out', 'left-out'])
    expect(giveBlock(giveBlock(both, '0.1', 'students'), '0.1', 'officials')).toBe(TALK)
  })

  it('replace a block for one audience, and a change to the base reaches those that have the base', () => {
    const replaced = replaceBlock(TALK, '0.0', 'students')
    expect(states(replaced)[0]).toEqual(['甲', false, 'replaced', 'shared'])
    const changed = replaced.replace('- 要点甲', '- 改过的甲')
    expect(saidFor(changed, 'officials')[0]).toContain('改过的甲')
    expect(saidFor(changed, 'students')[0]).toContain('要点甲')
    expect(giveBlock(replaced, '0.0', 'students')).toBe(TALK)
    expect(states(leaveOutBlock(replaced, '0.0', 'students'))[0]).toEqual(['甲', false, 'left-out', 'shared'])
  })

  it('follow the base in what they do not say for themselves: the script, where only the slide is another', () => {
    const own = setBlockBody(TALK, '0.0', ':::except{audience=students}\n- 要点甲\n:::\n\n:::only{audience=students}\n- 给学生的甲\n:::')
    expect(states(own)[0]).toEqual(['甲', false, 'changed', 'shared'])
    const changed = setScript(own, '0.0', '改讲甲')
    for (const audience of ['students', 'officials']) expect(saidFor(changed, audience)[0]).toContain('改讲甲')
    expect(saidFor(changed, 'students')[0]).toContain('给学生的甲')
    expect(saidFor(changed, 'officials')[0]).not.toContain('给学生的甲')
    const shownAnew = setBlockBody(changed, '0.0', bodyOf(changed, { key: '0.0' }).replace('- 要点甲', '- 新的甲'))
    expect(saidFor(shownAnew, 'officials')[0]).toContain('新的甲')
    expect(saidFor(shownAnew, 'students')).toEqual(saidFor(changed, 'students'))
  })

  it('tell a block that has parts for an audience', () => {
    expect(states(TALK.replace('- 要点乙', '- 要点乙\n\n:::only{audience=students}\n- 只给学生\n:::'))[1]).toEqual(['乙', false, 'changed', 'shared'])
  })

  it('give a block that was for one audience alone up with it', () => {
    const own = TALK.replace('## 乙\n\n- 要点乙', ':::only{audience=students}\n## 乙\n\n- 要点乙\n\n:::')
    expect(states(own)[1]).toEqual(['乙', true, 'shared', 'left-out'])
    expect(states(giveBlock(own, '0.1', 'officials'))[1]).toEqual(['乙', true, 'shared', 'shared'])
    expect(states(leaveOutBlock(own, '0.1', 'students'))).toHaveLength(2)
  })

  it('take apart a condition that holds several blocks', () => {
    const grouped = TALK.replace('## 甲', '::::only{audience=officials}\n## 甲').replace('# 二', '::::\n\n# 二')
    const given = giveBlock(grouped, '0.1', 'students')
    expect(states(given).slice(0, 2)).toEqual([['甲', true, 'left-out', 'shared'], ['乙', true, 'shared', 'shared']])
    const section = TALK.replace('# 二', ':::only{audience=officials}\n# 二') + ':::\n'
    expect(() => giveBlock(section, '1.0', 'students')).toThrow(expect.objectContaining({ code: 'condition-around-sections' }))
  })

  it('never lose or repeat a block, whatever is edited: each variant is its column read downwards', () =>
    fc.assert(
      fc.property(wellFormedTalk, fc.array(deed, { maxLength: 8 }), (start, deeds) => {
        const markdown = deeds.reduce((text, one) => apply(text, one)?.text ?? text, start)
        const rows = matrixOf(markdown, AUDIENCES)
        for (const [column, audience] of AUDIENCES.entries()) {
          expect(rows.flatMap(({ cells }) => cells[column]?.key ?? [])).toEqual(blocksFor(markdown, audience).map(({ key }) => key))
        }
      }),
      runs,
    ))

  it('change for no audience but the one that is edited', () =>
    fc.assert(
      fc.property(wellFormedTalk, fc.array(deed, { minLength: 1, maxLength: 5 }), (start, deeds) => {
        let markdown = start
        for (const one of deeds) {
          const next = apply(markdown, one)
          if (next === null) continue
          for (const audience of AUDIENCES) if (audience !== one.audience) expect(saidFor(next.text, audience)).toEqual(saidFor(markdown, audience))
          markdown = next.text
        }
      }),
      runs,
    ))

  it('have after an edit what it was to give', () =>
    fc.assert(
      fc.property(wellFormedTalk, deed, (start, one) => {
        const done = apply(start, one)
        if (done === null) return
        const column = AUDIENCES.indexOf(one.audience)
        const before = matrixOf(start, AUDIENCES).find(({ key }) => key === done.key)
        const after = matrixOf(done.text, AUDIENCES).find(({ key }) => key === done.key)?.cells[column]
        if (one.edit === giveBlock) expect(after?.state).toMatch(/shared|changed/)
        if (one.edit === replaceBlock && before?.own === false) expect(after?.state).toBe('replaced')
        if (one.edit === replaceBlock && before?.cells[column]?.state === 'shared') expect(saidFor(done.text, one.audience)).toEqual(saidFor(start, one.audience))
        if (one.edit === leaveOutBlock && before?.cells[column]?.key !== null) expect(blocksFor(done.text, one.audience)).toHaveLength(blocksFor(start, one.audience).length - 1)
      }),
      runs,
    ))
})

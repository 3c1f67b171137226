import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderedRows, type TalkRow } from '../../../src/shared/markdown/edit-many'
import { locateTalk } from '../../../src/shared/markdown/locate-talk'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { LecternError } from '../../../src/shared/outcome'
import { cutFamilies, duplicateFamilies, insertBehindFamily, mergeWithNext, moveFamilies, moveFamiliesTo, removeFamilies, splitInFamily, textOfFamilies } from '../../../src/shared/variants/edit-families'
import { ANYBODY, matrixOf } from '../../../src/shared/variants/variant-matrix'
import { replaceBlock } from '../../../src/shared/variants/vary-block'
import { wellFormedTalk } from '../markdown/arbitrary-talk'

/** A quarter of the usual: every example is read for each audience, before and after. */
const runs = { numRuns: Math.ceil(Number(process.env['PROPERTY_RUNS'] ?? 100) / 4) }
const AUDIENCES = ['students', 'officials', ANYBODY]

const PLAIN = `# 一

## 甲

- 甲

:::script
讲甲。[翻页]再讲。
:::

## 乙

- 乙

# 二

## 丙

- 丙
`
/** 甲 has a block in its place for students and one for officials. */
const TALK = replaceBlock(replaceBlock(PLAIN, '0.0', 'students'), '0.0', 'officials').replace('## 甲', '## 底稿甲')

const at = (section: number, block: number | null): TalkRow => ({ section, block })
const outline = (markdown: string): string => parseTalk(markdown).value.sections.map(({ title, blocks }) => `${title}(${blocks.map(({ title: name, condition }) => name + (condition ? `/${condition.mode} ${condition.audiences.join(' ')}` : '')).join(', ')})`).join(' ')
const heardBy = (markdown: string, audience: string): string[] => parseTalk(markdown, { audience }).value.sections.flatMap(({ blocks }) => blocks.map(({ title, content, script }) => JSON.stringify([title, content, script?.text ?? null], (key, value: unknown) => (key === 'line' ? undefined : value))))

const base = '底稿甲/except students officials'
const family = `${base}, 甲/only officials, 甲/only students`

describe('a base and the blocks in its place', () => {
  it('stand one behind the other', () => {
    expect(outline(TALK)).toBe(`一(${family}, 乙) 二(丙)`)
  })

  it('move together, past others and to another section, and keep standing for one another', () => {
    const below = moveFamilies(TALK, [at(0, 0)], 1)
    expect(outline(below.markdown)).toBe(`一(乙, ${family}) 二(丙)`)
    expect(below.rows).toEqual([at(0, 1), at(0, 2), at(0, 3)])
    expect(outline(moveFamiliesTo(TALK, [at(0, 0)], at(1, 1)).markdown)).toBe(`一(乙) 二(丙, ${family})`)
    expect(matrixOf(below.markdown, ['students']).map(({ title, cells }) => [title, cells[0]?.state])).toEqual([['乙', 'shared'], ['底稿甲', 'replaced'], ['丙', 'shared']])
  })

  it('let nothing come between them', () => {
    expect(outline(moveFamilies(TALK, [at(0, 3)], -1).markdown)).toBe(`一(乙, ${family}) 二(丙)`)
    expect(outline(moveFamilies(`${TALK}`, [at(1, 0)], -1).markdown)).toBe(`一(${family}, 乙, 丙) 二()`)
    expect(outline(moveFamiliesTo(TALK, [at(1, 0)], at(0, 1)).markdown)).toBe(`一(${family}, 丙, 乙) 二()`)
    expect(outline(insertBehindFamily(TALK, at(0, 0), '## 新').markdown)).toBe(`一(${family}, 新, 乙) 二(丙)`)
    expect(outline(insertBehindFamily(TALK, at(0, 1), '## 新').markdown)).toBe(`一(${family}, 新, 乙) 二(丙)`)
  })

  it('change places among themselves', () => {
    expect(outline(moveFamilies(TALK, [at(0, 2)], -1).markdown)).toBe(`一(${base}, 甲/only students, 甲/only officials, 乙) 二(丙)`)
  })

  it('are cut, pasted and doubled together', () => {
    expect(outline(cutFamilies(TALK, [at(0, 0)]))).toBe('一(乙) 二(丙)')
    expect(outline(insertBehindFamily(cutFamilies(TALK, [at(0, 0)]), at(1, 0), textOfFamilies(TALK, [at(0, 0)])).markdown)).toBe(`一(乙) 二(丙, ${family})`)
    expect(outline(duplicateFamilies(TALK, [at(0, 0)]).markdown)).toBe(`一(${family}, ${family}, 乙) 二(丙)`)
  })

  it('go together, and without a block of their own an audience has the base again', () => {
    expect(outline(removeFamilies(TALK, [at(0, 0)]))).toBe('一(乙) 二(丙)')
    expect(outline(removeFamilies(TALK, [at(0, 2)]))).toBe('一(底稿甲/except officials, 甲/only officials, 乙) 二(丙)')
    expect(outline(removeFamilies(TALK, [at(0, 1), at(0, 2), at(0, 3)]))).toBe('一(底稿甲) 二(丙)')
    // What is cut is to stand somewhere else: nobody gets the base as well.
    expect(outline(cutFamilies(TALK, [at(0, 2)]))).toBe(`一(${base}, 甲/only officials, 乙) 二(丙)`)
  })

  it('keep who they are for where they are copied out of a condition around several', () => {
    const grouped = '# 一\n\n::::only{audience=students}\n## 甲\n\n## 乙\n\n::::\n\n## 丙\n'
    expect(textOfFamilies(grouped, [at(0, 1)])).toBe(':::only{audience=students}\n## 乙\n\n:::')
    expect(outline(insertBehindFamily(grouped, at(0, 2), textOfFamilies(grouped, [at(0, 1)])).markdown)).toBe('一(甲/only students, 乙/only students, 丙, 乙/only students)')
  })

  it('take in nothing that is moved between blocks of one condition', () => {
    const grouped = '## 丙\n\n::::only{audience=students}\n## 甲\n\n## 乙\n\n::::\n'
    expect(outline(moveFamilies(grouped, [at(0, 0)], 1).markdown)).toBe('(甲/only students, 丙, 乙/only students)')
    expect(outline(insertBehindFamily(grouped, at(0, 1), '## 新').markdown)).toBe('(丙, 甲/only students, 新, 乙/only students)')
    expect(moveFamilies(grouped, [at(0, 1)], 1).markdown).toContain('::::only{audience=students}\n## 乙')
  })

  it('are split one by one, the other half behind them all', () => {
    const { markdown, rows } = splitInFamily(TALK, { section: 0, block: 0 }, { part: 'said', at: 8, text: '讲甲。[翻页]再讲。' })
    expect(outline(markdown)).toBe(`一(${family}, 底稿甲（续）/except students officials, 乙) 二(丙)`)
    expect(rows).toEqual([at(0, 3)])
    for (const audience of ['students', 'officials']) expect(heardBy(markdown, audience)).toEqual(heardBy(TALK, audience))
    expect(splitInFamily(TALK, { section: 0, block: 3 }, { part: 'title', at: 0, text: '乙' }).rows).toEqual([at(0, 4)])
  })

  it('are not merged with what others hear', () => {
    const refused = expect.objectContaining({ code: 'merge-different-audiences' })
    for (const block of [0, 1, 2]) expect(() => mergeWithNext(TALK, at(0, block))).toThrow(refused)
    expect(() => mergeWithNext('## 乙\n\n## 甲\n\n:::except{audience=a}\n## 丙\n:::\n', at(0, 1))).toThrow(refused)
    const speakers = (one: string, other: string) => `## 甲\n\n:::script${one}\n一\n:::\n\n## 乙\n\n:::script${other}\n二\n:::\n`
    expect(() => mergeWithNext(speakers('{speaker=学者}', ''), at(0, 0))).toThrow(expect.objectContaining({ code: 'merge-different-speakers' }))
    expect(mergeWithNext(speakers('{speaker=学者}', '{speaker=学者}'), at(0, 0))).toContain(':::script{speaker=学者}\n一\n\n二\n:::')
    expect(mergeWithNext('## 甲\n\n## 乙\n\n:::script{speaker=学者}\n二\n:::\n', at(0, 0))).toContain(':::script{speaker="学者"}\n二\n:::')
    expect(outline(mergeWithNext(PLAIN, at(0, 0)))).toBe('一(甲) 二(丙)')
    expect(mergeWithNext(PLAIN, at(0, 1))).toBe(PLAIN)
  })

  /** A talk with blocks in the place of others, made of whatever talk it meets. */
  const variedTalk = fc.tuple(wellFormedTalk, fc.array(fc.tuple(fc.nat(), fc.constantFrom('students', 'officials')), { maxLength: 5 })).map(([start, varied]) =>
    varied.reduce((text, [row, audience]) => {
      const keys = matrixOf(text, []).map(({ key }) => key)
      try {
        return keys.length === 0 ? text : replaceBlock(text, keys[row % keys.length] ?? '', audience)
      } catch (error) {
        if (error instanceof LecternError && error.code === 'condition-around-sections') return text
        throw error
      }
    }, start),
  )
  const someRows = fc.array(fc.record({ section: fc.nat(3), block: fc.nat(5) }), { minLength: 1, maxLength: 3 })

  it('lose and repeat nothing for anybody, wherever they are moved', () =>
    fc.assert(
      fc.property(variedTalk, someRows, fc.constantFrom<1 | -1 | null>(1, -1, null), fc.record({ section: fc.nat(3), block: fc.nat(5) }), (talk, rows, step, to) => {
        // Into a section that is for some alone, or out of it, a block goes on purpose to others.
        fc.pre(locateTalk(talk).sections.every(({ condition }) => condition === null))
        const next = step === null ? moveFamiliesTo(talk, rows, to) : moveFamilies(talk, rows, step)
        for (const audience of AUDIENCES) expect(heardBy(next.markdown, audience).toSorted()).toEqual(heardBy(talk, audience).toSorted())
        expect(next.rows.length).toBeGreaterThanOrEqual(orderedRows(talk, rows).length === 0 ? 0 : 1)
      }),
      runs,
    ))

  it('never leave an audience without any block in a row that it had one in, when blocks in their place are deleted', () =>
    fc.assert(
      fc.property(variedTalk, fc.nat(), (talk, chosen) => {
        const replaced = matrixOf(talk, ['students', 'officials']).flatMap(({ key, cells }) => cells.flatMap((cell) => (cell.state === 'replaced' && cell.key !== null ? [{ base: key, own: cell.key }] : [])))
        const one = replaced[chosen % Math.max(1, replaced.length)]
        fc.pre(one !== undefined && locateTalk(talk).sections.every(({ condition }) => condition === null))
        const [section = 0, block = 0] = one.own.split('.').map(Number)
        const next = removeFamilies(talk, [at(section, block)])
        for (const audience of AUDIENCES) expect(heardBy(next, audience)).toHaveLength(heardBy(talk, audience).length)
      }),
      runs,
    ))
})

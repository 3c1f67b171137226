import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duplicateRows, insertBehind, moveRows, moveRowsTo, orderedRows, removeRows, textOfRows, type TalkRow } from '../../../src/shared/markdown/edit-many'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { wellFormedTalk } from './arbitrary-talk'

const TALK = `# 一
## 甲
- 1

## 乙
- 2

## 丙
- 3

# 二
## 丁
- 4

# 三
## 戊
- 5
`
const at = (section: number, block: number | null): TalkRow => ({ section, block })
const outline = (markdown: string): string => parseTalk(markdown).value.sections.map(({ title, blocks }) => `${title}(${blocks.map((block) => block.title).join(' ')})`).join(' ')
const titlesOf = (markdown: string, rows: readonly TalkRow[]) => rows.map(({ section, block }) => (block === null ? parseTalk(markdown).value.sections[section]?.title : parseTalk(markdown).value.sections[section]?.blocks[block]?.title))

describe('several rows', () => {
  it('are taken in the order of the talk, and a block goes with its section', () => {
    expect(orderedRows(TALK, [at(1, 0), at(0, 2), at(1, null), at(9, 9)])).toEqual([at(0, 2), at(1, null)])
  })

  it('leave as Markdown that another talk takes in', () => {
    expect(textOfRows(TALK, [at(0, 2), at(0, 0)])).toBe('## 甲\n- 1\n\n## 丙\n- 3')
    expect(textOfRows(TALK, [at(1, null)])).toBe('# 二\n## 丁\n- 4')
  })

  it('are for the same people in another talk', () => {
    const talk = '# 一\n:::only{audience=students}\n## 甲\n\n## 乙\n:::\n\n:::except{audience=officials}\n## 丙\n:::\n'
    expect(textOfRows(talk, [at(0, 0)])).toBe(':::only{audience=students}\n## 甲\n\n:::')
    const { markdown, rows } = insertBehind('# 二\n## 丁\n', at(0, 0), textOfRows(talk, [at(0, 1), at(0, 2)]))
    expect(parseTalk(markdown).value.sections[0]?.blocks.map(({ title, condition }) => [title, condition?.mode, condition?.audiences])).toEqual([['丁', undefined, undefined], ['乙', 'only', ['students']], ['丙', 'except', ['officials']]])
    expect(rows).toEqual([at(0, 1), at(0, 2)])
  })

  it('are copied within the condition that they share, and alone with the one that is theirs', () => {
    const shared = '# 一\n:::only{audience=students}\n## 甲\n\n## 乙\n:::\n'
    expect(duplicateRows(shared, [at(0, 0)]).markdown.match(/only/g)).toHaveLength(1)
    const own = duplicateRows('# 一\n:::only{audience=students}\n## 甲\n:::\n', [at(0, 0)])
    expect(outline(own.markdown)).toBe('一(甲 甲)')
    expect(parseTalk(own.markdown).value.sections[0]?.blocks[1]?.condition?.audiences).toEqual(['students'])
  })

  it('are removed together', () => {
    expect(outline(removeRows(TALK, [at(0, 0), at(0, 2), at(1, null)]))).toBe('一(乙) 三(戊)')
  })

  it('are copied behind the last of them', () => {
    const { markdown, rows } = duplicateRows(TALK, [at(0, 0), at(0, 1)])
    expect(outline(markdown)).toBe('一(甲 乙 甲 乙 丙) 二(丁) 三(戊)')
    expect(rows).toEqual([at(0, 2), at(0, 3)])
    expect(outline(duplicateRows(TALK, [at(1, null)]).markdown)).toBe('一(甲 乙 丙) 二(丁) 二(丁) 三(戊)')
  })

  it('go where they are dropped, in their order', () => {
    const { markdown, rows } = moveRowsTo(TALK, [at(0, 0), at(0, 2)], at(1, 1))
    expect(outline(markdown)).toBe('一(乙) 二(丁 甲 丙) 三(戊)')
    expect(titlesOf(markdown, rows)).toEqual(['甲', '丙'])
    expect(outline(moveRowsTo(TALK, [at(0, 0), at(0, 1)], at(0, null)).markdown)).toBe('一(丙 甲 乙) 二(丁) 三(戊)')
  })

  it('move over the edge of their section', () => {
    expect(outline(moveRows(TALK, [at(0, 1), at(0, 2)], 1).markdown)).toBe('一(甲) 二(乙 丙 丁) 三(戊)')
    expect(outline(moveRows(TALK, [at(1, 0)], -1).markdown)).toBe('一(甲 乙 丙 丁) 二() 三(戊)')
    expect(outline(moveRows(TALK, [at(0, 1), at(0, 2)], -1).markdown)).toBe('一(乙 丙 甲) 二(丁) 三(戊)')
  })

  it('move as sections, and stay at the end of the talk', () => {
    expect(outline(moveRows(TALK, [at(1, null), at(2, null)], -1).markdown)).toBe('二(丁) 三(戊) 一(甲 乙 丙)')
    expect(moveRows(TALK, [at(2, null)], 1).markdown).toBe(TALK)
    expect(moveRows(TALK, [at(2, 0)], 1).markdown).toBe(TALK)
  })

  it('leave a section without a title that goes with its last block', () => {
    const talk = `## 序\n- 0\n\n${TALK}`
    const { markdown, rows } = moveRowsTo(talk, [at(0, 0), at(1, 0)], at(2, 1))
    expect(outline(markdown)).toBe('一(乙 丙) 二(丁 序 甲) 三(戊)')
    expect(titlesOf(markdown, rows)).toEqual(['序', '甲'])
  })

  it('take the condition along that they shared', () => {
    const { markdown } = moveRowsTo('# 一\n:::only{audience=students}\n## 甲\n\n## 乙\n:::\n\n# 二\n## 丙\n', [at(0, 0), at(0, 1)], at(1, null))
    expect(parseTalk(markdown).value.sections[1]?.blocks.map(({ title, condition }) => [title, condition?.audiences])).toEqual([['丙', undefined], ['甲', ['students']], ['乙', ['students']]])
  })

  it('neither lose nor repeat a block, wherever they go', () => {
    const blocks = (markdown: string) => parseTalk(markdown).value.sections.flatMap((section) => section.blocks)
    const said = (markdown: string) => blocks(markdown).map(({ title, content, script }) => JSON.stringify([title, content.kind, script?.text])).toSorted()
    fc.assert(
      fc.property(wellFormedTalk, fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 4 }), fc.nat(3), fc.nat(4), (markdown, picked, section, block) => {
        const rows = picked.map(([one, other]) => at(one, other))
        expect(said(moveRowsTo(markdown, rows, at(section, block)).markdown)).toEqual(said(markdown))
      }),
      { numRuns: 150 },
    )
  })
})

describe('Markdown from elsewhere', () => {
  it('stands behind a block', () => {
    const { markdown, rows } = insertBehind(TALK, at(0, 0), '## 新\n- x\n\n## 二新')
    expect(outline(markdown)).toBe('一(甲 新 二新 乙 丙) 二(丁) 三(戊)')
    expect(rows).toEqual([at(0, 1), at(0, 2)])
  })

  it('takes in none of the blocks that follow when it is a section', () => {
    const { markdown, rows } = insertBehind(TALK, at(0, 0), '# 新节\n## 新')
    expect(outline(markdown)).toBe('一(甲 乙 丙) 新节(新) 二(丁) 三(戊)')
    expect(rows).toEqual([at(1, null)])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setScript, setScriptSpeaker } from '../../../src/shared/markdown/edit-talk'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { splitBlock } from '../../../src/shared/markdown/split-block'
import { wellFormedTalk } from './arbitrary-talk'

const blocksOf = (markdown: string) => parseTalk(markdown).value.sections.flatMap(({ blocks }) => blocks)

describe('who says a script', () => {
  it('is read from its fence, without a warning', () => {
    const { value, warnings } = parseTalk('---\ntitle: 示例\n---\n# 节\n## 块\n:::script{speaker="示例 学者"}\n各位好。\n:::\n')
    expect(warnings).toEqual([])
    expect(value.sections[0]?.blocks[0]?.script).toMatchObject({ text: '各位好。', speaker: '示例 学者' })
  })

  it('is nobody in particular without one', () => {
    expect(blocksOf('# 节\n## 块\n:::script\n各位好。\n:::\n')[0]?.script).not.toHaveProperty('speaker')
  })

  it('stays when the script is rewritten or emptied', () => {
    const markdown = '# 节\n## 块\n:::script{speaker="学者"}\n各位好。\n:::\n\n## 下一块\n'
    for (const script of ['换一句。', ':::only{audience=students}\n甲\n:::', '']) expect(blocksOf(setScript(markdown, '0.0', script))[0]?.script?.speaker).toBe('学者')
    expect(blocksOf(setScript(markdown, '0.0', ''))[1]?.title).toBe('下一块')
  })

  it('goes on speaking in the block that is split off', () => {
    const split = splitBlock('# 节\n## 块\n:::script{speaker="学者"}\n一。二。\n:::\n', '0.0', { part: 'said', at: 2, text: '一。二。' })
    expect(blocksOf(split).map(({ script }) => [script?.text, script?.speaker])).toEqual([['一。', '学者'], ['二。', '学者']])
  })

  it('can be named in any block of a talk: everything else stays as it was', () => {
    fc.assert(
      fc.property(wellFormedTalk, fc.nat(9), fc.constantFrom('学者', '示例教师 "甲"', 'A & B'), (markdown, pick, name) => {
        const before = blocksOf(markdown)
        const block = before[pick % Math.max(1, before.length)]
        fc.pre(block !== undefined)
        const named = setScriptSpeaker(markdown, block?.key ?? '', name)
        const after = blocksOf(named)
        const bare = (blocks: typeof before) => blocks.map(({ title, content, citations, condition, script }) => ({ title, content, citations: citations.map(({ source, at }) => [source, at]), condition, said: script?.text ?? '' }))
        expect(JSON.stringify(bare(after), withoutLines)).toBe(JSON.stringify(bare(before), withoutLines))
        expect(after.find(({ key }) => key === block?.key)?.script?.speaker).toBe(name)
      }),
    )
  })

  it('goes away with an empty name, byte for byte where there was none before', () => {
    const markdown = '# 节\n## 块\n:::script\n各位好。\n:::\n'
    expect(setScriptSpeaker(setScriptSpeaker(markdown, '0.0', '学者'), '0.0', '')).toBe(markdown)
  })
})

/** A picture knows its line, which moves. */
const withoutLines = (key: string, value: unknown): unknown => (key === 'line' ? undefined : value)

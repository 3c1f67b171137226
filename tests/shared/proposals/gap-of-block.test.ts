import { describe, expect, it } from 'vitest'
import { builtIn } from '../../../src/shared/formats/talk-formats'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { gapOfBlock } from '../../../src/shared/proposals/gap-of-block'

const gapIn = (markdown: string) => {
  const talk = parseTalk(markdown).value
  const block = talk.sections[0]?.blocks[0]
  return block === undefined ? null : gapOfBlock(block, talk, builtIn)
}

describe('what is sought for a block', () => {
  it('is what its format says of the block with its title, in the time that it has there', () => {
    expect(gapIn('---\ntitle: 示例\nformat: policy+case\nminutes: 50\nlang: zh-CN\n---\n# 一\n## 一所学校的做法\n')).toEqual({ kinds: ['case'], seconds: 540 })
  })

  it('is what its content asks for under any other title, in an even part of the time', () => {
    expect(gapIn('---\ntitle: 示例\nminutes: 10\n---\n# 一\n## 甲\n> 引文\n## 乙\n')).toEqual({ kinds: ['policy', 'quote', 'theory'], seconds: 300 })
    expect(gapIn('---\ntitle: 示例\n---\n# 一\n## 甲\n:::case\n### 背景\n:::\n')).toEqual({ kinds: ['case'], seconds: 120 })
  })

  it('is anything that is told for a plain block', () => {
    expect(gapIn('# 一\n## 甲\n- 点\n')?.kinds).toEqual(expect.arrayContaining(['story', 'policy', 'data']))
  })
})

import { describe, expect, it } from 'vitest'
import { formatFromTalk } from '../../../src/shared/formats/format-from-talk'
import { freeKey } from '../../../src/shared/formats/catalogue'
import { skeletonOf } from '../../../src/shared/formats/skeleton'
import { FormatDefinition, formatOf, formats } from '../../../src/shared/formats/talk-formats'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { timeTalk } from '../../../src/shared/speech/time-talk'

const fromMarkdown = (markdown: string) => {
  const talk = parseTalk(markdown).value
  return formatFromTalk(talk, timeTalk(talk, 220), formatOf(talk.front.format))
}

const facts = ({ sections }: FormatDefinition) => sections.map(({ blocks }) => blocks.map(({ share: _share, ...block }) => block))

describe('formatFromTalk', () => {
  it.each(formats)('finds $key again in its own skeleton: lanes, speakers, advice', (format) => {
    const markdown = skeletonOf({ title: '示例', format: format.key, audience: '', minutes: 120, language: 'zh-CN', speaker: '', date: '' })
    const found = FormatDefinition.parse(fromMarkdown(markdown))
    expect(facts(found)).toEqual(facts(format))
    expect(found.sections.map(({ title }) => title['zh-CN'])).toEqual(format.sections.map(({ title }) => title['zh-CN']))
  })

  it('measures the shares by the clock', () => {
    const { sections } = fromMarkdown(`---\ntitle: 示例\nlang: zh-CN\n---\n# 开头\n## 甲\n:::script\n${'讲'.repeat(660)}\n:::\n## 乙\n:::activity{minutes=1}\n:::\n`)
    expect(sections[0]?.blocks.map(({ share, lane }) => [share, lane])).toEqual([[75, 'frame'], [25, 'interaction']])
  })
})

describe('freeKey', () => {
  it('holds nothing that separates keys in an attribute', () => {
    expect(freeKey('家长 、社区"代表"', new Set())).toBe('家长-社区-代表')
    expect(freeKey('家长', new Set(['家长', '家长-2']))).toBe('家长-3')
    expect(freeKey('，，', new Set())).toBe('own')
  })
})

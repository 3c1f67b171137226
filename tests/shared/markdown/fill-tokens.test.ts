import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillTokens } from '../../../src/shared/markdown/fill-tokens'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import type { Talk } from '../../../src/shared/model/block'
import { parseScript } from '../../../src/shared/speech/parse-script'

const markdown = `---
title: {{school.name}}的课堂
speaker: "{{speaker}}"
---
# {{brand.series}}
## {{school.short}}怎么做
- {{school.name}}
- 走进{{school.name}}的课堂

| 学校 | 数 |
| - | - |
| {{school.name}} | 1 |

:::script
{{school.name}}的各位老师，{{unknown.key}}
:::

## 案例
:::case{school="{{school.name}}"}
### 做法
- 甲
:::
`
/** What a value must not change: sections, blocks, kinds, numbers of points, cues. */
const shape = ({ sections }: Talk) =>
  sections.map(({ blocks }) =>
    blocks.map(({ content, script, citations }) => [content.kind, content.kind === 'table' ? [content.lead.length, content.table.header.length, content.table.rows.length] : content.kind === 'case' ? content.parts.length : 0, parseScript(script?.text ?? '').filter(({ kind }) => kind === 'cue').length, citations.length]),
  )

describe('fillTokens', () => {
  it('fills every place a token can stand in', () => {
    const talk = parseTalk(fillTokens(markdown, { 'school.name': '示例小学', 'school.short': '示例', speaker: '示例教师: 甲', 'brand.series': '讲台' })).value
    expect(talk.front).toMatchObject({ title: '示例小学的课堂', speaker: '示例教师: 甲' })
    expect(talk.sections[0]).toMatchObject({ title: '讲台', blocks: [{ title: '示例怎么做', script: { text: '示例小学的各位老师，{{unknown.key}}' } }, { content: { school: '示例小学' } }] })
  })

  it('leaves a token without a value, and every other byte, as they are', () => {
    expect(fillTokens(markdown, {})).toBe(markdown)
    expect(fillTokens('{{Nobody}} {{ date }} {date}\r\n', { date: '2026-09-10' })).toBe('{{Nobody}} 2026-09-10 {date}\r\n')
  })

  it('lets no value change the structure of the talk', () => {
    const value = fc.oneof(fc.constantFrom('# 标题', '- 项', '1. 一', ':::script', '| a | b', '"} x=1', '[翻页]', '> 引', '```', '---', '<!--', '**', 'a\n## b', '&quot;}', '\\', '[a](b)', '![x](y)'), fc.string({ maxLength: 20 }))
    fc.assert(fc.property(value, (name) => {
      const filled = parseTalk(fillTokens(markdown, { 'school.name': name, 'school.short': name, speaker: name, 'brand.series': name }))
      expect(shape(filled.value)).toEqual(shape(parseTalk(markdown).value))
      expect(filled.warnings).toEqual(parseTalk(markdown).warnings)
      const shown = name.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim()
      if (shown !== '') expect(filled.value.sections[0]?.blocks[1]?.content).toMatchObject({ school: shown })
    }), { numRuns: 300 })
  })
})

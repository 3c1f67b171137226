import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { materialPrint } from '../../../src/shared/in-step/fingerprint'
import { blockMarkdownOf } from '../../../src/shared/markdown/material-block'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import type { Block } from '../../../src/shared/model/block'
import { MaterialId, SourceId } from '../../../src/shared/model/ids'
import { materialKinds, type Material } from '../../../src/shared/model/material'
import { anyMarkdown } from './arbitrary-talk'

const id = MaterialId.parse('01900000-0000-7000-8000-000000000001')
const aMaterial = (changes: Partial<Material>): Material => ({
  id, kind: 'note', title: '资源建设', body: '', tags: [], topics: [], audiences: [], status: 'draft', stage: null, school: '', createdAt: 0, updatedAt: 0,
  provenance: { sourceId: SourceId.parse('01900000-0000-7000-8000-000000000002'), path: ['二、重点任务', '（一）资源建设'], locator: '二/(一)', from: 3, to: 4 },
  ...changes,
})
const read = (material: Material, source: string | null = '示例规划'): { readonly block: Block | undefined; readonly blocks: number; readonly warnings: readonly string[] } => {
  const { value, warnings } = parseTalk(`---\ntitle: 题目\n---\n# 一\n${blockMarkdownOf(material, source)}`)
  const blocks = value.sections.flatMap((section) => section.blocks)
  return { block: blocks[0], blocks: blocks.length, warnings: warnings.map(({ code }) => code) }
}

describe('blockMarkdownOf', () => {
  it('quotes a policy word for word, with where it stands', () => {
    const { block, warnings } = read(aMaterial({ kind: 'policy', body: '建设数字资源，服务每一间教室。' }))
    expect(block).toMatchObject({
      title: '资源建设',
      content: { kind: 'quote', paragraphs: [[{ text: '建设数字资源，服务每一间教室。' }]], attribution: '《示例规划》，二、(一)' },
      script: { text: '建设数字资源，服务每一间教室。' },
      citations: [{ source: '示例规划', at: '二/(一)' }],
    })
    expect(warnings).toEqual([])
  })

  it('shortens a long quotation only at the end of a sentence and says all of it', () => {
    const sentence = '学校要把数字资源用到每一节课里，让每一个孩子都能得到合适的帮助。'
    const { block } = read(aMaterial({ kind: 'quote', body: sentence.repeat(10) }))
    const shown = block?.content.kind === 'quote' ? block.content.paragraphs.flat().map(({ text }) => text).join('') : ''
    expect(shown.length).toBeGreaterThan(0)
    expect(shown).toBe(sentence.repeat(shown.length / sentence.length))
    expect(shown.length).toBeLessThan(sentence.length * 10)
    expect(block?.script?.text).toBe(sentence.repeat(10))
  })

  it('tells a case in its parts, with stage and school', () => {
    const { block } = read(aMaterial({ kind: 'case', stage: 'in-practice', school: '示例"小学"', body: '### 背景\n\n设备不足，教师不熟。\n\n### 做法\n\n组成小组，每周一次。' }))
    expect(block?.content).toMatchObject({ kind: 'case', stage: 'in-practice', school: '示例"小学"', parts: [{ title: '背景' }, { title: '做法' }] })
  })

  it('draws a table of numbers and keeps a table of words', () => {
    expect(read(aMaterial({ kind: 'data', body: '| 年份 | 学校数 |\n| --- | --- |\n| 2024 | 12所 |\n| 2025 | 30所 |' })).block?.content).toMatchObject({ kind: 'chart', chart: 'column', unit: '所', series: [{ values: [12, 30] }] })
    expect(read(aMaterial({ kind: 'data', body: '| 学校 | 做法 |\n| --- | --- |\n| 甲 | 共读 |\n| 乙 | 共研 |' })).block?.content.kind).toBe('table')
  })

  it('reads options, answer and explanation of a question', () => {
    expect(read(aMaterial({ kind: 'question', body: '哪一项最重要？\n\nA. 资源\n\nB. 备课\n\n答案：B\n\n解析：备课在先。' })).block?.content).toEqual({
      kind: 'question', stem: [[{ text: '哪一项最重要？' }]], options: [{ letter: 'A', inlines: [{ text: '资源' }] }, { letter: 'B', inlines: [{ text: '备课' }] }], answer: 'B', explanation: [[{ text: '备课在先。' }]],
    })
  })

  it('takes the minutes of an activity from its text', () => {
    expect(read(aMaterial({ kind: 'activity', body: '两人一组，讨论5分钟。' })).block?.content).toMatchObject({ kind: 'activity', minutes: 5 })
  })

  it('shows the first clauses of a story and says the whole', () => {
    const body = '那年秋天，学校来了一位新教师，他什么都不会。后来他每天听一节课，三年没有间断。'
    const { block } = read(aMaterial({ kind: 'story', body }))
    expect(block?.content).toMatchObject({ kind: 'points', points: [{ marker: 'bullet' }, { marker: 'bullet' }] })
    expect(block?.script?.text).toBe(body)
  })

  it('leads back to a material of the user’s own without showing its number', () => {
    const material = aMaterial({ provenance: null, body: '甲。' })
    expect(blockMarkdownOf(material, null)).toContain(`:::cite{material=${id} seen=${materialPrint(material)}}`)
    expect(read(material, null)).toMatchObject({ block: { citations: [] }, warnings: [] })
  })

  it('is one block with its title and citation, whatever the material holds', () => {
    fc.assert(fc.property(fc.constantFrom(...materialKinds), anyMarkdown, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((title) => title.trim() !== ''), (kind, body, title) => {
      const { block, blocks } = read(aMaterial({ kind, body, title }), '《示例》"规划" {甲}')
      expect(blocks).toBe(1)
      expect(block?.title).toBe(title.replace(/\s+/g, ' ').trim())
      expect(block?.citations.map(({ source, at }) => [source, at])).toContainEqual(['《示例》"规划" {甲}', '二/(一)'])
    }), { numRuns: 300 })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { writeTalk, type NewBlock, type NewTalk } from '../../../src/shared/markdown/write-talk'
import { colourModes, designNames, reveals, slideRatios, transitions } from '../../../src/shared/model/look'
import { chartTypes, type BlockContent, type Inline, type Point, type Talk } from '../../../src/shared/model/block'

/** One line of text as a model has it: no blanks at the ends, one blank between words. */
const words = fc.oneof(fc.constantFrom('数字资源', '“引文”后面', '9:30 开会', '- 像列表', '1. 像编号', '# 像标题', 'a*b*c', '__init__', '`code`', '[链接](x)', '&amp; <b>', '| 竖线 |', ':::script', '~~~', '> 引', '结尾\\', '![图]'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }))
const text = words.map((value) => value.replace(/[\s\p{Cc}\u2028\u2029\u0085]+/gu, ' ').trim()).filter((value) => value !== '')
const plain = text.map((value): readonly Inline[] => [{ text: value }])
const styled = fc.tuple(text, fc.constantFrom<Partial<Inline>>({ strong: true }, { emphasis: true }, { code: true }, { href: 'https://example.org/a?b=1' })).map(([, style]): readonly Inline[] => [{ text: '前面' }, { text: '中间', ...style }, { text: '后面' }])
const inlines = fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: styled })
const point = (children: fc.Arbitrary<readonly Point[]>): fc.Arbitrary<Point> =>
  fc.oneof(fc.record({ inlines, marker: fc.constantFrom<Point['marker']>('bullet', 'number'), children }), fc.record({ inlines, marker: fc.constant<Point['marker']>('none'), children: fc.constant<readonly Point[]>([]) }))
const leaf = fc.constant<readonly Point[]>([])
const points = fc.array(point(fc.oneof(leaf, fc.array(point(leaf), { maxLength: 2 }))), { maxLength: 4 })
const percent = fc.integer({ min: 0, max: 50 })
const frame = fc.record({ x: percent, y: percent, width: fc.integer({ min: 1, max: 50 }), height: fc.constantFrom(50, 33.33) })
const bareFrame = fc.record({ crop: frame, focus: fc.record({ x: percent, y: percent }) }, { requiredKeys: [] })
const image = fc.record({ src: fc.constantFrom('photo.jpg', `asset:${'a'.repeat(64)}`, '图 片 (1).png'), alt: text, caption: fc.constantFrom('', '说明 "引号"') })
const picture = fc.tuple(image, bareFrame).map(([one, framed]) => ({ ...one, ...framed }))
const label = fc.constantFrom('2024', '甲', '第一项 A', 'x|y')
const number = fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.constantFrom(0.5, 12.25))
const column = fc.record({ title: text, points })
const content: fc.Arbitrary<BlockContent> = fc.oneof(
  fc.record({ kind: fc.constant('points' as const), points: fc.array(point(leaf), { minLength: 1, maxLength: 4 }), picture: fc.option(picture) }),
  fc.record({ kind: fc.constant('quote' as const), paragraphs: fc.array(plain.filter(([first]) => !/^[—―⸺-]/.test(first?.text ?? '')), { minLength: 1, maxLength: 3 }), attribution: fc.constantFrom('', '《示例规划》，二、(一)') }),
  fc.record({ kind: fc.constant('table' as const), lead: points, table: fc.record({ header: fc.tuple(inlines, inlines), rows: fc.array(fc.tuple(inlines, inlines), { maxLength: 3 }), align: fc.tuple(fc.constantFrom(null, 'left' as const), fc.constantFrom(null, 'right' as const, 'center' as const)) }) }),
  fc.record({ kind: fc.constant('picture' as const), picture }),
  fc.record({ kind: fc.constant('case' as const), stage: fc.constantFrom(null, 'adopted' as const, 'in-practice' as const), school: fc.constantFrom('', '示例小学', '示例 "引号" {x}'), parts: fc.array(column, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('chart' as const), chart: fc.constantFrom(...chartTypes), unit: fc.constantFrom('', '所', '%'), source: fc.constantFrom('', '示例统计'), categories: fc.tuple(label, label), series: fc.array(fc.record({ name: label, values: fc.tuple(number, fc.option(number)) }), { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('two-columns' as const), columns: fc.tuple(column, column) }),
  fc.record({ kind: fc.constant('two-columns' as const), columns: fc.tuple(fc.record({ title: fc.constant(''), points: points.filter((list) => list.length > 0) }), fc.record({ title: fc.constant(''), points: points.filter((list) => list.length > 0) })) }),
  fc.record({ kind: fc.constant('timeline' as const), events: fc.array(fc.record({ when: fc.constantFrom('2024', '2024年9月', '9:30'), what: inlines }), { minLength: 1, maxLength: 4 }) }),
  fc.tuple(fc.array(inlines, { minLength: 1, maxLength: 2 }), fc.array(inlines, { minLength: 2, maxLength: 4 }), fc.nat(1), fc.array(inlines, { maxLength: 2 })).map(([stem, options, right, explanation]): BlockContent => ({ kind: 'question', stem, options: options.map((option, index) => ({ letter: 'ABCD'.charAt(index), inlines: option })), answer: 'AB'.charAt(right), explanation })),
  fc.record({ kind: fc.constantFrom('discussion' as const, 'activity' as const), minutes: fc.option(fc.constantFrom(3, 2.5)), points }),
  fc.record({ kind: fc.constant('local-case' as const), fallback: points }),
  fc.record({ kind: fc.constant('agenda' as const), minutes: fc.boolean() }),
  fc.record({ kind: fc.constant('closing' as const), points }),
  fc.record({ kind: fc.constant('references' as const) }),
)
const block: fc.Arbitrary<NewBlock> = fc.record({
  title: text,
  content,
  script: fc.constantFrom(null, '各位好。[翻页]', '甲\n\n乙', '有一行\n:::\n冒号', '# 像标题\n```'),
  citations: fc.array(fc.record({ source: fc.constantFrom('示例规划', '《甲》 "乙"'), at: fc.constantFrom('', '二/(一)') }), { maxLength: 2 }),
  condition: fc.constantFrom(null, { mode: 'only' as const, audiences: ['students'] }, { mode: 'except' as const, audiences: ['officials', 'own-group'] }),
})
const talk: fc.Arbitrary<NewTalk> = fc.record({
  front: fc.record({ title: text, subtitle: fc.oneof(fc.constant(''), text), occasion: fc.constantFrom('', '开学: 第一周'), format: fc.constantFrom('', 'policy+case'), audience: fc.constantFrom('', 'students'), minutes: fc.option(fc.integer({ min: 1, max: 600 })), speaker: fc.constantFrom('', '示例教师'), date: fc.constantFrom('', '2026-09-10'), lang: fc.constantFrom('zh-CN' as const, 'en' as const), design: fc.constantFrom(...designNames), mode: fc.constantFrom(...colourModes), ratio: fc.constantFrom(...slideRatios), transition: fc.constantFrom(...transitions), reveal: fc.constantFrom(...reveals), template: fc.constant('') }),
  sections: fc.array(fc.record({ title: text, blocks: fc.array(block, { maxLength: 3 }) }), { maxLength: 3 }),
})

/** A parsed talk without the traces of its text. */
const bare = ({ front, sections }: Talk): NewTalk => ({
  front,
  sections: sections.map(({ title, blocks }) => ({
    title,
    blocks: blocks.map((parsed) => ({ title: parsed.title, content: withoutLine(parsed.content), script: parsed.script?.text ?? null, citations: parsed.citations.map(({ source, at }) => ({ source, at })), condition: parsed.condition })),
  })),
})
const withoutLine = (shown: BlockContent): BlockContent => JSON.parse(JSON.stringify(shown, (key, value: unknown) => (key === 'line' ? undefined : value))) as BlockContent

describe('writeTalk', () => {
  it('writes what reads back as the same talk, for every kind of block', () => {
    fc.assert(fc.property(talk, (made) => {
      const markdown = writeTalk(made)
      expect(bare(parseTalk(markdown).value), markdown).toEqual(made)
    }), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 200) })
  })

  it('writes nothing that the parser warns of', () => {
    fc.assert(fc.property(talk, (made) => {
      expect(parseTalk(writeTalk(made)).warnings).toEqual([])
    }), { numRuns: 100 })
  })
})

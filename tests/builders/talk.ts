import { plainLook } from '../../src/shared/model/look'
import type { Block, BlockContent, ChartType, Citation, FrontMatter, Inline, PictureContent, Point, Section, Talk, TextSpan } from '../../src/shared/model/block'

/**
 * Talks that read like the thing: `aTalk(section('一、为什么', block('三个变化', points('资源', '备课'))))`. Keys and spans are filled in by position.
 */
const nowhere: TextSpan = { start: 0, end: 0, line: 1 }

/** `**strong**` and `*emphasis*` become inlines; everything else is plain. */
export const inlines = (text: string): Inline[] =>
  text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('**') ? { text: part.slice(2, -2), strong: true } : part.startsWith('*') ? { text: part.slice(1, -1), emphasis: true } : { text: part }))

/** A point; an array is a point with its sub-points: `['资源', '全网', '本校']`. */
export type PointLike = string | readonly [string, ...PointLike[]]
export const point = (like: PointLike, marker: Point['marker'] = 'bullet'): Point => {
  const [text, ...children] = typeof like === 'string' ? [like] : like
  return { inlines: inlines(text), marker, children: children.map((child) => point(child, marker)) }
}
export const bullets = (...likes: PointLike[]): Point[] => likes.map((like) => point(like))
export const numbers = (...likes: PointLike[]): Point[] => likes.map((like) => point(like, 'number'))

export const content = {
  points: (...likes: PointLike[]): BlockContent => ({ kind: 'points', points: bullets(...likes), picture: null }),
  numbered: (...likes: PointLike[]): BlockContent => ({ kind: 'points', points: numbers(...likes), picture: null }),
  pointsWithPicture: (src: string, alt: string, caption: string, ...likes: PointLike[]): BlockContent => ({ kind: 'points', points: bullets(...likes), picture: { src, alt, caption } }),
  quote: (text: string, attribution = ''): BlockContent => ({ kind: 'quote', paragraphs: text.split('\n').map(inlines), attribution }),
  table: (header: readonly string[], ...rows: readonly (readonly string[])[]): BlockContent => ({
    kind: 'table',
    table: { header: header.map(inlines), rows: rows.map((row) => row.map(inlines)), align: header.map(() => null) },
    lead: [],
  }),
  picture: (src: string, alt: string, caption = ''): BlockContent => ({ kind: 'picture', picture: { src, alt, caption } }),
  framed: (src: string, framing: Pick<PictureContent, 'crop' | 'focus'>): BlockContent => ({ kind: 'picture', picture: { src, alt: src, caption: '', ...framing } }),
  caseStudy: (school: string, ...parts: readonly (readonly [string, ...PointLike[]])[]): BlockContent => ({
    kind: 'case',
    stage: 'in-practice',
    school,
    parts: parts.map(([title, ...likes]) => ({ title, points: bullets(...likes) })),
  }),
  chart: (chart: ChartType, unit: string, categories: readonly string[], series: Readonly<Record<string, readonly (number | null)[]>>): BlockContent => ({
    kind: 'chart',
    chart,
    unit,
    source: '',
    categories,
    series: Object.entries(series).map(([name, values]) => ({ name, values })),
  }),
  twoColumns: (left: readonly [string, ...PointLike[]], right: readonly [string, ...PointLike[]]): BlockContent => {
    const column = ([title, ...likes]: readonly [string, ...PointLike[]]) => ({ title, points: bullets(...likes) })
    return { kind: 'two-columns', columns: [column(left), column(right)] }
  },
  timeline: (...events: readonly (readonly [string, string])[]): BlockContent => ({ kind: 'timeline', events: events.map(([when, what]) => ({ when, what: inlines(what) })) }),
  question: (stem: string, options: readonly string[], answer = '', explanation = ''): BlockContent => ({
    kind: 'question',
    stem: [inlines(stem)],
    options: options.map((text, index) => ({ letter: 'ABCDEFGH'[index] ?? '?', inlines: inlines(text) })),
    answer,
    explanation: explanation === '' ? [] : explanation.split('\n').map(inlines),
  }),
  discussion: (minutes: number | null, ...likes: PointLike[]): BlockContent => ({ kind: 'discussion', minutes, points: likes.map((like) => point(like, 'none')) }),
  activity: (minutes: number | null, ...likes: PointLike[]): BlockContent => ({ kind: 'activity', minutes, points: numbers(...likes) }),
  agenda: (minutes = false): BlockContent => ({ kind: 'agenda', minutes }),
  closing: (...likes: PointLike[]): BlockContent => ({ kind: 'closing', points: likes.map((like) => point(like, 'none')) }),
  references: (): BlockContent => ({ kind: 'references' }),
  localCase: (...likes: PointLike[]): BlockContent => ({ kind: 'local-case', fallback: bullets(...likes) }),
}

export type BlockMore = { readonly script?: string; readonly cites?: readonly (readonly [source: string, at: string])[] }
export const block = (title: string, shown: BlockContent, more: BlockMore = {}): Block => ({
  key: '',
  title,
  span: nowhere,
  content: shown,
  script: more.script === undefined ? null : { text: more.script, span: nowhere },
  citations: (more.cites ?? []).map(([source, at]): Citation => ({ source, at, span: nowhere })),
  condition: null,
})

export const section = (title: string, ...blocks: readonly Block[]): Section => ({ title, span: nowhere, blocks })

export const front = (more: Partial<FrontMatter> = {}): FrontMatter => ({
  title: '数字资源走进每一间教室',
  subtitle: '面向青年教师',
  occasion: '开学第一周',
  format: 'policy+case',
  audience: 'young-teachers',
  minutes: 30,
  speaker: '示例教师',
  date: '2026-09-10',
  lang: 'zh-CN',
  ...plainLook,
  ...more,
})

/** A talk from sections, with the front matter of {@link front} unless given first. */
export const aTalk = (...parts: readonly (Section | FrontMatter)[]): Talk => ({
  front: parts.find((part): part is FrontMatter => 'minutes' in part) ?? front(),
  sections: parts
    .filter((part): part is Section => 'blocks' in part)
    .map((part, sectionIndex) => ({ ...part, blocks: part.blocks.map((one, index) => ({ ...one, key: `${sectionIndex}.${index}`, span: { ...one.span, line: 1 + sectionIndex * 100 + index } })) })),
})

/**
 * A talk as it is parsed from Markdown (formats.md, "A talk in Markdown"): plain readonly data. The Markdown text stays the
 * truth; every node carries the span of text it came from, and edits splice that text.
 */
import type { TalkLook } from './look'
import type { CaseStage } from './material'

/** A half-open range of UTF-16 code units in the talk's Markdown, and the line (from 1) it starts on. */
export type TextSpan = { readonly start: number; readonly end: number; readonly line: number }

/** A stretch of text in one style. */
export type Inline = { readonly text: string; readonly strong?: boolean; readonly emphasis?: boolean; readonly code?: boolean; readonly href?: string }
/** A bullet, a numbered point or a plain paragraph of a slide, with points of the next level beneath it. */
export type Point = { readonly inlines: readonly Inline[]; readonly marker: 'bullet' | 'number' | 'none'; readonly children: readonly Point[] }
export type TableContent = {
  readonly header: readonly (readonly Inline[])[]
  readonly rows: readonly (readonly (readonly Inline[])[])[]
  readonly align: readonly ('left' | 'center' | 'right' | null)[]
}
/** A part of a picture, in percent of its width and height; the whole is 0, 0, 100, 100. */
export type PictureCrop = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
/** A point of a picture, in percent of its width and height. */
export type PicturePoint = { readonly x: number; readonly y: number }
export type PictureContent = {
  readonly src: string
  readonly alt: string
  readonly caption: string
  /** The part that is shown; all of it without. */
  readonly crop?: PictureCrop
  /** What must stay in sight when the room has another shape than the picture; a layout may then cut away more of the rest. */
  readonly focus?: PicturePoint
  /** The picture that stands for a film or a sound until it is played; without, one is drawn. `line` as below. */
  readonly poster?: { readonly src: string; readonly line?: number }
  /** Line that names it, counted from its block's first, which is 0: what a block shows stays the same wherever the block goes. The parser gives it. */
  readonly line?: number
}

/** `combined`: columns, and the last series as a line over them. */
export const chartTypes = ['bar', 'column', 'line', 'area', 'pie', 'doughnut', 'combined'] as const
export type ChartType = (typeof chartTypes)[number]

/** What a block shows; the kind of a block is the kind of its content. */
export type BlockContent =
  | { readonly kind: 'points'; readonly points: readonly Point[]; readonly picture: PictureContent | null }
  | { readonly kind: 'quote'; readonly paragraphs: readonly (readonly Inline[])[]; readonly attribution: string }
  | { readonly kind: 'table'; readonly table: TableContent; readonly lead: readonly Point[] }
  | { readonly kind: 'picture'; readonly picture: PictureContent }
  | { readonly kind: 'case'; readonly stage: CaseStage | null; readonly school: string; readonly parts: readonly { readonly title: string; readonly points: readonly Point[] }[] }
  | {
      readonly kind: 'chart'
      readonly chart: ChartType
      readonly unit: string
      /** Of the line of a combined chart, where it is another than that of the columns. */
      readonly lineUnit?: string
      readonly source: string
      readonly categories: readonly string[]
      readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
    }
  | { readonly kind: 'two-columns'; readonly columns: readonly [BlockColumn, BlockColumn] }
  | { readonly kind: 'timeline'; readonly events: readonly { readonly when: string; readonly what: readonly Inline[] }[] }
  | {
      readonly kind: 'question'
      readonly stem: readonly (readonly Inline[])[]
      readonly options: readonly { readonly letter: string; readonly inlines: readonly Inline[] }[]
      /** Letters of the right options, e.g. `B` or `AC`; empty when there is none. */
      readonly answer: string
      readonly explanation: readonly (readonly Inline[])[]
    }
  | { readonly kind: 'discussion'; readonly minutes: number | null; readonly points: readonly Point[] }
  | { readonly kind: 'activity'; readonly minutes: number | null; readonly points: readonly Point[] }
  | { readonly kind: 'local-case'; readonly fallback: readonly Point[]; /** What a school's own case should be about, where the talk says so. */ readonly topic?: string }
  /** Made from the talk's sections; with `minutes`, each with the time that is planned for it. Stands in place of the agenda that a long talk is given. */
  | { readonly kind: 'agenda'; readonly minutes: boolean }
  /** The last word, in place of the closing page that every talk is given; the block's title stands large, the points beneath it. */
  | { readonly kind: 'closing'; readonly points: readonly Point[] }
  /** Made from what the talk cites, in place of the list that a talk with citations is given. */
  | { readonly kind: 'references' }
export type BlockKind = BlockContent['kind']
export type BlockColumn = { readonly title: string; readonly points: readonly Point[] }

/** `:::cite{source=… at=…}`: what a block rests on. `source` is a source's title or a material's id. */
export type Citation = { readonly source: string; readonly at: string; readonly span: TextSpan }

/** Who a block, or a part of it, is for: `:::only{audience=…}` / `:::except{audience=…}`; audiences are keys, several separated by `,` or spaces. */
export type Condition = { readonly mode: 'only' | 'except'; readonly audiences: readonly string[] }

export type Block = {
  /** `section.block`, both from 0: unique within one parse, not kept across edits. */
  readonly key: string
  readonly title: string
  /** The whole block, heading included, up to the next block or section. */
  readonly span: TextSpan
  /** What is shown. Parts that a condition excludes are already left out when an audience was given to the parser. */
  readonly content: BlockContent
  /** What is said: the text inside `:::script`, cues included; null without one. `speaker` is who says it, `:::script{speaker=…}`; absent for whoever gives the talk. */
  readonly script: { readonly text: string; readonly span: TextSpan; readonly speaker?: string } | null
  readonly citations: readonly Citation[]
  readonly condition: Condition | null
}

export type Section = {
  /** Empty for blocks that stand before the first `#`. */
  readonly title: string
  readonly span: TextSpan
  readonly blocks: readonly Block[]
}

export const talkFormats = ['theory+story', 'policy+case', 'lesson+performance', 'topic+questions', 'quiz+sharing'] as const
export type TalkFormat = (typeof talkFormats)[number]

export type FrontMatter = {
  readonly title: string
  readonly subtitle: string
  readonly occasion: string
  /** One of {@link talkFormats}, or the user's own. */
  readonly format: string
  /** One of {@link builtInAudiences}, or the user's own. */
  readonly audience: string
  readonly minutes: number | null
  readonly speaker: string
  /** ISO 8601 date; empty when open. */
  readonly date: string
  readonly lang: 'zh-CN' | 'en'
} & TalkLook

export type Talk = { readonly front: FrontMatter; readonly sections: readonly Section[] }

export const builtInAudiences = ['officials', 'principals', 'young-teachers', 'civics-teachers', 'students'] as const

/**
 * A script as a plain document: what stands in it and what each paragraph is, before anything is known of typefaces, pages or OOXML.
 * `presets.ts` says how each style looks; `body-writer.ts` how it is written.
 */
import type { Inline } from '../../../shared/model/block'
import type { AssetHash } from '../../../shared/model/ids'

/** What a paragraph is. */
export const scriptStyles = [
  'title',
  'subtitle',
  'facts',
  'contents-title',
  'contents-1',
  'contents-2',
  'section',
  'block',
  'meta',
  'body',
  'cue-line',
  'shown',
  'quote',
  'attribution',
  'caption',
  'cell-head',
  'cell',
  'reference',
  'footnote',
  'page-number',
  'running-head',
  'point',
  'sub-point',
  'picture',
  'ruled-line',
] as const
export type ScriptStyle = (typeof scriptStyles)[number]

export type ScriptRun =
  | { readonly kind: 'text'; readonly text: string; readonly strong?: boolean; readonly emphasis?: boolean; readonly code?: boolean; readonly href?: string }
  /** What the speaker does instead of speaking: 翻页, 停顿 … */
  | { readonly kind: 'cue'; readonly text: string }
  /** Names what follows: 屏幕显示, 答案 … */
  | { readonly kind: 'label'; readonly text: string }
  /** Bullet or number that hangs before its paragraph; empty where a paragraph goes on under the one before. */
  | { readonly kind: 'marker'; readonly text: string }
  /** Raised: refers to the list of sources at the end. */
  | { readonly kind: 'mark'; readonly text: string }
  /** Room to write a word in, so many ems wide. */
  | { readonly kind: 'blank'; readonly ems: number }
  /** Refers to the footnote of this number, from 1. */
  | { readonly kind: 'note'; readonly note: number }

/** A slide drawn small, in the margin beside a paragraph, level with its first line. Sizes in points. */
export type SlideBeside = { readonly hash: AssetHash; readonly width: number; readonly height: number; /** Never empty: a screen reader reads it. */ readonly alt: string }

export type ScriptParagraph = {
  readonly kind: 'paragraph'
  readonly style: ScriptStyle
  readonly runs: readonly ScriptRun[]
  /** On one page with the paragraph that follows; without, as the style asks. */
  readonly keepNext?: boolean
  /** Begins a page. */
  readonly newPage?: boolean
  readonly beside?: SlideBeside
  /** Points of space after it, where that is not what its style asks for. */
  readonly after?: number
}
export type ScriptTable = {
  readonly kind: 'table'
  readonly header: readonly (readonly ScriptRun[])[]
  readonly rows: readonly (readonly (readonly ScriptRun[])[])[]
  readonly align: readonly ('left' | 'center' | 'right')[]
}
/** A picture on a line of its own. Sizes in points. */
export type ScriptPicture = {
  readonly kind: 'picture'
  readonly hash: AssetHash
  readonly mime: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
  /** How much of each side is cut away, in percent of the picture; nothing without. */
  readonly crop?: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
  /** Never empty: a screen reader reads it. */
  readonly alt: string
  /** On one page with its caption. */
  readonly keepNext: boolean
}
export type ScriptPiece = ScriptParagraph | ScriptTable | ScriptPicture

export type ScriptDocument = {
  readonly title: string
  readonly speaker: string
  /** Title, subtitle and facts: the first page, above the contents. */
  readonly opening: readonly ScriptParagraph[]
  /** The whole body in order, references last. */
  readonly body: readonly ScriptPiece[]
  /** Footnotes in the order of their numbers. */
  readonly notes: readonly string[]
}

export const text = (value: string): ScriptRun => ({ kind: 'text', text: value })
export const runsOf = (inlines: readonly Inline[]): readonly ScriptRun[] => inlines.map((inline) => ({ kind: 'text', ...inline }))
export const marker = (value: string): ScriptRun => ({ kind: 'marker', text: value })
export const label = (value: string): ScriptRun => ({ kind: 'label', text: value })
export const paragraph = (style: ScriptStyle, ...runs: readonly ScriptRun[]): ScriptParagraph => ({ kind: 'paragraph', style, runs })

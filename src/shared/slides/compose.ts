import type { Inline } from '../model/block'
import { emu, EMU_PER_POINT, emuToPoints, points } from '../units'
import { advancesOf, breakLines, widthBetween } from './break-lines'
import type { FontMetrics } from './font-metrics'
import { type Area, boxOf, pitchOf } from './page'
import type { SceneParagraph, SceneText, TextRun, TextStyle } from './scene'
import type { ColourRole, Structure } from './theme'

/** A paragraph before its lines are known. Lengths are in points; what is left out is left-aligned, unmarked, level 0. */
export type ParagraphSpec = {
  readonly runs: readonly TextRun[]
  readonly align?: SceneParagraph['align']
  readonly marker?: SceneParagraph['marker']
  readonly level?: number
  readonly indent?: number
  /** How far the marker hangs left of `indent`; the whole indent where it is left out. */
  readonly hang?: number
  readonly pitch?: number
  readonly spaceBefore?: number
}

export const textStyle = (size: number, colour: ColourRole = 'ink', more: { readonly bold?: boolean; readonly font?: TextStyle['font'] } = {}): TextStyle => ({
  size: points(size),
  colour,
  bold: more.bold ?? false,
  font: more.font ?? 'body',
})

/** Display text as the design sets it. */
export const headingStyle = (size: number, colour: ColourRole, { headingsBold }: Pick<Structure, 'headingsBold'>): TextStyle => textStyle(size, colour, { bold: headingsBold, font: 'heading' })

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** A line end inside a Markdown paragraph is a space between Latin words and nothing between Chinese characters. */
export const unwrapped = (text: string): string =>
  text.replace(/[ \t]*[\r\n\u2028\u2029]+[ \t]*/g, (_match, at: number, whole: string) => (/[\u2e80-\u9fff\uff00-\uffef]/.test(whole[at - 1] ?? '') ? '' : ' ')).replaceAll('\t', ' ')

/** Strong text is bold in the accent; emphasis is italic in Latin and the accent's deep tone in Chinese, which has no italics. */
export function runsOf(inlines: readonly Inline[], style: TextStyle): TextRun[] {
  const plainRole = style.colour === 'ink' ? 'accent-deep' : style.colour
  return inlines
    .filter((inline) => inline.text !== '')
    .map((inline): TextRun => {
      const text = unwrapped(inline.text)
      const stressed = inline.strong || (inline.emphasis && hasHan(text)) || inline.code
      return {
        text,
        style: { ...style, bold: style.bold || (inline.strong ?? false), colour: stressed ? plainRole : style.colour },
        ...(inline.emphasis && !hasHan(text) ? { italic: true } : {}),
        ...(inline.href ? { href: inline.href } : {}),
      }
    })
}

export const plainRun = (text: string, style: TextStyle): TextRun => ({ text: unwrapped(text), style })
export const textOf = (runs: readonly { readonly text: string }[]): string => runs.map(({ text }) => text).join('')
/** In points; 20 where there is no text. */
export const largestSize = (runs: readonly TextRun[]): number => Math.max(0, ...runs.map(({ style }) => style.size)) || 20

export function setParagraph(spec: ParagraphSpec, width: number, metrics: FontMetrics): SceneParagraph {
  const runs = spec.runs.length > 0 ? spec.runs : [plainRun('', textStyle(20))]
  const indent = spec.indent ?? 0
  return {
    runs,
    align: spec.align ?? 'left',
    marker: spec.marker ?? null,
    level: spec.level ?? 0,
    indent: emu(indent * EMU_PER_POINT),
    ...(spec.hang !== undefined && spec.hang !== indent ? { hang: emu(spec.hang * EMU_PER_POINT) } : {}),
    pitch: points(spec.pitch ?? pitchOf(largestSize(runs))),
    spaceBefore: points(spec.spaceBefore ?? 0),
    lineStarts: breakLines(textOf(runs), advancesOf(runs, metrics), width - indent),
  }
}

/** Sets paragraphs one beneath the other; the space before the first is dropped, as PowerPoint does at the top of a box. */
export const setParagraphs = (specs: readonly ParagraphSpec[], width: number, metrics: FontMetrics): SceneParagraph[] =>
  specs.map((spec, index) => setParagraph(index === 0 ? { ...spec, spaceBefore: 0 } : spec, width, metrics))

export const heightOf = (paragraphs: readonly SceneParagraph[]): number => paragraphs.reduce((height, { spaceBefore, pitch, lineStarts }) => height + spaceBefore + pitch * lineStarts.length, 0)
export const lineCountOf = (paragraphs: readonly SceneParagraph[]): number => paragraphs.reduce((lines, { lineStarts }) => lines + lineStarts.length, 0)

/** Width in points of the widest line. */
export function widestLine(paragraphs: readonly SceneParagraph[], metrics: FontMetrics): number {
  return Math.max(
    0,
    ...paragraphs.flatMap(({ runs, lineStarts, indent }) => {
      const text = textOf(runs)
      const advances = advancesOf(runs, metrics)
      return lineStarts.map((start, line) => emuToPoints(indent) + widthBetween(text, advances, start, lineStarts[line + 1] ?? text.length))
    }),
  )
}

export type TextPlace = { readonly name: string; readonly placeholder?: SceneText['placeholder']; readonly area: Area; readonly anchor?: SceneText['anchor'] }

/**
 * Points that a box is higher than its text at least. Programs round what they measure: of a text that fills its box to the last unit LibreOffice takes the
 * hundredth of a millimetre that it is over for a reason to shrink it, and PowerPoint may when the text is edited.
 */
const SLACK = 1

/** The area with {@link SLACK} around a text that fills it, which stays where it is. Of a text that is too high it says nothing. */
const withSlack = (area: Area, textHeight: number, anchor: SceneText['anchor']): Area => {
  const more = SLACK - (area.height - textHeight)
  if (more <= 0 || more > SLACK + 0.01) return area
  const above = { top: 0, middle: more / 2, bottom: more }[anchor]
  return { ...area, y: area.y - above, height: area.height + more }
}

export const textItem = ({ name, placeholder = null, area, anchor = 'top' }: TextPlace, paragraphs: readonly SceneParagraph[]): SceneText => ({
  kind: 'text',
  name,
  placeholder,
  box: boxOf(withSlack(area, heightOf(paragraphs), anchor)),
  anchor,
  paragraphs,
})

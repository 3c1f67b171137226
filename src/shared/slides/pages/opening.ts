import type { FrontMatter } from '../../model/block'
import { headingStyle, heightOf, lineCountOf, type ParagraphSpec, plainRun, setParagraphs, textItem, textStyle } from '../compose'
import type { LayoutContext } from '../context'
import type { OpeningPlaces, Place, SectionPlaces } from '../opening-frames'
import type { Area } from '../page'
import type { SceneItem, TextStyle } from '../scene'
import { balancedWidth, steadyWidth } from '../text-width'

/** For words that no cover has room for: better small than over the line beneath, or cut. In points. */
const SMALL_PRINT = [18, 16, 14, 12] as const

/** Sets `text` into its place at the first of `sizes` at which it stands within the area's height and `mostLines`; what is too long for that in small print, with a warning. */
function display(text: string, name: 'title' | 'subtitle', place: Place, sizes: readonly number[], style: (size: number) => TextStyle, mostLines: number, context: LayoutContext): SceneItem[] {
  if (text === '') return []
  const specsAt = (size: number): ParagraphSpec[] => [{ runs: [plainRun(text, style(size))], align: place.align, pitch: Math.round(size * 1.28) }]
  const setAt = (size: number) => setParagraphs(specsAt(size), steadyWidth(place.area.width, specsAt(size), context.metrics), context.metrics)
  const stands = (size: number): boolean => heightOf(setAt(size)) <= place.area.height
  const allowed = place.largest === undefined ? sizes : withinReach(sizes, place.largest)
  const size = allowed.find((tried) => stands(tried) && lineCountOf(setAt(tried)) <= mostLines) ?? allowed.findLast(stands) ?? smallPrint(text, stands, context)
  const specs = specsAt(size)
  const plain = steadyWidth(place.area.width, specs, context.metrics)
  const width = lineCountOf(setParagraphs(specs, plain, context.metrics)) > 1 ? balancedWidth(specs, plain, context.metrics) : plain
  return [textItem({ name, placeholder: name, anchor: place.anchor, area: narrowed(place, width) }, setParagraphs(specs, width, context.metrics))]
}

/** The sizes up to the largest that a place has; that one itself where all are larger. */
const withinReach = (sizes: readonly number[], largest: number): readonly number[] => {
  const reached = sizes.filter((size) => size <= largest)
  return reached.length > 0 ? reached : [largest]
}

function smallPrint(text: string, stands: (size: number) => boolean, context: LayoutContext): number {
  context.warn('small-print', {
    'zh-CN': `“${text.slice(0, 24)}……”太长了，在这一页上只能用很小的字。请改短一些。`,
    en: `“${text.slice(0, 48)}…” is too long for its page and had to be set very small. Please shorten it.`,
  })
  return SMALL_PRINT.find(stands) ?? SMALL_PRINT[3]
}

/** The area at another width: what is centred stays in the middle of its place. */
const narrowed = ({ area, align }: Place, width: number): Area => ({ ...area, x: area.x + (align === 'center' ? (area.width - width) / 2 : 0), width })

const titled = (text: string, place: Place, sizes: readonly number[], mostLines: number, context: LayoutContext): SceneItem[] =>
  display(text, 'title', place, sizes, (size) => headingStyle(size, place.colour, context.structure), mostLines, context)
const subtitled = (text: string, place: Place, sizes: readonly number[], context: LayoutContext): SceneItem[] => display(text, 'subtitle', place, sizes, (size) => textStyle(size, place.colour), 2, context)

const meta = (lines: readonly string[], { meta: place }: OpeningPlaces, context: LayoutContext): SceneItem[] => {
  const { area, align, anchor } = place
  const said = lines.filter((line) => line !== '')
  if (said.length === 0) return []
  const specsAt = (size: number): ParagraphSpec[] => said.map((line): ParagraphSpec => ({ runs: [plainRun(line, textStyle(size, place.colour))], align }))
  const stands = (size: number): boolean => heightOf(setParagraphs(specsAt(size), steadyWidth(area.width, specsAt(size), context.metrics), context.metrics)) <= area.height
  const specs = specsAt(stands(20) ? 20 : smallPrint(said.join(' '), stands, context))
  const width = steadyWidth(area.width, specs, context.metrics)
  const paragraphs = setParagraphs(specs, width, context.metrics)
  const height = Math.max(area.height, heightOf(paragraphs))
  return [textItem({ name: 'body', placeholder: 'body', area: { ...narrowed(place, width), y: area.y + area.height - height, height }, anchor }, paragraphs)]
}

export function coverItems(front: FrontMatter, context: LayoutContext): SceneItem[] {
  const places = context.pages.cover
  // A title without a subtitle is all that the cover says: it may be larger.
  const largest = front.subtitle === '' ? [60] : []
  return [
    ...titled(front.title, places.title, [...largest, 54, 48, 44, 40, 36, 32, 28, 24, 20], 3, context),
    ...subtitled(front.subtitle, places.subtitle, [26, 24, 22, 20], context),
    ...meta([front.speaker, [front.occasion, front.date].filter((part) => part !== '').join(' · ')], places, context),
  ]
}

const CHINESE_DIGITS = '零一二三四五六七八九'
const NUMBERING = /^(?:第\s*([一二三四五六七八九十]+|\d+)\s*[章节讲部编]\s*[、：:.]?\s*|([一二三四五六七八九十]+)、\s*|[（(]([一二三四五六七八九十]+)[)）]\s*|(?:part|chapter|section)\s+(\d+)\s*[:.]?\s*|(\d+)\s*(?:[、．]|\.(?!\d))\s*)/i

const digit = (char: string | undefined): number => (char === undefined ? 0 : CHINESE_DIGITS.indexOf(char))

/** 1–99 from 一 to 九十九, or from figures; null when it is neither. */
function numberFrom(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!match) return null
  return match[2] === undefined ? digit(match[1]) : (match[1] === undefined ? 10 : digit(match[1]) * 10) + digit(match[3])
}

/** A section's own number (一、, 第二章, 3.) taken off its title, so that it can stand large beside it; its position where the title carries none. */
export function numberedTitle(title: string, position: number): { readonly number: number; readonly title: string } {
  const match = NUMBERING.exec(title)
  const written = match?.slice(1).find((group) => group !== undefined)
  const number = written === undefined ? null : numberFrom(written)
  const rest = match ? title.slice(match[0].length) : title
  return number === null || rest === '' ? { number: position, title } : { number, title: rest }
}

export function sectionItems(title: string, position: number, context: LayoutContext): SceneItem[] {
  const { numeral, title: place } = context.pages.section
  if (numeral === null) return titled(title, place, SECTION_SIZES, 3, context)
  const numbered = numberedTitle(title, position)
  return [numeralItem(numbered.number, numeral, context), ...titled(numbered.title, place, SECTION_SIZES, numeral.anchor === 'middle' ? 3 : 2, context)]
}

const SECTION_SIZES = [44, 40, 36, 32, 28, 24, 20] as const

function numeralItem(number: number, numeral: NonNullable<SectionPlaces['numeral']>, context: LayoutContext): SceneItem {
  const { area, align, anchor, colour } = numeral
  const specsAt = (size: number): ParagraphSpec[] => [{ runs: [plainRun(String(number), headingStyle(size, colour, context.structure))], align, pitch: Math.min(area.height, Math.round(size * 1.08)) }]
  // Two figures of the huge size may be wider than their place.
  const size = [1, 0.75, 0.5].map((share) => Math.round(numeral.size * share)).find((tried) => lineCountOf(setParagraphs(specsAt(tried), area.width, context.metrics)) === 1) ?? 20
  return textItem({ name: 'numeral', area, anchor }, setParagraphs(specsAt(size), area.width, context.metrics))
}

/** The last page: a word of thanks on the accent, `beneath` (the talk's title) and the speaker below. */
export function closingItems(thanks: string, beneath: string, context: LayoutContext): SceneItem[] {
  const places = context.pages.closing
  return [
    ...titled(thanks, places.title, [60, 48, 40, 34, 28, 24, 20], 2, context),
    ...subtitled(beneath, places.subtitle, [24, 22, 20], context),
    ...meta([context.talk.front.speaker], places, context),
  ]
}

import type { FrontMatter } from '../../model/block'
import { balancedWidth, heightOf, lineCountOf, type ParagraphSpec, plainRun, setParagraphs, steadyWidth, textItem, type TextPlace, textStyle } from '../compose'
import type { LayoutContext } from '../context'
import { coverAreas, SECTION_NUMERAL_SIZE, sectionAreas } from '../layouts'
import type { Area } from '../page'
import type { SceneItem, TextStyle } from '../scene'

/** Sets `text` into its area at the first of `sizes` at which it stands within the area's height and `mostLines`; the last size is used come what may. */
function display(text: string, place: TextPlace, sizes: readonly number[], style: (size: number) => TextStyle, mostLines: number, context: LayoutContext): SceneItem[] {
  if (text === '') return []
  const specsAt = (size: number): ParagraphSpec[] => [{ runs: [plainRun(text, style(size))], pitch: Math.round(size * 1.28) }]
  const fits = (size: number): boolean => {
    const paragraphs = setParagraphs(specsAt(size), steadyWidth(place.area.width, specsAt(size)), context.metrics)
    return lineCountOf(paragraphs) <= mostLines && heightOf(paragraphs) <= place.area.height
  }
  const specs = specsAt(sizes.find(fits) ?? sizes.at(-1) ?? 20)
  const plain = steadyWidth(place.area.width, specs)
  const width = lineCountOf(setParagraphs(specs, plain, context.metrics)) > 1 ? balancedWidth(specs, plain, context.metrics) : plain
  return [textItem({ ...place, area: { ...place.area, width } }, setParagraphs(specs, width, context.metrics))]
}

const meta = (lines: readonly string[], area: Area, style: TextStyle, context: LayoutContext): SceneItem[] => {
  const specs = lines.filter((line) => line !== '').map((line): ParagraphSpec => ({ runs: [plainRun(line, style)] }))
  if (specs.length === 0) return []
  const width = steadyWidth(area.width, specs)
  const paragraphs = setParagraphs(specs, width, context.metrics)
  const height = Math.max(area.height, heightOf(paragraphs))
  return [textItem({ name: 'body', placeholder: 'body', area: { ...area, y: area.y + area.height - height, width, height }, anchor: 'bottom' }, paragraphs)]
}

export function coverItems(front: FrontMatter, context: LayoutContext): SceneItem[] {
  const areas = coverAreas(context.page)
  return [
    ...display(front.title, { name: 'title', placeholder: 'title', area: areas.title, anchor: 'middle' }, [54, 48, 44, 40, 36, 32, 28, 24, 20], (size) => textStyle(size, 'ink', { bold: true, font: 'heading' }), 3, context),
    ...display(front.subtitle, { name: 'subtitle', placeholder: 'subtitle', area: areas.subtitle }, [26, 24, 22, 20], (size) => textStyle(size, 'neutral-4'), 2, context),
    ...meta([front.speaker, [front.occasion, front.date].filter((part) => part !== '').join(' · ')], areas.meta, textStyle(20, 'neutral-4'), context),
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
  const areas = sectionAreas(context.page)
  const numbered = numberedTitle(title, position)
  const numeral = setParagraphs([{ runs: [plainRun(String(numbered.number), textStyle(SECTION_NUMERAL_SIZE, 'accent', { bold: true, font: 'heading' }))], pitch: areas.numeral.height }], areas.numeral.width, context.metrics)
  return [
    textItem({ name: 'numeral', area: areas.numeral, anchor: 'bottom' }, numeral),
    ...display(numbered.title, { name: 'title', placeholder: 'title', area: areas.title }, [44, 40, 36, 32, 28, 24, 20], (size) => textStyle(size, 'ink', { bold: true, font: 'heading' }), 2, context),
  ]
}

/** The last page: a word of thanks on the accent, `beneath` (the talk's title) and the speaker below. */
export function closingItems(thanks: string, beneath: string, context: LayoutContext): SceneItem[] {
  const areas = coverAreas(context.page)
  const { front } = context.talk
  const wide = (area: Area): Area => ({ ...area, width: context.page.title.width })
  return [
    ...display(thanks, { name: 'title', placeholder: 'title', area: wide(areas.title), anchor: 'middle' }, [60, 48, 40, 34, 28, 24, 20], (size) => textStyle(size, 'paper', { bold: true, font: 'heading' }), 2, context),
    ...display(beneath, { name: 'subtitle', placeholder: 'subtitle', area: wide(areas.subtitle) }, [24, 22, 20], (size) => textStyle(size, 'accent-tint'), 2, context),
    ...meta([front.speaker], wide(areas.meta), textStyle(20, 'accent-tint'), context),
  ]
}

import { assertNever } from '../assert-never'
import { headingStyle, textStyle } from './compose'
import { closingPlaces, closingShapes, coverPlaces, coverShapes, type OpeningPlaces, type Place, sectionPlaces, sectionShapes } from './opening-frames'
import { type Area, boxOf, columnsOf, type Page, pageOf, pitchOf, type SlideSize } from './page'
import type { LayoutFrame, LayoutName, SceneShape, SceneText, TextStyle } from './scene'
import { card, filled } from './shapes'
import type { Structure } from './theme'

type Placeholder = LayoutFrame['placeholders'][number]

const holder = (placeholder: NonNullable<SceneText['placeholder']>, area: Area, style: TextStyle, more: Partial<Pick<Placeholder, 'anchor' | 'align'>> = {}): Placeholder => ({
  placeholder,
  box: boxOf(area),
  anchor: more.anchor ?? 'top',
  align: more.align ?? 'left',
  style,
  pitch: pitchOf(style.size),
})

const at = (placeholder: NonNullable<SceneText['placeholder']>, place: Place, style: TextStyle): Placeholder => holder(placeholder, place.area, style, place)

export const bodyStyle = textStyle(26)
export const footerStyle = textStyle(12, 'neutral-4')

const footer = (page: Page, style: TextStyle = footerStyle): Placeholder[] => [
  holder('source', page.source, style, { anchor: 'bottom' }),
  holder('number', page.number, style, { anchor: 'bottom', align: 'right' }),
]
const titleHolder = (area: Area, structure: Structure): Placeholder => holder('title', area, headingStyle(34, 'ink', structure), { anchor: 'middle' })

const titleMark = (page: Page, { titleMark: mark }: Structure): SceneShape => (mark === 'disc' ? filled('accent-disc', page.mark, 'accent', 'ellipse') : filled('accent-rule', page.mark, 'accent'))

/** Layouts whose words stand on the one card that spans the page; the others have cards of their own, or a picture. */
const onCard: ReadonlySet<LayoutName> = new Set(['agenda', 'points', 'statement', 'quote', 'chart', 'table', 'timeline', 'references'])

export const quoteArea = (page: Page): Area => ({ x: page.body.x + 48, y: page.body.y, width: page.body.width - 96, height: page.body.height })

/** Rules above and beneath a quotation. */
const quoteRules = ({ body }: Page): SceneShape[] => [body.y - 6, body.y + body.height].map((y, index) => filled(`quote-rule-${index + 1}`, { ...body, y, height: 0.75 }, 'neutral-3'))

/** The decorations and placeholders of a layout; scenes draw neither of them again. */
export function frameOf(layout: LayoutName, size: SlideSize, structure: Structure): LayoutFrame {
  const page = pageOf(size, structure)
  const title = titleHolder(page.title, structure)
  const key = holder('subtitle', { ...page.body, y: page.keyTop, height: 27 }, textStyle(18, 'neutral-4'))
  const content = (placeholders: readonly Placeholder[] = [holder('body', page.body, bodyStyle)], more: Partial<LayoutFrame> = {}): LayoutFrame => ({
    layout,
    background: structure.ground,
    decorations: [titleMark(page, structure), ...(page.card && onCard.has(layout) ? [card('page-card', page.card, structure)] : [])],
    placeholders: [title, ...placeholders, ...footer(page)],
    ...more,
  })
  switch (layout) {
    case 'cover':
      return { layout, background: structure.ground, decorations: coverShapes(page, structure), placeholders: opening(coverPlaces(page, structure), [48, 26, 20], structure) }
    case 'section': {
      const places = sectionPlaces(page, structure)
      return { layout, background: structure.ground, decorations: sectionShapes(page, structure), placeholders: [at('title', places.title, headingStyle(44, places.title.colour, structure)), ...footer(page).slice(structure.section === 'two-tone' ? 1 : 0)] }
    }
    case 'closing':
      return { layout, background: structure.solid.ground, decorations: closingShapes(page, structure), placeholders: opening(closingPlaces(page, structure), [60, 24, 20], structure) }
    case 'statement':
      return content([holder('body', page.body, textStyle(60, 'accent-deep', { bold: true }), { anchor: 'middle', align: 'center' })])
    case 'quote': {
      const area = quoteArea(page)
      const plain = content([holder('body', area, textStyle(36), { anchor: 'middle' }), holder('subtitle', { ...area, y: 426, height: 48 }, textStyle(18, 'neutral-4'), { align: 'right' })])
      if (structure.quote === 'tinted') return { ...plain, background: 'accent-tint' }
      return structure.quote === 'ruled' ? { ...plain, decorations: quoteRules(page) } : plain
    }
    case 'two-columns': {
      const [left, right] = columnsOf(page.body, 2, page.columnGap)
      return left && right ? content([holder('body', left, textStyle(24)), holder('body-2', right, textStyle(24))]) : content()
    }
    case 'chart':
    case 'table':
      return content([key, holder('body', page.body, textStyle(20))])
    case 'case':
      return content([key, holder('body', page.body, bodyStyle)])
    case 'activity': {
      const areas = page.activity
      const [, number] = footer(page)
      return content([], {
        decorations: [page.card ? card('panel', areas.panel, structure) : filled('panel', areas.panel, 'accent-tint')],
        placeholders: [titleHolder(areas.title, structure), holder('body', areas.body, bodyStyle), holder('source', areas.source, footerStyle, { anchor: 'bottom' }), ...(number ? [number] : [])],
      })
    }
    case 'points':
    case 'agenda':
    case 'picture':
    case 'timeline':
    case 'question':
    case 'answer':
    case 'references':
      return content()
    default:
      return assertNever(layout)
  }
}

const opening = ({ title, subtitle, meta }: OpeningPlaces, [titleSize, subtitleSize, metaSize]: readonly [number, number, number], structure: Structure): Placeholder[] => [
  at('title', title, headingStyle(titleSize, title.colour, structure)),
  at('subtitle', subtitle, textStyle(subtitleSize, subtitle.colour)),
  at('body', meta, textStyle(metaSize, meta.colour)),
]

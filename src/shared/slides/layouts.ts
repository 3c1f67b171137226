import { emu, EMU_PER_POINT } from '../units'
import { textStyle } from './compose'
import { type Area, boxOf, columnsOf, type Page, pageOf, pitchOf, type SlideSize } from './page'
import type { LayoutFrame, LayoutName, SceneShape, SceneText, TextStyle } from './scene'
import type { ColourRole } from './theme'

type Placeholder = LayoutFrame['placeholders'][number]

export const filled = (name: string, area: Area, fill: ColourRole, shape: SceneShape['shape'] = 'rectangle', radius = 0): SceneShape => ({
  kind: 'shape',
  name,
  shape,
  box: boxOf(area),
  fill,
  line: null,
  ...(shape === 'rounded' ? { radius: emu(radius * EMU_PER_POINT) } : {}),
})

const holder = (placeholder: NonNullable<SceneText['placeholder']>, area: Area, style: TextStyle, more: Partial<Pick<Placeholder, 'anchor' | 'align'>> = {}): Placeholder => ({
  placeholder,
  box: boxOf(area),
  anchor: more.anchor ?? 'top',
  align: more.align ?? 'left',
  style,
  pitch: pitchOf(style.size),
})

export const titleStyle = textStyle(34, 'ink', { bold: true, font: 'heading' })
export const bodyStyle = textStyle(26)
export const footerStyle = textStyle(12, 'neutral-4')

const footer = (page: Page, style: TextStyle = footerStyle): Placeholder[] => [
  holder('source', page.source, style, { anchor: 'bottom' }),
  holder('number', page.number, style, { anchor: 'bottom', align: 'right' }),
]
const titleHolder = (page: Page, style: TextStyle = titleStyle): Placeholder => holder('title', page.title, style, { anchor: 'middle' })
const accentRule = (page: Page): SceneShape => filled('accent-rule', page.rule, 'accent')

/** Where the cover's and the closing page's texts and panel stand. */
export function coverAreas(page: Page): { readonly title: Area; readonly subtitle: Area; readonly meta: Area; readonly panel: Area; readonly rule: Area } {
  const panelWidth = page.width * 0.25
  const width = page.width - panelWidth - page.title.x - 42
  return {
    title: { x: page.title.x, y: 120, width, height: 156 },
    subtitle: { x: page.title.x, y: 300, width, height: 72 },
    meta: { x: page.title.x, y: 426, width, height: 66 },
    panel: { x: page.width - panelWidth, y: 0, width: panelWidth, height: page.height },
    rule: { x: page.rule.x, y: 126, width: 6, height: 144 },
  }
}

/** A quiet pattern of squares and discs on a module of half the panel's width. */
function coverPanel(page: Page): SceneShape[] {
  const { panel } = coverAreas(page)
  const module = panel.width / 2
  const cell = (column: number, row: number): Area => ({ x: panel.x + column * module, y: row * module, width: module, height: module })
  return [
    filled('panel', panel, 'accent-deep'),
    filled('panel-square-1', cell(1, 0), 'accent'),
    filled('panel-disc-1', cell(0, 1), 'accent', 'ellipse'),
    filled('panel-square-2', cell(0, 2), 'accent-tint'),
    filled('panel-disc-2', cell(1, 2), 'accent-tint', 'ellipse'),
    filled('panel-square-3', cell(1, 3), 'accent'),
  ]
}

export const SECTION_NUMERAL_SIZE = 200
export function sectionAreas(page: Page): { readonly numeral: Area; readonly rule: Area; readonly title: Area } {
  const { x, width } = page.title
  return {
    numeral: { x, y: 66, width, height: 216 },
    rule: { x: x + 6, y: 300, width: 72, height: 4 },
    title: { x, y: 324, width: width * 0.9, height: 120 },
  }
}

/** The activity page: a tinted panel with the minutes on the left, the task on the right. */
export function activityAreas(page: Page): { readonly panel: Area; readonly title: Area; readonly body: Area; readonly source: Area } {
  const panel = { x: 0, y: 0, width: Math.round(page.width * 0.27), height: page.height }
  const x = panel.width + 42
  const width = page.width - x - 54
  return { panel, title: { ...page.title, x, width }, body: { ...page.body, x, width }, source: { ...page.source, x, width: page.source.x + page.source.width - x } }
}

export const quoteArea = (page: Page): Area => ({ x: page.body.x + 48, y: page.body.y, width: page.body.width - 96, height: page.body.height })

/** The decorations and placeholders of a layout; scenes draw neither of them again. */
export function frameOf(layout: LayoutName, size: SlideSize): LayoutFrame {
  const page = pageOf(size)
  const body = holder('body', page.body, bodyStyle)
  const content = (more: Partial<LayoutFrame> = {}): LayoutFrame => ({
    layout,
    background: 'paper',
    decorations: [accentRule(page)],
    placeholders: [titleHolder(page), body, ...footer(page)],
    ...more,
  })
  switch (layout) {
    case 'cover': {
      const areas = coverAreas(page)
      return {
        layout,
        background: 'paper',
        decorations: [...coverPanel(page), filled('accent-rule', areas.rule, 'accent')],
        placeholders: [
          holder('title', areas.title, textStyle(48, 'ink', { bold: true, font: 'heading' }), { anchor: 'middle' }),
          holder('subtitle', areas.subtitle, textStyle(26, 'neutral-4')),
          holder('body', areas.meta, textStyle(20, 'neutral-4'), { anchor: 'bottom' }),
        ],
      }
    }
    case 'section': {
      const areas = sectionAreas(page)
      return {
        layout,
        background: 'paper',
        decorations: [filled('accent-rule', areas.rule, 'accent')],
        placeholders: [holder('title', areas.title, textStyle(44, 'ink', { bold: true, font: 'heading' })), ...footer(page)],
      }
    }
    case 'closing': {
      const areas = coverAreas(page)
      return {
        layout,
        background: 'accent-deep',
        decorations: [filled('accent-rule', areas.rule, 'accent-tint')],
        placeholders: [
          holder('title', { ...areas.title, width: page.title.width }, textStyle(60, 'paper', { bold: true, font: 'heading' }), { anchor: 'middle' }),
          holder('subtitle', { ...areas.subtitle, width: page.title.width }, textStyle(24, 'accent-tint')),
          holder('body', { ...areas.meta, width: page.title.width }, textStyle(20, 'accent-tint'), { anchor: 'bottom' }),
        ],
      }
    }
    case 'statement':
      return content({ placeholders: [titleHolder(page), holder('body', page.body, textStyle(60, 'accent-deep', { bold: true }), { anchor: 'middle', align: 'center' }), ...footer(page)] })
    case 'quote':
      return content({
        background: 'accent-tint',
        placeholders: [titleHolder(page), holder('body', quoteArea(page), textStyle(36), { anchor: 'middle' }), holder('subtitle', { ...quoteArea(page), y: 426, height: 48 }, textStyle(18, 'neutral-4'), { align: 'right' }), ...footer(page)],
      })
    case 'two-columns':
    case 'points': {
      const [left, right] = columnsOf(page.body, 2, page.columnGap)
      if (layout === 'points' || !left || !right) return content()
      return content({ placeholders: [titleHolder(page), holder('body', left, textStyle(24)), holder('body-2', right, textStyle(24)), ...footer(page)] })
    }
    case 'chart':
    case 'table':
      return content({ placeholders: [titleHolder(page), holder('subtitle', { ...page.body, y: 120, height: 27 }, textStyle(18, 'neutral-4')), holder('body', page.body, textStyle(20)), ...footer(page)] })
    case 'case':
      return content({ placeholders: [titleHolder(page), holder('subtitle', { ...page.body, y: 120, height: 27 }, textStyle(18, 'neutral-4')), holder('body', page.body, bodyStyle), ...footer(page)] })
    case 'activity': {
      const areas = activityAreas(page)
      return content({
        decorations: [filled('panel', areas.panel, 'accent-tint')],
        placeholders: [holder('title', areas.title, titleStyle, { anchor: 'middle' }), holder('body', areas.body, bodyStyle), holder('source', areas.source, footerStyle, { anchor: 'bottom' }), holder('number', page.number, footerStyle, { anchor: 'bottom', align: 'right' })],
      })
    }
    case 'agenda':
    case 'picture':
    case 'timeline':
    case 'question':
    case 'answer':
    case 'references':
      return content()
    default:
      return layout satisfies never
  }
}

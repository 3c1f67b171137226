import { headingStyle, plainRun, setParagraphs, textItem } from '../compose'
import { pagesOf } from '../page-source'
import type { Deck, LayoutName, Scene } from '../scene'
import { filled } from '../shapes'
import type { Theme } from '../theme'
import { metricsOf } from '../theme-metrics'

const SIZE = 40

/** A page that shows where a layout has title and content, for a picture no larger than a thumb. @param title what it says */
export function layoutSample(layout: LayoutName, title: string, theme: Theme): { readonly scene: Scene; readonly size: Deck['size'] } {
  const pages = pagesOf(theme, '16:9')
  const page = pages.page(layout)
  const opening = layout === 'cover' ? pages.cover.title : layout === 'closing' ? pages.closing.title : layout === 'section' ? pages.section.title : null
  const place = opening ?? { area: page.title, ...page.titleType }
  const heading = setParagraphs([{ runs: [plainRun(title, headingStyle(SIZE, 'ink', theme.structure))], align: place.align }], place.area.width, metricsOf(theme))
  const items = [...(opening ? [] : [filled('body', page.body, 'neutral-2')]), textItem({ name: 'title', placeholder: 'title', area: place.area, anchor: place.anchor }, heading)]
  return { scene: { id: layout, block: null, section: 0, layout, title, items, notes: '' }, size: page.size }
}

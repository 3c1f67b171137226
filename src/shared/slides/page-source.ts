import { frameOf } from './layouts'
import { closingPlaces, coverPlaces, type OpeningPlaces, type SectionPlaces, sectionPlaces } from './opening-frames'
import { type Page, pageOf, type SlideSize } from './page'
import type { LayoutFrame, LayoutName } from './scene'
import { templatePages } from './template/template-pages'
import type { Theme } from './theme'

/** Where things stand on the pages of a design: what a built-in design's structure says, or a template's layouts. */
export type PageSource = {
  readonly page: (layout: LayoutName) => Page
  /** Decorations and placeholders of a layout. */
  readonly frame: (layout: LayoutName) => LayoutFrame
  readonly cover: OpeningPlaces
  readonly section: SectionPlaces
  readonly closing: OpeningPlaces
}

/** @param size of a built-in design's slides; a template has a size of its own */
export function pagesOf(theme: Pick<Theme, 'structure' | 'template'>, size: SlideSize): PageSource {
  return theme.template === undefined ? builtInPages(size, theme.structure) : templatePages(theme.template)
}

function builtInPages(size: SlideSize, structure: Theme['structure']): PageSource {
  const page = pageOf(size, structure)
  return {
    page: () => page,
    frame: (layout) => frameOf(layout, size, structure),
    cover: coverPlaces(page, structure),
    section: sectionPlaces(page, structure),
    closing: closingPlaces(page, structure),
  }
}

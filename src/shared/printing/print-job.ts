/**
 * What the print page (`renderer/print.html`) is asked to draw, and how. The page knows no engine: whoever prints opens it without a window,
 * hands it a job through {@link PrintPage} and takes the pages from the browser.
 */
import type { Language } from '../language'
import type { Deck } from '../slides/scene'
import type { Theme } from '../slides/theme'

export type PrintJob = {
  /** The title of the document, as the reader of a PDF shows it. */
  readonly title: string
  readonly language: Language
  readonly content:
    | { readonly kind: 'slides'; readonly deck: Deck; readonly theme: Theme }
    /** A document of ours as one XHTML element with its own style sheet, pages included. One with contents is printed twice, see {@link PRINT_PAGE_OF}. */
    | { readonly kind: 'paper'; readonly xhtml: string; readonly css: string; readonly hasContents: boolean }
}

/** A part of the page in CSS pixels, from its top left corner. */
export type PrintBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The page's side of the agreement, found as `window.lecternPrint`. */
export type PrintPage = {
  /** Pictures come before the job that shows them, one by one: a message to a browser has a limit. `data` is base64. */
  picture(hash: string, mime: string, data: string): void
  /** Draws the job and settles when typefaces and pictures are there. @returns how many pages or slides stand on the page; paper is broken into pages by the browser and counts as one */
  draw(job: PrintJob): Promise<number>
  /** Shows one slide alone, from 0. @returns where it stands */
  only(slide: number): Promise<PrintBox>
  /** Fills in the numbers of the contents of a paper that is drawn. @param pages from 1, by the `id` of what stands there */
  number(pages: Readonly<Record<string, number>>): Promise<void>
}

/** Where a picture of a printed document stands in its XHTML: the page puts the bytes of this hash there. */
export const PRINT_PICTURE = 'data-picture'

/**
 * Where the contents of a printed document name a page: the element with this attribute gets the number of the page on which the element with
 * this `id` stands. Only a printed document tells; the element keeps its size when it is filled, so that the second print breaks its pages as the first.
 */
export const PRINT_PAGE_OF = 'data-page-of'

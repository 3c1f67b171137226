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
    /** A document of ours as one XHTML element with its own style sheet, pages included. */
    | { readonly kind: 'paper'; readonly xhtml: string; readonly css: string }
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
}

/** Where a picture of a printed document stands in its XHTML: the page puts the bytes of this hash there. */
export const PRINT_PICTURE = 'data-picture'

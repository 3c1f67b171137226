import { createHash } from 'node:crypto'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ImageStream } from './image-streams'
import type { Box, PageDrawings } from './page-drawings'
import { unpackedPicture } from './unpacked-picture'

/** A picture taken from a page, with its place on it. */
export type PagePicture = { readonly page: number; readonly box: Box; readonly bytes: Uint8Array; /** The same for the same bytes. */ readonly key: string }

/** Sides, in points, below which a picture decorates: 40 points are 14 millimetres. */
const SMALLEST_SIDE = 40
/** A part of the page that only a background covers. */
const BACKGROUND = 0.85
/** Characters on a page that make a picture over all of it a background, or the scan that the text was recognised from. */
const TEXT_OVER_BACKGROUND = 50
/** Pictures on as many pages, and on this part of all of them, are furniture: logos, letterheads, watermarks. */
const REPEATED_PAGES = 3
const REPEATED_SHARE = 0.3
/** The margin of a page, as a part of its height, in which a picture that stands on two pages is a letterhead. */
const MARGIN = 0.15
/** Pixels of all pictures together that are unpacked: at some 20 million a second in JavaScript, a third of the time a document may take. */
const MOST_PIXELS = 160_000_000
/** After as many backgrounds and nothing else a document is a scan with recognised text. */
const MOST_BACKGROUNDS = 5

type PageShape = { readonly width: number; readonly height: number; readonly characters: number }

const areaOf = ({ left, top, right, bottom }: Box) => Math.max(0, right - left) * Math.max(0, bottom - top)
/** The part of a box that lies on the page. */
const onPage = (box: Box, { width, height }: PageShape): Box => ({ left: Math.max(0, box.left), top: Math.max(0, box.top), right: Math.min(width, box.right), bottom: Math.min(height, box.bottom) })

/** Takes the pictures out of a document page by page, within limits. */
export class PagePictures {
  private readonly found: PagePicture[] = []
  private readonly heights = new Map<number, number>()
  private pixels = 0
  private backgrounds = 0
  constructor(private readonly streams: ReadonlyMap<number, ImageStream>) {}

  /** Backgrounds and nothing else: the text was recognised from them. */
  get isScan(): boolean {
    return this.backgrounds >= MOST_BACKGROUNDS && this.found.length === 0
  }

  /** Whether a further page is worth looking at. */
  get isOpen(): boolean {
    return this.pixels < MOST_PIXELS && !this.isScan
  }

  async take(page: PDFPageProxy, number: number, shape: PageShape, pictures: PageDrawings['pictures']): Promise<void> {
    this.heights.set(number, shape.height)
    for (const picture of pictures) {
      const box = onPage(picture.box, shape)
      if (Math.min(box.right - box.left, box.bottom - box.top) < SMALLEST_SIDE) continue
      if (areaOf(box) > BACKGROUND * shape.width * shape.height && shape.characters >= TEXT_OVER_BACKGROUND) {
        this.backgrounds += 1
        continue
      }
      const unpacked = await unpackedPicture(page, picture, this.streams)
      if (unpacked === null) continue
      this.pixels += unpacked.pixels
      this.found.push({ page: number, box, bytes: unpacked.bytes, key: createHash('sha256').update(unpacked.bytes).digest('hex') })
    }
  }

  /** What was found, without what repeats from page to page. @param pages of the document. */
  withoutFurniture(pages: number): readonly PagePicture[] {
    const seen = new Map<string, Set<number>>()
    for (const { key, page } of this.found) seen.set(key, (seen.get(key) ?? new Set()).add(page))
    return this.found.filter(({ key, page, box }) => {
      const count = seen.get(key)?.size ?? 0
      const height = this.heights.get(page) ?? 0
      const inMargin = box.bottom < height * MARGIN || box.top > height * (1 - MARGIN)
      return !(count >= REPEATED_PAGES && count >= pages * REPEATED_SHARE) && !(inMargin && count >= 2)
    })
  }
}

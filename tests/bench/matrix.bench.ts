/**
 * Every deck of the matrix (kind of block × design × mode × language × ratio × amount) before the judges from elsewhere: the Open XML SDK finds no error, and on LibreOffice's pages all words stand, each line
 * of a text within the text's box. `npm test` does this for a sample and looks at the others with rules of our own; here it is done for all, in some minutes.
 */
import { describe, expect, it } from 'vitest'
import { writeDeck } from '../../src/main/writers/pptx/write-deck'
import { languages } from '../../src/shared/language'
import { colourModes, designNames, slideRatios } from '../../src/shared/model/look'
import type { Scene, SceneItem } from '../../src/shared/slides/scene'
import { themeOf } from '../../src/shared/slides/themes/built-in'
import { emuToPoints } from '../../src/shared/units'
import { deckOfTalk, inMeasuredFaces } from '../builders/deck-of-talk'
import { amounts, matrixTalk } from '../builders/matrix-talk'
import { deckOptions } from '../builders/scene'
import { characterCounts, paragraphsOf, paragraphText } from '../builders/slides'
import { pageLines, type PdfLine, toPdf } from '../judges/libre-office'
import { schemaErrors } from '../judges/open-xml-sdk'

/** Points: the line that LibreOffice's own typefaces and its space between Han and Latin letters may move a line by. */
const SLACK = 4
/** Points of type that is large. */
const LARGE = 40
/** Decks that LibreOffice converts in one run. */
const AT_ONCE = 16

const matrix = designNames.flatMap((design) => colourModes.flatMap((mode) => slideRatios.flatMap((ratio) => languages.flatMap((language) => amounts.map((amount) => ({ design, mode, ratio, language, amount }))))))
type Cell = (typeof matrix)[number]
const nameOf = ({ design, mode, ratio, language, amount }: Cell): string => `${design}-${mode}-${ratio.replace(':', 'x')}-${language}-${amount}.pptx`
const themeFor = ({ design, mode }: Cell) => inMeasuredFaces(themeOf({ design, mode }))
const deckFor = (cell: Cell) => deckOfTalk(matrixTalk(cell.amount, cell.language, cell.mode === 'dark' ? 'click' : 'slides'), cell.ratio, themeFor(cell))
const written = (cell: Cell): Promise<Uint8Array> => writeDeck(deckFor(cell), { ...deckOptions, theme: themeFor(cell) })

const squeezed = (text: string): string => text.replaceAll(/\s/g, '')

/** What of the scene's words is not on the page. */
function lost(scene: Scene, lines: readonly PdfLine[]): string {
  const there = characterCounts(squeezed(lines.map(({ text }) => text).join('')))
  const wanted = characterCounts(squeezed(scene.items.flatMap((item) => (item.kind === 'text' && item.placeholder === 'number' ? [] : paragraphsOf(item).map(paragraphText))).join('')))
  return [...wanted].flatMap(([character, count]) => ((there.get(character) ?? 0) < count ? [character] : [])).join('')
}

/** Type of an item at its largest, in points: how far its letters may reach beyond lines that are set closer than they are high. */
const sizeOf = (item: SceneItem): number => Math.max(0, ...paragraphsOf(item).flatMap(({ runs }) => runs.map(({ style }) => style.size)))

const holds = (item: SceneItem, { x, y }: PdfLine): boolean => {
  if (item.kind === 'shape' || item.kind === 'picture') return false
  const [left, top, width, height] = [item.box.x, item.box.y, item.box.width, item.box.height].map(emuToPoints) as readonly number[] as readonly [number, number, number, number]
  const above = SLACK + 0.5 * Math.max(0, sizeOf(item) - LARGE)
  // A marker hangs before its text.
  return x >= left - 3 * SLACK - 12 && x <= left + width + SLACK && y >= top - above && y <= top + height - SLACK
}
/** Lines that begin in no box of a text, a table or a chart. */
const astray = (scene: Scene, lines: readonly PdfLine[]): string[] => lines.filter((line) => !scene.items.some((item) => holds(item, line))).map(({ text, x, y }) => `${text} at ${Math.round(x)}, ${Math.round(y)}`)

describe.each(Array.from({ length: Math.ceil(matrix.length / AT_ONCE) }, (_, index) => matrix.slice(index * AT_ONCE, (index + 1) * AT_ONCE)).map((cells) => ({ cells, from: nameOf(cells[0]!) })))('from $from on', ({ cells }) => {
  it('the Open XML SDK finds no error', async () => {
    for (const cell of cells) expect.soft(await schemaErrors(await written(cell), 'pptx'), nameOf(cell)).toEqual([])
  })

  it('LibreOffice draws a page for every scene, with all its words, each line in a box of its own scene', async () => {
    const pdfs = await toPdf(Object.fromEntries(await Promise.all(cells.map(async (cell) => [nameOf(cell), await written(cell)] as const))), 'unspaced')
    for (const cell of cells) {
      const { scenes } = deckFor(cell)
      const pages = await pageLines(pdfs[nameOf(cell)]!)
      expect.soft(pages.length, nameOf(cell)).toBe(scenes.length)
      const faults = scenes.flatMap((scene, page) => [...(lost(scene, pages[page] ?? []) === '' ? [] : [`${scene.id} lost ${lost(scene, pages[page] ?? [])}`]), ...astray(scene, pages[page] ?? []).map((line) => `${scene.id}: ${line}`)])
      expect.soft(faults, nameOf(cell)).toEqual([])
    }
  })
})

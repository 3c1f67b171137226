import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { writeDeck } from '../../src/main/writers/pptx/write-deck'
import type { AssetHash } from '../../src/shared/model/ids'
import type { Deck, LayoutName } from '../../src/shared/slides/scene'
import { themeOf } from '../../src/shared/slides/themes/built-in'
import { deckOfTalk, inMeasuredFaces } from '../builders/deck-of-talk'
import { deckOptions } from '../builders/scene'
import { showcaseCharts } from '../builders/showcase-charts'
import { showcase, showcaseEnglish } from '../builders/showcase-talk'
import { pagePictures, toPdf } from '../judges/libre-office'
import { type Lightness, shifted } from './lightness'
import { openShowcase, type Shown, type ShowcasePage } from './showcase-page'
import { sideBySide } from './side-by-side'
import { inkedSimilarity } from './similarity'
import { structuralSimilarity } from './structural-similarity'

/** Pixels: a projector's, two a point of the slide. */
const widthOf = ({ size }: Shown): number => (size === '16:9' ? 1920 : 1440)
/** Pixels: four points on the slide. */
const SHIFT = 8

/** How alike a preview and LibreOffice's picture of the exported slide are: of the whole picture as published, and more strictly where there is something on it. */
export type Likeness = { readonly whole: number; readonly inked: number }

export type JudgedSlide = Shown & {
  readonly id: string
  readonly layout: LayoutName
  readonly title: string
  /** Addresses of the two pictures, relative to the report. */
  readonly preview: string
  readonly exported: string
  readonly likeness: Likeness
  /** The same, with the exported slide four points to the right and down. */
  readonly moved: Likeness
}

export type JudgedDeck = { readonly shown: Shown; readonly scenes: number; readonly previews: number; readonly exported: number; readonly slides: readonly JudgedSlide[] }

export const nameOf = ({ talk, language, design, mode, size }: Shown): string => `${talk}-${design}-${mode}-${size.replace(':', 'x')}-${language}`

const themeFor = ({ design, mode }: Shown) => inMeasuredFaces(themeOf({ design, mode }))
const talkFor = ({ talk, language }: Shown) => (talk === 'charts' ? showcaseCharts[language] : language === 'en' ? showcaseEnglish : showcase)
const deckFor = (shown: Shown): Deck => deckOfTalk(talkFor(shown), shown.size, themeFor(shown))

async function photosOf(decks: readonly Deck[], page: ShowcasePage): Promise<ReadonlyMap<AssetHash, Uint8Array>> {
  const photos = new Map<AssetHash, Uint8Array>()
  for (const { items } of decks.flatMap(({ scenes }) => scenes)) {
    for (const item of items) if (item.kind === 'picture' && !photos.has(item.asset)) photos.set(item.asset, await page.photo(item.asset, 0.5))
  }
  return photos
}

const likenessOf = (one: Lightness, two: Lightness): Likeness => ({ whole: structuralSimilarity(one, two), inked: inkedSimilarity(one, two).score })

async function judgeDeck(shown: Shown, deck: Deck, pdf: Uint8Array, page: ShowcasePage, folder: string): Promise<JudgedDeck> {
  const [previews, exported] = [await page.previews(shown, widthOf(shown)), await pagePictures(pdf, widthOf(shown))]
  const slides: JudgedSlide[] = []
  for (const [i, scene] of deck.scenes.entries()) {
    const [preview, other] = [previews[i], exported[i]]
    if (!preview || !other) break
    const name = `${nameOf(shown)}-${String(i + 1).padStart(2, '0')}`
    await Promise.all([writeFile(join(folder, `${name}-preview.png`), preview), writeFile(join(folder, `${name}-libreoffice.png`), other)])
    const [one, two] = [await page.lightness(preview), await page.lightness(other)]
    slides.push({
      ...shown, id: `${nameOf(shown)} ${i + 1}: ${scene.id}`, layout: scene.layout, title: scene.title, preview: `${name}-preview.png`, exported: `${name}-libreoffice.png`,
      likeness: likenessOf(one, two), moved: likenessOf(one, shifted(two, SHIFT, SHIFT)),
    })
  }
  return { shown, scenes: deck.scenes.length, previews: previews.length, exported: exported.length, slides }
}

/**
 * Decks in the preview (one Chromium) and as exported (one LibreOffice), slide by slide. The pictures, the figures and a page that shows them stand in
 * `test-results/NAME` afterwards.
 */
export async function judgeDecks(name: string, wanted: readonly Shown[]): Promise<readonly JudgedDeck[]> {
  const folder = resolve('test-results', name)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const decks = wanted.map((shown) => ({ shown, deck: deckFor(shown) }))
  const page = await openShowcase()
  try {
    const photos = await photosOf(decks.map(({ deck }) => deck), page)
    const media = (hash: AssetHash) => ({ bytes: photos.get(hash) ?? new Uint8Array(), mime: 'image/png' as const })
    const files = await Promise.all(decks.map(async ({ shown, deck }) => [`${nameOf(shown)}.pptx`, await writeDeck(deck, { ...deckOptions, theme: themeFor(shown), media })] as const))
    const pdfs = await toPdf(Object.fromEntries(files), 'unspaced')
    await Promise.all([...files, ...Object.entries(pdfs).map(([file, pdf]) => [file.replace('.pptx', '.pdf'), pdf] as const)].map(([file, bytes]) => writeFile(join(folder, file), bytes)))
    const judged: JudgedDeck[] = []
    for (const { shown, deck } of decks) judged.push(await judgeDeck(shown, deck, pdfs[`${nameOf(shown)}.pptx`] ?? new Uint8Array(), page, folder))
    const slides = judged.flatMap((one) => one.slides)
    await writeFile(join(folder, 'index.html'), sideBySide('Preview and export', slides, 2))
    await writeFile(join(folder, 'figures.json'), `${JSON.stringify(slides, null, 1)}\n`)
    return judged
  } finally {
    await page.close()
  }
}

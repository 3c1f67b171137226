/**
 * The preview beside LibreOffice's picture of the exported deck, slide by slide: one run of LibreOffice, one of Chromium.
 * The pictures are left in test-results/preview-vs-libreoffice/index.html, to be looked at.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeDeck } from '../../src/main/writers/pptx/write-deck'
import type { AssetHash } from '../../src/shared/model/ids'
import { layoutNames } from '../../src/shared/slides/scene'
import { deckOfTalk, measuredTheme } from '../builders/deck-of-talk'
import { deckOptions } from '../builders/scene'
import { showcase, showcaseEnglish } from '../builders/showcase-talk'
import { libreOfficeAbsent, pagePictures, toPdf } from '../judges/libre-office'
import { mixedRegions } from './mixed-script'
import { chromiumAbsent, openShowcase, type ShowcasePage } from './showcase-page'
import { sideBySide, type Pair } from './side-by-side'

const WIDTH = 960 // pixels of a picture: one a point of the slide
const COMPARED = 480 // antialiasing differs between programs; at half the size it hardly counts
const SHIFT = 2 // pixels at COMPARED: four points on the slide

const absent = libreOfficeAbsent ?? chromiumAbsent
const decks = { 'zh-CN': deckOfTalk(showcase), en: deckOfTalk(showcaseEnglish) }
const languages = ['zh-CN', 'en'] as const
const folder = resolve('test-results/preview-vs-libreoffice')

/** PNG of every page of both decks as LibreOffice shows them, with the photos of the preview. */
async function exportedPictures(page: ShowcasePage): Promise<Record<(typeof languages)[number], Uint8Array[]>> {
  const photos = new Map<AssetHash, Uint8Array>()
  for (const { items } of languages.flatMap((language) => decks[language].scenes)) {
    for (const item of items) if (item.kind === 'picture' && !photos.has(item.asset)) photos.set(item.asset, await page.photo(item.asset, 0.5))
  }
  const media = (hash: AssetHash) => ({ bytes: photos.get(hash) ?? new Uint8Array(), mime: 'image/png' as const })
  const write = async (language: (typeof languages)[number]) => [`${language}.pptx`, await writeDeck(decks[language], { ...deckOptions, theme: measuredTheme, media })] as const
  const pdfs = await toPdf(Object.fromEntries(await Promise.all(languages.map(write))))
  const [zh, en] = await Promise.all(languages.map((language) => pagePictures(pdfs[`${language}.pptx`] ?? new Uint8Array(), WIDTH)))
  return { 'zh-CN': zh ?? [], en: en ?? [] }
}

/**
 * The least similarity that passes. Measured with LibreOffice 7.4 and Chromium 156: 0.71–0.96 for slides and 0.60–0.89 for charts, whose labels every
 * program places a little differently; the same slides moved by four points to the right and down fall to at most 0.45.
 * Long Latin text (0.58) may break a word later in LibreOffice, because kerning makes it narrower than the advances that were measured.
 */
const floorOf = ({ layout, latin }: Pick<Judged, 'layout' | 'latin'>): number => (layout === 'chart' || (latin && (layout === 'points' || layout === 'quote')) ? 0.53 : 0.65)

type Judged = Pair & { readonly shifted: number; readonly latin: boolean }

async function judge(page: ShowcasePage, language: (typeof languages)[number], previews: readonly Uint8Array[], exported: readonly Uint8Array[]): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const [i, scene] of decks[language].scenes.entries()) {
    const [preview, other] = [previews[i], exported[i]]
    if (!preview || !other) break
    const name = `${language}-${String(i + 1).padStart(2, '0')}`
    await Promise.all([writeFile(join(folder, `${name}-preview.png`), preview), writeFile(join(folder, `${name}-libreoffice.png`), other)])
    const how = { width: COMPARED, ignored: mixedRegions(scene, decks[language]) }
    const similarity = await page.compare(preview, other, { ...how, shiftRight: 0, shiftDown: 0 })
    const { score: shifted } = await page.compare(preview, other, { ...how, shiftRight: SHIFT, shiftDown: SHIFT })
    judged.push({ id: `${language} ${scene.id}`, layout: scene.layout, title: scene.title, preview: `${name}-preview.png`, exported: `${name}-libreoffice.png`, similarity, shifted, latin: language === 'en' })
  }
  return judged
}

describe.skipIf(absent)('the preview beside LibreOffice’s picture of the export', () => {
  const pairs: Judged[] = []
  const counts: Record<string, readonly [number, number]> = {}
  beforeAll(async () => {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const page = await openShowcase()
    try {
      const exported = await exportedPictures(page)
      for (const language of languages) {
        const previews = await page.previews(language, WIDTH)
        counts[language] = [previews.length, exported[language].length]
        pairs.push(...(await judge(page, language, previews, exported[language])))
      }
      const html = join(folder, 'index.html')
      await writeFile(html, sideBySide('Preview and export', pairs, 3))
      await writeFile(join(folder, 'sheet.png'), await page.pictureOf(pathToFileURL(html).href, 2400))
    } finally {
      await page.close()
    }
  }, 300_000)

  it.each(languages)('has a page for every scene: %s', (language) => {
    const { length } = decks[language].scenes
    expect(counts[language]).toEqual([length, length])
  })

  it.each(layoutNames)('draws the same slide, of layout %s', (layout) => {
    const judged = pairs.filter((pair) => pair.layout === layout)
    expect(judged.length).toBeGreaterThan(0)
    expect(judged.filter((pair) => pair.similarity.score < floorOf(pair)).map(({ id, similarity }) => `${id}: ${similarity.score}`)).toEqual([])
  })

  it('would notice a shift of four points on any slide', () => {
    expect(pairs.filter((pair) => pair.shifted >= floorOf(pair)).map(({ id, shifted }) => `${id}: ${shifted}`)).toEqual([])
  })
})

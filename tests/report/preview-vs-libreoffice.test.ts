/**
 * The preview beside LibreOffice's picture of the exported deck, slide by slide: one run of LibreOffice, one of Chromium.
 * The pictures are left in test-results/preview-vs-libreoffice/index.html, to be looked at.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { layoutNames } from '../../src/shared/slides/scene'
import { libreOfficeAbsent } from '../judges/libre-office'
import { judgeDecks, type JudgedDeck, type JudgedSlide, type Likeness, nameOf } from './judge-decks'
import { chromiumAbsent, type Shown } from './showcase-page'

const clear = { design: 'clear', mode: 'light', size: '16:9' } as const
const looks: readonly Shown[] = [
  { ...clear, talk: 'all', language: 'zh-CN' },
  { ...clear, talk: 'all', language: 'en' },
  { ...clear, talk: 'charts', language: 'zh-CN' },
]

/** The least likeness that passes: of the whole picture the goal. Measured with LibreOffice 7.4 and Chromium 156, slides of these decks reach 0.957 and 0.783. */
const FLOOR: Likeness = { whole: 0.95, inked: 0.75 }

const falls = ({ whole, inked }: Likeness): boolean => whole < FLOOR.whole || inked < FLOOR.inked
const said = ({ id }: JudgedSlide, { whole, inked }: Likeness): string => `${id}: ${whole.toFixed(3)}, ${inked.toFixed(3)}`

describe.skipIf(libreOfficeAbsent ?? chromiumAbsent)('the preview beside LibreOffice’s picture of the export', () => {
  let decks: readonly JudgedDeck[] = []
  const slides = (): readonly JudgedSlide[] => decks.flatMap((deck) => deck.slides)
  beforeAll(async () => {
    decks = await judgeDecks('preview-vs-libreoffice', looks)
  }, 480_000)

  it.each(looks.map(nameOf))('has a page for every scene: %s', (name) => {
    const deck = decks.find(({ shown }) => nameOf(shown) === name)
    expect([deck?.previews, deck?.exported, deck?.slides.length]).toEqual([deck?.scenes, deck?.scenes, deck?.scenes])
  })

  it.each(layoutNames)('draws the same slide, of layout %s', (layout) => {
    const judged = slides().filter((slide) => slide.layout === layout)
    expect(judged.length).toBeGreaterThan(0)
    expect(judged.filter((slide) => falls(slide.likeness)).map((slide) => said(slide, slide.likeness))).toEqual([])
  })

  it('would notice a shift of four points on any slide', () => {
    expect(slides().filter((slide) => !falls(slide.moved)).map((slide) => said(slide, slide.moved))).toEqual([])
  })
})

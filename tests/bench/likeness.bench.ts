/**
 * The preview beside LibreOffice's picture of the export, in every design, mode, size and language, every layout and kind of chart: hundreds of slides, of
 * which `npm test` judges a few decks. `LIKENESS=formal-dark npm run bench likeness` judges the looks whose names have that in them. The pictures and the
 * figures are left in test-results/likeness.
 */
import { expect, it } from 'vitest'
import { languages } from '../../src/shared/language'
import { colourModes, designNames } from '../../src/shared/model/look'
import { slideSizes } from '../../src/shared/slides/page'
import { libreOfficeAbsent } from '../judges/libre-office'
import { judgeDecks, nameOf } from '../report/judge-decks'
import { chromiumAbsent, type Shown } from '../report/showcase-page'
import { layoutFigures } from '../report/side-by-side'

const GOAL = 0.95
const wanted = process.env['LIKENESS'] ?? ''

const looks: readonly Shown[] = designNames.flatMap((design) =>
  colourModes.flatMap((mode) => slideSizes.flatMap((size) => languages.flatMap((language) => (['all', 'charts'] as const).map((talk) => ({ talk, language, design, mode, size }))))),
)

it.skipIf(libreOfficeAbsent ?? chromiumAbsent)('shows every slide as it is exported', async () => {
  const slides = (await judgeDecks('likeness', looks.filter((look) => nameOf(look).includes(wanted)))).flatMap((deck) => deck.slides)
  console.table(layoutFigures(slides).map(({ look, layout, whole, inked }) => ({ look, layout, least: whole.least.toFixed(3), mean: whole.mean.toFixed(3), 'least, inked': inked.least.toFixed(3) })))
  expect(slides.length).toBeGreaterThan(0)
  expect(slides.filter(({ likeness }) => likeness.whole < GOAL).map(({ id, likeness }) => `${id}: ${likeness.whole.toFixed(3)}`)).toEqual([])
})

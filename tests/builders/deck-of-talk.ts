import type { Talk } from '../../src/shared/model/block'
import { layOut } from '../../src/shared/slides/lay-out'
import type { SlideSize } from '../../src/shared/slides/page'
import type { Deck } from '../../src/shared/slides/scene'
import type { Theme } from '../../src/shared/slides/theme'
import { metricsOf } from '../../src/shared/slides/theme-metrics'
import { theme } from './scene'
import { showcasePicture } from './showcase-talk'

/** The Latin letters of the Japanese typefaces are those of the Chinese ones, but for quotation marks, which are a full em wide only there. */
const faces = {
  sans: { latin: 'Noto Sans CJK JP', eastAsian: 'Noto Sans CJK SC', kind: 'sans' },
  serif: { latin: 'Noto Serif CJK JP', eastAsian: 'Noto Serif CJK SC', kind: 'serif' },
} as const

/** A theme in the typefaces that layout was measured with, so that another program has the same advances to break lines by. */
export const inMeasuredFaces = (one: Theme): Theme => ({ ...one, fonts: { heading: faces[one.fonts.heading.kind], body: faces[one.fonts.body.kind] } })

export const measuredTheme: Theme = inMeasuredFaces(theme)

export const deckOfTalk = (talk: Talk, size: SlideSize = '16:9', shown: Theme = measuredTheme): Deck =>
  layOut(talk, { theme: shown, metrics: metricsOf(shown), picture: showcasePicture, size, language: talk.front.lang }).value

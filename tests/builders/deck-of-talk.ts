import type { Talk } from '../../src/shared/model/block'
import { notoSansSc } from '../../src/shared/slides/font-metrics'
import { layOut } from '../../src/shared/slides/lay-out'
import type { SlideSize } from '../../src/shared/slides/page'
import type { Deck } from '../../src/shared/slides/scene'
import type { Theme } from '../../src/shared/slides/theme'
import { theme } from './scene'
import { showcasePicture } from './showcase-talk'

const noto = { latin: 'Noto Sans CJK SC', eastAsian: 'Noto Sans CJK SC' }

/** The default theme in the typeface that layout was measured with, so that another program has the same advances to break lines by. */
export const measuredTheme: Theme = { ...theme, fonts: { heading: noto, body: noto } }

export const deckOfTalk = (talk: Talk, size: SlideSize = '16:9'): Deck =>
  layOut(talk, { theme: measuredTheme, metrics: notoSansSc, picture: showcasePicture, size, language: talk.front.lang }).value

import { checkFormat } from '../../shared/formats/check-format'
import type { Catalogue } from '../../shared/formats/talk-formats'
import type { Talk } from '../../shared/model/block'
import { fillTokens } from '../../shared/markdown/fill-tokens'
import { readFrontMatter } from '../../shared/markdown/front-matter'
import { talkParser } from '../../shared/markdown/parse-talk'
import type { Warning } from '../../shared/outcome'
import type { SourceLookup } from '../../shared/slides/context'
import { deckLayouter } from '../../shared/slides/lay-out'
import type { Deck } from '../../shared/slides/scene'
import type { Theme } from '../../shared/slides/theme'
import { metricsOf } from '../../shared/slides/theme-metrics'
import { themeOf } from '../../shared/slides/themes/built-in'
import { timeTalk } from '../../shared/speech/time-talk'
import { missingPictures } from './missing-pictures'
import type { TalkPictures } from './talk-pictures'

export type TalkWish = {
  readonly markdown: string
  /** Leaves out what is not for this audience; empty for the talk's own. */
  readonly audience: string
  /** Han characters a minute of whoever the talk names as its speaker. */
  readonly paceOf: (speaker: string) => number
  /** The formats and audiences that the talk is held against. */
  readonly catalogue: Catalogue
  readonly pictures: TalkPictures
  /** What is known of a source by its title, for a list of references. */
  readonly cited: SourceLookup
  /** Instead of the design that the talk asks for: it in a school's colours. */
  readonly theme?: Theme
}

/** `talk` as its audience hears it, `deck` as it is shown, laid out for `theme`. */
export type PreparedTalk = { readonly talk: Talk; readonly deck: Deck; readonly theme: Theme; readonly warnings: readonly Warning[] }

export type TalkPreparer = (wish: TalkWish) => PreparedTalk

/** Text → talk → deck, with every warning on the way. */
export const prepareTalk: TalkPreparer = (wish) => talkPreparer()(wish)

/** As {@link prepareTalk}, remembering the talk before: of one that has most of its text in common with it, little is read and laid out. */
export const talkPreparer = (): TalkPreparer => {
  const parse = talkParser()
  const layOut = deckLayouter()
  return ({ markdown, audience, pictures, cited, paceOf, catalogue, theme: given }) => {
    const { front } = readFrontMatter(markdown)
    const filled = fillTokens(markdown, { date: front.date, speaker: front.speaker })
    const parsed = parse(filled, { audience: audience || front.audience })
    const theme = given ?? themeOf(parsed.value.front)
    const laid = layOut(parsed.value, { theme, metrics: metricsOf(theme), picture: pictures.info, cited, pace: paceOf(parsed.value.front.speaker), language: parsed.value.front.lang })
    const missing = missingPictures(parsed.value, pictures)
    // The layout warns of a missing picture too, by block; ours names the line.
    const ofLayout = laid.warnings.filter((warning) => warning.code !== 'missing-picture')
    const heard = { ...parsed.value, front: { ...parsed.value.front, audience: audience || front.audience } }
    const lacking = checkFormat(heard, timeTalk(heard, paceOf(front.speaker)), catalogue)
    return { talk: parsed.value, deck: laid.value, theme, warnings: [...parsed.warnings, ...missing, ...ofLayout, ...lacking] }
  }
}

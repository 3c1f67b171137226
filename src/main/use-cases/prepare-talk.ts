import { checkFormat } from '../../shared/formats/check-format'
import type { Catalogue } from '../../shared/formats/talk-formats'
import type { Talk } from '../../shared/model/block'
import type { TalkLook } from '../../shared/model/look'
import { fillTokens } from '../../shared/markdown/fill-tokens'
import { readFrontMatter } from '../../shared/markdown/front-matter'
import { talkParser } from '../../shared/markdown/parse-talk'
import type { Warning } from '../../shared/outcome'
import type { SourceLookup } from '../../shared/slides/context'
import { deckLayouter } from '../../shared/slides/lay-out'
import type { Deck } from '../../shared/slides/scene'
import type { Theme } from '../../shared/slides/theme'
import { metricsOf } from '../../shared/slides/theme-metrics'
import { themeOfTalk } from '../../shared/slides/theme-of-talk'
import { timeTalk } from '../../shared/speech/time-talk'
import { missingPictures } from './missing-pictures'
import { noDesigns, type TalkDesigns } from './talk-designs'
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
  /** What of the talk's own look is to be another. */
  readonly shownAs?: Partial<TalkLook>
  /** Designs of the user's own; none without. */
  readonly designs?: TalkDesigns
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
  return ({ markdown, audience, pictures, cited, paceOf, catalogue, shownAs = {}, designs = noDesigns, theme: given }) => {
    const { front } = readFrontMatter(markdown)
    const filled = fillTokens(markdown, { date: front.date, speaker: front.speaker })
    // A theme that was given is in the talk's own template, if in any.
    const keys = given?.template === undefined ? designs.keys : [front.template]
    const parsed = parse(filled, { audience: audience || front.audience, designs: keys })
    const talk = { ...parsed.value, front: { ...parsed.value.front, ...shownAs } }
    const theme = given ?? themeOfTalk(talk.front, designs.find)
    const laid = layOut(talk, { theme, metrics: metricsOf(theme), picture: pictures.info, cited, pace: paceOf(talk.front.speaker), language: talk.front.lang })
    const missing = missingPictures(talk, pictures)
    // The layout warns of a missing picture too, by block; ours names the line.
    const ofLayout = laid.warnings.filter((warning) => warning.code !== 'missing-picture')
    const heard = { ...talk, front: { ...talk.front, audience: audience || front.audience } }
    const lacking = checkFormat(heard, timeTalk(heard, paceOf(front.speaker)), catalogue)
    return { talk, deck: laid.value, theme, warnings: [...parsed.warnings, ...missing, ...ofLayout, ...lacking] }
  }
}

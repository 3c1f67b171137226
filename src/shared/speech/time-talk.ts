import type { Block, Talk } from '../model/block'
import { perBlock } from '../model/per-block'
import { countSpeech, type SpeechCount } from './count-speech'
import { parseScript } from './parse-script'

/**
 * Latin words a minute for a pace in Han characters a minute. English lectures run at about 140 words a minute (Tauroza & Allison 1990,
 * "Speech rates in British English", Applied Linguistics 11(1)), Chinese ones at 200–240 characters: 0.6 words for a character, a little
 * slower than the native figure, because a Chinese talk quotes English and an English one is heard by second-language listeners.
 */
export const WORDS_PER_CHARACTER = 0.6
/** `[停顿]` without a number. */
export const SECONDS_OF_PAUSE = 2
/** Silence after `[提问]`: answers become longer and come from more people from three seconds of waiting on (Rowe 1974, "Wait-time and rewards", JRST 11(2)). */
export const SECONDS_AFTER_QUESTION = 3

/** `seconds` is a whole number and the sum of its parts; `minutes` is the same time. */
export type Timed = { readonly seconds: number; readonly minutes: number }
export type BlockTime = Timed & { readonly key: string; /** Not for the audience whose time this is: counts for nothing. */ readonly unheard?: boolean }
export type SectionTime = Timed & { readonly blocks: readonly BlockTime[] }
export type TalkTime = Timed & {
  /** The whole talk, in minutes. */
  readonly total: number
  readonly sections: readonly SectionTime[]
}

/**
 * What a talk takes when it is given word for word. A block takes the time of its script and, for a discussion or an activity, its own
 * minutes; a block without either takes none.
 * @param pace Han characters a minute (Settings.pace, 120–320).
 */
export const timeTalk = (talk: Talk, pace: number): TalkTime => {
  const sections = talk.sections.map((section): SectionTime => {
    const blocks = section.blocks.map((block): BlockTime => ({ key: block.key, ...timed(Math.round(loadSeconds(speechLoad(block), pace))) }))
    return { ...timed(sum(blocks)), blocks }
  })
  const whole = timed(sum(sections))
  return { ...whole, total: whole.minutes, sections }
}

/**
 * The time of a whole talk as one audience hears it: alternatives that it does not hear keep a time of their own and count for nothing.
 * @param whole of the talk with everything that is for somebody
 * @param heard of the same text parsed for the audience
 */
export const timeAsHeard = (whole: TalkTime, heard: TalkTime): TalkTime => {
  const heardBlocks = new Map(heard.sections.flatMap(({ blocks }) => blocks.map((block) => [block.key, block] as const)))
  const sections = whole.sections.map(({ blocks }): SectionTime => ({ ...timed(sum(blocks.flatMap(({ key }) => heardBlocks.get(key) ?? []))), blocks: blocks.map((block) => heardBlocks.get(block.key) ?? { ...block, unheard: true }) }))
  return { ...heard, sections }
}

/** Minutes that a script takes, pauses, questions and activities included; to the second. */
export const speechMinutes = (script: string, pace: number): number => Math.round(loadSeconds(scriptLoad(script, 0), pace)) / 60

/** What a lecturer has to get through, whatever the pace: what is said, and `still`, the seconds of pauses, waiting and activities. */
export type SpeechLoad = SpeechCount & { readonly still: number }

/** The load of a block. The minutes of an activity and those of a cue `[互动 n]` in its script are the same time: the longer counts. */
export const speechLoad: (block: Pick<Block, 'content' | 'script'>) => SpeechLoad = perBlock((content, said) =>
  scriptLoad(said, content.kind === 'activity' || content.kind === 'discussion' ? (content.minutes ?? 0) * 60 : 0),
)

/** Seconds that a load takes at a pace in Han characters a minute. */
export const loadSeconds = (load: SpeechLoad, pace: number): number => (spokenLength(load) / pace) * 60 + load.still

/** What is said, in Han characters: a Latin word counts as so many as are said in its time. */
export const spokenLength = ({ characters, words }: SpeechCount): number => characters + words / WORDS_PER_CHARACTER

const scriptLoad = (script: string, ownSeconds: number): SpeechLoad => {
  let waiting = 0
  let activities = 0
  let text = ''
  for (const segment of parseScript(script)) {
    // A cue leaves a space, so that a sentence which it interrupts is counted as one.
    text += segment.kind === 'text' ? segment.text : ' '
    if (segment.kind === 'text') continue
    if (segment.cue.kind === 'pause') waiting += segment.cue.seconds ?? SECONDS_OF_PAUSE
    if (segment.cue.kind === 'ask') waiting += SECONDS_AFTER_QUESTION
    if (segment.cue.kind === 'activity') activities += (segment.cue.minutes ?? 0) * 60
  }
  return { ...countSpeech(text), still: waiting + Math.max(ownSeconds, activities) }
}

const timed = (seconds: number): Timed => ({ seconds, minutes: seconds / 60 })
const sum = (parts: readonly Timed[]): number => parts.reduce((total, { seconds }) => total + seconds, 0)

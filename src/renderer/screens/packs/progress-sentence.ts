import type { messages } from './messages'
import type { PackRunState } from './pack-run'

/** How many are done, and how long the others will take. */
export const progressSentence = (text: (typeof messages)['en'], { done, total, secondsLeft }: Extract<PackRunState, { at: 'work' }>): string =>
  [text.making(done, total), ...(secondsLeft === null || done === total ? [] : [text.left(secondsLeft)])].join(' · ')

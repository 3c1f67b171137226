/** A question on the slides of our own decks (shared/slides/blocks/question.ts): its shapes say by their names what is stem, letter and option. */
import type { DeckItem } from '../../../shared/model/deck'
import { slideWords } from '../../../shared/slides/words'
import type { SlideItem } from './slide-reader'

type SlideText = Extract<SlideItem, { kind: 'text' }>

/** Text on a card that is filled because its option is right is set in the page's own colour (`paper`, the scheme's first background). */
const ON_FILLED = 'bg1'

const explanationWords: ReadonlySet<string> = new Set(Object.values(slideWords).map(({ explanation }) => explanation))

/** What stands with the question and appears on a click: the right letters, then the reason. */
const ANSWER_SHAPE = 'answer'
const lettersIn = (line: string): string | null => {
  const letters = /(?:[A-Z](?:、|, )?)+$/.exec(line)?.[0].replaceAll(/[^A-Z]/g, '') ?? ''
  return letters !== '' && Object.values(slideWords).some(({ answer }) => answer(letters) === line) ? letters : null
}

const optionLetter = ({ shape }: SlideText): string | null => /^option-([A-Z])$/.exec(shape)?.[1] ?? null
const withoutHeading = (lines: readonly string[]): readonly string[] => (explanationWords.has(lines[0] ?? '') ? lines.slice(1) : lines)
const isLetter = ({ shape }: SlideText): boolean => /^letter-[A-Z]$/.test(shape)

/**
 * @param isAnswer on the slide after the question, where the reason stands in the place of the stem and the stem above the cards
 */
export const ownQuestion = (items: readonly SlideItem[], isAnswer: boolean): Extract<DeckItem, { kind: 'question' }> => {
  const texts = items.filter((item) => item.kind === 'text')
  const options = new Map<string, { readonly lines: string[]; readonly right: boolean }>()
  const stem: string[] = []
  const running: string[] = []
  const revealed: string[] = []
  for (const item of texts) {
    const letter = optionLetter(item)
    if (letter !== null) {
      const known = options.get(letter)
      if (known === undefined) options.set(letter, { lines: [item.text], right: isAnswer && item.colour === ON_FILLED })
      else known.lines.push(item.text)
    } else if (isAnswer && item.shape === 'stem') stem.push(item.text)
    else if (!isAnswer && item.shape === ANSWER_SHAPE) revealed.push(item.text)
    else if (!isLetter(item)) running.push(item.text)
  }
  const said = lettersIn(revealed[0] ?? '')
  const reason = withoutHeading(isAnswer ? running : said === null ? revealed : revealed.slice(1))
  return {
    kind: 'question',
    stem: isAnswer ? stem : running,
    options: Array.from(options, ([letter, { lines }]) => ({ letter, text: lines.join(' ') })),
    answer: said ?? Array.from(options).flatMap(([letter, { right }]) => (right ? [letter] : [])).join(''),
    explanation: reason,
  }
}

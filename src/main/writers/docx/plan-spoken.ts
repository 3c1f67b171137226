import { assertNever } from '../../../shared/assert-never'
import { type Cue, parseScript } from '../../../shared/speech/parse-script'
import { paragraph, type ScriptParagraph, type ScriptRun, text } from './script-document'
import type { ScriptWords } from './script-words'

/** Where a block's slides stand in the deck, counted from 1. */
export type SlideRange = { readonly first: number; readonly last: number }

/** A paragraph of a script, and the block's slides that have come up since the one before: what is said first while they stand. */
export type SpokenParagraph = { readonly paragraph: ScriptParagraph; readonly slides: readonly number[] }

/**
 * A block's script word for word, a paragraph for each of its own. A cue keeps its place in the sentence; one that stands alone gets a
 * line of its own. The n-th 翻页 names the slide it leads to, as long as the block has that many and the next block has one.
 */
export function spokenParagraphs(script: string, slides: SlideRange | null, lastSlide: number, words: ScriptWords): readonly SpokenParagraph[] {
  const turn = slideTurner(slides, lastSlide)
  let turned: readonly number[] = []
  return withoutMarks(script)
    .split(/\r?\n[ \t]*\r?\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      let shown: readonly number[] = []
      const runs = parseScript(part.trim()).flatMap((segment): readonly ScriptRun[] => {
        if (segment.kind === 'text') {
          if (segment.text.trim() !== '') [shown, turned] = [[...shown, ...turned], []]
          return stressed(unwrapped(segment.text))
        }
        const slide = segment.cue.kind === 'next' ? turn() : null
        if (slide !== null && slide <= (slides?.last ?? 0)) turned = [...turned, slide]
        return [{ kind: 'cue', text: words.bracket(cueText(segment.cue, slide, words)) }]
      })
      const said = paragraph(runs.every((run) => run.kind === 'cue' || (run.kind === 'text' && run.text.trim() === '')) ? 'cue-line' : 'body', ...runs)
      return { paragraph: said, slides: shown }
    })
}

/** Comments and the fences of conditions are for the writer, not for the hall. */
const withoutMarks = (script: string): string => script.replace(/<!--[\s\S]*?-->/g, '').replace(/^ {0,3}:{3,}.*$/gm, '')

/** `**…**` is what the speaker stresses. */
const stressed = (value: string): readonly ScriptRun[] =>
  value
    .split(/(\*\*[^*]+\*\*)/)
    .filter((part) => part !== '')
    .map((part) => (/^\*\*[^*]+\*\*$/.test(part) ? { kind: 'text', text: part.slice(2, -2), strong: true } : text(part)))

/** A single line break within a paragraph is where the writer's editor wrapped: a space between Latin words, nothing between Han characters. */
const unwrapped = (value: string): string => value.replace(/(\S?)[ \t]*\r?\n[ \t]*(\S?)/g, (_, before: string, after: string) => before + (/[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]/.test(before + after) ? '' : ' ') + after)

function slideTurner(slides: SlideRange | null, lastSlide: number): () => number | null {
  let slide = slides?.first ?? Number.POSITIVE_INFINITY
  return () => {
    slide += 1
    return slides !== null && slide <= Math.min(slides.last + 1, lastSlide) ? slide : null
  }
}

/** @param slide that a 翻页 leads to */
function cueText(cue: Cue, slide: number | null, words: ScriptWords): string {
  switch (cue.kind) {
    case 'next':
      return words.cue.next(slide)
    case 'pause':
      return words.cue.pause(cue.seconds)
    case 'ask':
      return words.cue.ask
    case 'activity':
      return words.cue.activity(cue.minutes)
    default:
      return assertNever(cue)
  }
}

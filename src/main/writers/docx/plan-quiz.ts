import type { Language } from '../../../shared/language'
import type { Block, BlockContent, Talk } from '../../../shared/model/block'
import { citationText } from './plan-references'
import { label, marker, paragraph, runsOf, type ScriptParagraph, type ScriptRun, text } from './script-document'
import { dateText, scriptWords, type ScriptWords } from './script-words'
import type { Sheet, SheetPiece } from './sheet-document'
import { sheetWords, type SheetWords } from './sheet-words'

/** Lines to answer a question without options. */
const LINES = 6
/** Between one blank and the name of the next. */
const BLANK_GAP = '\u3000\u3000'

type Question = { readonly block: Block; readonly content: Extract<BlockContent, { kind: 'question' }>; readonly number: number }

/**
 * The questions of a talk as a paper, numbered through, and on a page of its own the key: answer, reason and source of each. What is
 * asked stands on the paper only, so that the key gives nothing away that was not asked.
 * @returns null for a talk that asks nothing
 */
export function planQuiz(talk: Talk, language: Language): Sheet | null {
  const words = scriptWords[language]
  const sheet = sheetWords[language]
  const questions = questionsOf(talk)
  if (questions.length === 0) return null
  const title = talk.front.title.trim() || words.untitled
  return {
    title: title + words.colon + sheet.quiz,
    speaker: talk.front.speaker,
    runningHead: [title, sheet.quiz].join(words.gap),
    body: [
      paragraph('title', text(title)),
      paragraph('subtitle', text([sheet.quiz, talk.front.date === '' ? '' : dateText(talk.front.date, words)].filter((part) => part !== '').join(words.gap))),
      paragraph('facts', ...([[sheet.name, 7], [sheet.className, 6], [words.date, 6]] as const).flatMap(([name, ems], index): ScriptRun[] => [text((index === 0 ? '' : BLANK_GAP) + name + words.colon), { kind: 'blank', ems }])),
      ...questions.flatMap((question) => asked(question, sheet)),
      { ...paragraph('section', text(sheet.key)), newPage: true },
      ...questions.flatMap((question) => answered(question, words, sheet)),
    ],
  }
}

export const questionsOf = (talk: Talk): readonly Question[] =>
  talk.sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => (block.content.kind === 'question' ? [{ block, content: block.content }] : []))
    .map((question, index) => ({ ...question, number: index + 1 }))

/** A question that has only a title asks by it. */
function asked({ block, content, number }: Question, sheet: SheetWords): readonly SheetPiece[] {
  const stem = content.stem.length > 0 ? content.stem : [[{ text: block.title }]]
  const choice = content.options.length > 0 ? [text(sheet.choice(content.answer.length > 1))] : []
  const lines = [
    ...stem.map((inlines, index) => paragraph(index === 0 ? 'point' : 'body', ...(index === 0 ? [marker(`${number}.`)] : []), ...runsOf(inlines), ...(index === stem.length - 1 ? choice : []))),
    ...content.options.map(({ letter, inlines }) => paragraph('sub-point', marker(`${letter}.`), ...runsOf(inlines))),
  ]
  const open = content.options.length === 0
  return [...lines.map((line, index): ScriptParagraph => ({ ...line, keepNext: open || index < lines.length - 1 })), ...(open ? [{ kind: 'ruled-lines' as const, count: LINES }] : [])]
}

function answered({ block, content, number }: Question, words: ScriptWords, sheet: SheetWords): readonly ScriptParagraph[] {
  const open = content.options.length === 0
  const answer = content.answer !== '' ? content.answer.split('').join(words.nameBreak) : open ? sheet.openAnswer : sheet.noAnswer
  const sources = block.citations.map((citation) => citationText(citation, words)).join(words.listBreak)
  const lines = [
    paragraph('point', marker(`${number}.`), label(answer)),
    ...content.explanation.map((inlines) => paragraph('body', ...runsOf(inlines))),
    ...(sources === '' ? [] : [paragraph('body', text(sheet.sources + words.colon + sources))]),
  ]
  return lines.map((line, index) => ({ ...line, keepNext: index < lines.length - 1 }))
}

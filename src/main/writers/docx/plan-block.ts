import { assertNever } from '../../../shared/assert-never'
import type { Block, BlockContent, Inline, PictureContent, Point } from '../../../shared/model/block'
import { type DocumentPictures, pictureOf } from './document-pictures'
import { chartPieces, tableOf } from './plan-table'
import { label, paragraph, runsOf, type ScriptPiece, type ScriptRun, text } from './script-document'
import type { ScriptWords } from './script-words'

/**
 * What a block shows, as it stands in a script. Words that the speaker must have before them come in full: quotations, tables, figures,
 * questions with answer and reason, the steps of an activity. Everything else is only named, and only where there is no script to
 * say it (`scripted` false): the slide itself is the other file. A picture stands there small, so that the speaker knows which one is up.
 */
export function shownPieces(block: Block, scripted: boolean, words: ScriptWords, pictures: DocumentPictures['info']): readonly ScriptPiece[] {
  const { content } = block
  switch (content.kind) {
    case 'quote':
      return [
        ...content.paragraphs.map((inlines) => paragraph('quote', ...runsOf(inlines))),
        ...(content.attribution === '' ? [] : [paragraph('attribution', text(attributionText(content.attribution, words)))]),
      ]
    case 'table':
      return [...(scripted ? [] : shownPoints(content.lead, words.shown, words)), tableOf(content.table)]
    case 'chart':
      return chartPieces(content, words)
    case 'question':
      return questionPieces(content, words)
    case 'discussion':
      return shownPoints(content.points, timed(words.discussion, content.minutes, words), words)
    case 'activity':
      return shownPoints(content.points, timed(words.activity, content.minutes, words), words)
    case 'local-case':
      return scripted ? [] : content.fallback.length > 0 ? shownPoints(content.fallback, words.shown, words) : [paragraph('shown', text(words.localCase))]
    case 'points':
      return [...(scripted ? [] : shownPoints(content.points, words.shown, words)), ...(content.picture ? pictureShown(content.picture, scripted, words, pictures) : [])]
    case 'picture':
      return pictureShown(content.picture, scripted, words, pictures)
    case 'case':
      return scripted ? [] : casePieces(content, words)
    case 'two-columns':
      return scripted ? [] : content.columns.flatMap((column) => shownPoints(column.points, column.title || words.shown, words))
    case 'timeline':
      return scripted ? [] : content.events.map((event) => paragraph('shown', label(event.when + words.colon), ...runsOf(event.what)))
    case 'closing':
      return scripted ? [] : shownPoints(content.points, words.shown, words)
    case 'agenda':
    case 'references':
      // The document has its own contents and its own list of sources.
      return []
    default:
      return assertNever(content)
  }
}

export const attributionText = (attribution: string, words: ScriptWords): string => words.attributionDash + attribution.replace(/^[—–\-\s]+/, '')

const plainText = (inlines: readonly Inline[]): string => inlines.map((inline) => inline.text).join('')

export const timed = (name: string, minutes: number | null, words: ScriptWords): string => (minutes === null ? name : name + aside(words.minutes(minutes), words))

/** Points run together in one paragraph; those of the second level stand in brackets behind their own. */
function shownPoints(points: readonly Point[], name: string, words: ScriptWords): readonly ScriptPiece[] {
  return points.length === 0 ? [] : [paragraph('shown', label(name + words.colon), ...joined(points, words))]
}

function joined(points: readonly Point[], words: ScriptWords): readonly ScriptRun[] {
  return points.flatMap((point, index) => {
    const own = [...runsOf(point.inlines), ...(point.children.length > 0 ? bracketed(point.children, words) : [])]
    if (index === points.length - 1) return own
    const closed = /[。！？；：…，、.!?;:,]$/.test(plainText(point.inlines)) && point.children.length === 0
    return [...own, text(closed ? (words.listBreak.endsWith(' ') ? ' ' : '') : words.listBreak)]
  })
}

const bracketed = (points: readonly Point[], words: ScriptWords): readonly ScriptRun[] => [text(words.brackets[0]), ...joined(points, words), text(words.brackets[1])]

const aside = (value: string, words: ScriptWords): string => words.brackets[0] + value + words.brackets[1]

/** Points that a picture may take in a script: the slide itself is the other file. */
const PICTURE_BOX = { width: 170, height: 115 }

const pictureShown = (picture: PictureContent, scripted: boolean, words: ScriptWords, pictures: DocumentPictures['info']): readonly ScriptPiece[] => [
  ...pictureOf(picture, PICTURE_BOX, !scripted, pictures),
  ...(scripted ? [] : [pictureNote(picture, words, pictures)]),
]

function pictureNote(picture: PictureContent, words: ScriptWords, pictures: DocumentPictures['info']): ScriptPiece {
  const described = picture.caption !== '' && picture.alt !== '' && picture.alt !== picture.caption ? picture.caption + aside(picture.alt, words) : picture.caption || picture.alt || picture.src
  return paragraph('shown', label((pictures(picture.src)?.media === undefined ? words.picture : words.media) + words.colon), text(described))
}

/** Whose case it is, and how far it has come; empty when neither is known. */
export const caseAbout = (content: Extract<BlockContent, { kind: 'case' }>, words: ScriptWords): string => [content.school, content.stage === null ? '' : words.stage[content.stage]].filter((part) => part !== '').join(words.listBreak)

function casePieces(content: Extract<BlockContent, { kind: 'case' }>, words: ScriptWords): readonly ScriptPiece[] {
  const about = caseAbout(content, words)
  return [
    ...(about === '' ? [] : [paragraph('shown', text(about))]),
    ...content.parts.flatMap((part) => shownPoints(part.points, part.title || words.shown, words)),
  ]
}

function questionPieces(content: Extract<BlockContent, { kind: 'question' }>, words: ScriptWords): readonly ScriptPiece[] {
  const [first, ...others] = content.stem
  const lines = [
    paragraph('shown', label(words.question + words.colon), ...runsOf(first ?? [])),
    ...others.map((inlines) => paragraph('shown', ...runsOf(inlines))),
    ...content.options.map((option) => paragraph('shown', label(`${option.letter}. `), ...runsOf(option.inlines))),
    ...(content.answer === '' ? [] : [paragraph('shown', label(words.answer + words.colon), text(content.answer))]),
  ]
  // Whoever asks must see the options and the answer on one page.
  return [
    ...lines.map((line, index) => (index < lines.length - 1 ? { ...line, keepNext: true } : line)),
    ...content.explanation.map((inlines, index) => paragraph('shown', ...(index === 0 ? [label(words.explanation + words.colon)] : []), ...runsOf(inlines))),
  ]
}

import { assertNever } from '../../../shared/assert-never'
import type { Language } from '../../../shared/language'
import type { Block, BlockColumn, BlockContent, PictureContent, Point, Talk } from '../../../shared/model/block'
import { type DocumentPictures, pictureOf } from './document-pictures'
import { definitionOf, definitionsIn } from './glossary'
import { attributionText, caseAbout, timed } from './plan-block'
import { pointParagraphs } from './plan-points'
import { referencesOf } from './plan-references'
import { chartPieces, tableOf } from './plan-table'
import { label, marker, paragraph, runsOf, type ScriptParagraph, type ScriptPiece, text } from './script-document'
import { dateText, scriptWords, type ScriptWords } from './script-words'
import type { Sheet, SheetPiece } from './sheet-document'
import { sheetWords, type SheetWords } from './sheet-words'

type Planner = {
  readonly words: ScriptWords
  readonly sheet: SheetWords
  readonly picture: DocumentPictures['info']
  /** Marks of what a block cites: `[1][3]`. */
  readonly marks: (block: Block) => string
}

/** Points that a picture may take in the left column. */
const PICTURE_BOX = { width: 165, height: 118 }

/**
 * What the audience takes home: what was shown, block by block, beside room for notes. Of the script nothing is printed, of a question neither
 * answer nor reason. The explanations of terms (`glossary.ts`) are gathered at the end; in its place each term stands alone, so that there
 * is something to listen for. Sources are numbered as in their list at the end.
 */
export function planHandout(talk: Talk, language: Language, picture: DocumentPictures['info']): Sheet {
  const words = scriptWords[language]
  const sheet = sheetWords[language]
  const references = referencesOf(talk, words)
  const numbers = new Map(references.map(({ source, number }) => [source, number]))
  const marks = ({ citations }: Block): string => [...new Set(citations.map(({ source }) => `[${numbers.get(source)}]`))].join('')
  const planner: Planner = { words, sheet, picture, marks }
  const title = talk.front.title.trim() || words.untitled
  const definitions = talk.sections.flatMap((section) => section.blocks).flatMap(definitionsIn)
  const body = talk.sections.flatMap((section): readonly SheetPiece[] => {
    const rows = section.blocks.map((block) => blockPieces(block, planner)).filter((pieces) => pieces.length > 0)
    return [
      ...(section.title === '' ? [] : [paragraph('section', text(section.title))]),
      ...(rows.length === 0 ? [] : [{ kind: 'notes-table' as const, head: [sheet.content, sheet.notes] as const, rows }]),
    ]
  })
  return {
    title,
    speaker: talk.front.speaker,
    runningHead: [title, talk.front.speaker, talk.front.date === '' ? '' : dateText(talk.front.date, words)].filter((part) => part !== '').join(words.gap),
    body: [
      ...opening(talk, title, words),
      ...(body.length === 0 ? [paragraph('body', text(words.empty))] : body),
      ...(definitions.length === 0
        ? []
        : [paragraph('section', text(sheet.glossary)), ...definitions.map(({ term, explanation }) => paragraph('body', label(term + words.colon), ...runsOf(explanation)))]),
      ...(references.length === 0 ? [] : [paragraph('section', text(words.references)), ...references.map(({ line }) => paragraph('reference', text(line)))]),
    ],
  }
}

function opening({ front }: Talk, title: string, words: ScriptWords): readonly ScriptParagraph[] {
  const facts = [
    [words.speaker, front.speaker],
    [words.date, front.date === '' ? '' : dateText(front.date, words)],
    [words.occasion, front.occasion],
  ].filter(([, value]) => value !== '')
  return [
    paragraph('title', text(title)),
    ...(front.subtitle === '' ? [] : [paragraph('subtitle', text(front.subtitle))]),
    ...(facts.length === 0 ? [] : [paragraph('facts', text(facts.map((fact) => fact.join(words.colon)).join(words.gap)))]),
  ]
}

function blockPieces(block: Block, planner: Planner): readonly ScriptPiece[] {
  const shown = shownPieces(block, planner)
  const marks = planner.marks(block)
  // Made from the rest of the talk for the hall: a page with sections and a list of sources at its end needs neither.
  if (block.content.kind === 'agenda' || block.content.kind === 'references') return []
  if (block.title === '' && shown.length === 0) return []
  return [...(block.title === '' && marks === '' ? [] : [paragraph('block', ...(block.title === '' ? [] : [text(block.title)]), ...(marks === '' ? [] : [{ kind: 'mark' as const, text: marks }]))]), ...shown]
}

function shownPieces({ content, title }: Block, planner: Planner): readonly ScriptPiece[] {
  const { words, sheet } = planner
  switch (content.kind) {
    case 'points':
      return [...pointParagraphs(content.points.map((point) => termAlone(point, title))), ...(content.picture ? picturePieces(content.picture, planner) : [])]
    case 'picture':
      return picturePieces(content.picture, planner)
    case 'quote':
      return [...content.paragraphs.map((inlines) => paragraph('quote', ...runsOf(inlines))), ...(content.attribution === '' ? [] : [paragraph('attribution', text(attributionText(content.attribution, words)))])]
    case 'table':
      return [...pointParagraphs(content.lead), tableOf(content.table)]
    case 'chart':
      return chartPieces(content, words)
    case 'case':
      return [...(caseAbout(content, words) === '' ? [] : [paragraph('meta', text(caseAbout(content, words)))]), ...content.parts.flatMap(partPieces)]
    case 'two-columns':
      return content.columns.flatMap(partPieces)
    case 'timeline':
      return content.events.map(({ when, what }) => paragraph('point', marker('•'), ...(when === '' ? [] : [label(when + words.colon)]), ...runsOf(what)))
    case 'question':
      return questionPieces(content)
    case 'discussion':
      return [paragraph('body', label(timed(words.discussion, content.minutes, words))), ...pointParagraphs(content.points)]
    case 'activity':
      return [paragraph('body', label(timed(words.activity, content.minutes, words))), ...pointParagraphs(content.points)]
    case 'local-case':
      return content.fallback.length > 0 ? pointParagraphs(content.fallback) : [paragraph('body', text(sheet.localCase))]
    case 'closing':
      return pointParagraphs(content.points)
    case 'agenda':
    case 'references':
      return []
    default:
      return assertNever(content)
  }
}

const termAlone = (point: Point, blockTitle: string): Point => {
  const definition = definitionOf(point, blockTitle)
  return definition === null ? point : { ...point, inlines: [{ text: definition.term, strong: true }] }
}

const partPieces = ({ title, points }: BlockColumn): readonly ScriptPiece[] => [...(title === '' ? [] : [paragraph('body', label(title))]), ...pointParagraphs(points)]

const questionPieces = ({ stem, options }: Extract<BlockContent, { kind: 'question' }>): readonly ScriptPiece[] => [
  ...stem.map((inlines) => paragraph('body', ...runsOf(inlines))),
  ...options.map(({ letter, inlines }) => paragraph('point', marker(`${letter}.`), ...runsOf(inlines))),
]

/** What a picture shows is said in words only where it cannot be printed, or has a caption; a film is named, for what is printed only stands for it. */
function picturePieces(picture: PictureContent, { words, picture: info }: Planner): readonly ScriptPiece[] {
  const printed = pictureOf(picture, PICTURE_BOX, false, info)
  const isPlayed = info(picture.src)?.media !== undefined
  const said = [picture.caption, ...(printed.length === 0 || isPlayed ? [picture.alt] : [])].filter((part, index, all) => part !== '' && all.indexOf(part) === index).join(words.listBreak)
  return [...printed, ...(said === '' ? [] : [paragraph('caption', ...(isPlayed || printed.length === 0 ? [label((isPlayed ? words.media : words.picture) + words.colon)] : []), text(said))])]
}

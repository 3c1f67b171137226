import { parseNumber } from '../../../shared/outline/numbering'
import { joinText, type PageLine } from './page-lines'

/** A paragraph put together again from its lines. */
export type PdfParagraph = { readonly text: string; readonly size: number; readonly page: number; readonly bullet: boolean; /** The line it begins with, from 0. */ readonly line: number }

/** Lines whose sizes differ by more than this share belong to different paragraphs. */
const SAME_SIZE = 0.12
/** A gap of more than this many usual distances between lines parts paragraphs. */
const PARAGRAPH_GAP = 1.45
/** An indent, in heights of the font: Chinese paragraphs begin two characters in. */
const INDENT = 0.8
/** A line that begins this many heights further in is not part of a column of text. */
const SET_OFF = 4
/** Widths of a Han character and of a Latin letter, in heights of the font, as far as they matter for whether a word would have fitted. */
const HAN_WIDTH = 1
const LATIN_WIDTH = 0.55

const bulletMark = /^[•●○■□◆◇▪▫▶►➢✓✔※·]\s*/u
/** 图1 …, 表 2-1 …: captions stand by themselves, mostly beneath a full line. */
const caption = /^(?:附?[图表]|figure|fig\.|table)\s*[\d一二三四五六七八九十].{0,60}$/iu
const sentenceEnd = /[。！？；：.!?;:”"）)]$/u

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Usual distance between the baselines of neighbouring lines, in heights of their font. */
const usualPitch = (lines: readonly PageLine[]): number => {
  const pitches = lines.slice(1).flatMap((line, at) => {
    const before = lines[at]
    const pitch = before === undefined || before.page !== line.page ? 0 : (line.y - before.y) / line.size
    return pitch > 0.8 && pitch < 3.5 ? [pitch] : []
  })
  return pitches.length === 0 ? 1.5 : median(pitches)
}

/** A word divided at the end of a line is whole again; a hyphen before a capital or a figure is the writer's own. */
const append = (text: string, line: string): string => (/\p{Ll}[-\u00AD]$/u.test(text) && /^\p{Ll}/u.test(line) ? text.slice(0, -1) + line : joinText(text, line))

/** The left and right edge of the column that a line stands in: of the lines around it that overlap it, those of the pages before and after among them. */
const edgesOf = (lines: readonly PageLine[], at: number): { readonly left: number; readonly right: number } => {
  const line = lines[at]
  if (line === undefined) return { left: 0, right: 0 }
  let { left, right } = line
  for (let other = Math.max(0, at - 12); other < Math.min(lines.length, at + 13); other += 1) {
    const near = lines[other]
    if (near === undefined || near.left > line.right || near.right < line.left || Math.abs(near.size - line.size) > line.size * SAME_SIZE) continue
    left = Math.min(left, near.left)
    right = Math.max(right, near.right)
  }
  return { left, right }
}

/** Room that the line's first word needs. Chinese breaks after any character, but a mark may not begin a line and takes one along. */
const firstWordWidth = ({ text, size }: PageLine): number => {
  const word = /^[^\s\u2E80-\u9FFF\uF900-\uFAFF]+/u.exec(text)?.[0] ?? ''
  return word === '' ? 2 * HAN_WIDTH * size : (word.length + 1) * LATIN_WIDTH * size
}

/** A line that left room for the first word of the next one was ended by its writer. */
const endsEarly = (line: PageLine, right: number, next: PageLine): boolean => right - line.right > Math.max(firstWordWidth(next), 1.5 * line.size)

/** @param lines of all pages in order, without headers and footers. */
export const paragraphsOf = (lines: readonly PageLine[]): PdfParagraph[] => {
  const pitch = usualPitch(lines)
  const paragraphs: { text: string; size: number; page: number; bullet: boolean; line: number }[] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    const open = paragraphs.at(-1)
    const bullet = bulletMark.test(line.text)
    const text = line.text.replace(bulletMark, '')
    if (text === '') continue
    if (open === undefined || before === undefined || startsParagraph(lines, at, before, line, pitch) || bullet) paragraphs.push({ text, size: line.size, page: line.page, bullet, line: at })
    else open.text = append(open.text, text)
  }
  return paragraphs.map((paragraph) => ({ ...paragraph, text: paragraph.text.replaceAll('\u00AD', '').replaceAll(/ {2,}/g, ' ').trim() }))
}

const startsParagraph = (lines: readonly PageLine[], at: number, before: PageLine, line: PageLine, pitch: number): boolean => {
  if (Math.abs(line.size - before.size) > Math.max(line.size, before.size) * SAME_SIZE) return true
  if (line.text.includes('\t') || before.text.includes('\t')) return true
  if (caption.test(line.text) && sentenceEnd.test(before.text)) return true
  const own = edgesOf(lines, at)
  const above = edgesOf(lines, at - 1)
  const indented = line.left - own.left > INDENT * line.size
  const endedEarly = endsEarly(before, above.right, line)
  const numbered = parseNumber(line.text)
  if (numbered !== null && numbered.form !== 'point' && (endedEarly || indented || sentenceEnd.test(before.text) || line.left <= own.left + 1)) return numbered.form !== 'decimal-bare' || endedEarly
  const turned = line.page !== before.page || line.y < before.y - line.size
  // Over the turn of a page or column a paragraph runs on unless its last line was ended by its writer.
  if (turned) return endedEarly || sentenceEnd.test(before.text) || indented
  if ((line.y - before.y) / line.size > pitch * PARAGRAPH_GAP) return true
  // Lines set in the middle or to the right, as titles and sign-offs are, stand each for itself.
  if (before.left - above.left > SET_OFF * before.size && line.left - own.left > SET_OFF * line.size) return true
  // A hanging or centred block is indented line after line; a first line is indented against the one above.
  if (indented && line.left - before.left > INDENT * line.size) return true
  return endedEarly
}

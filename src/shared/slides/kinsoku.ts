/**
 * Where a line of Chinese or Latin text may break. The sets follow GB/T 15834-2011 §5.1 (punctuation at line ends) as LibreOffice and PowerPoint apply
 * them for zh-CN; measured against LibreOffice's rendering of Han and quoted text.
 */
const NEVER_AT_START = new Set('，。、；：？！）》〉」』】〕〗］｝”’…—～·‧・,.;:?!)]}%‰℃°′″々〃ー！％')
const NEVER_AT_END = new Set('（《〈「『【〔〖［｛“‘([{$￥¥£€＄')

/** Most characters of a talk; asked first, as they are told by a comparison. */
const isHan = (char: string): boolean => char >= '\u4e00' && char <= '\u9fff'
const isAscii = (char: string): boolean => char < '\u0080'

const isFullWidth = (char: string): boolean => isHan(char) || (!isAscii(char) && FULL_WIDTH.test(char)) || '“”‘’—…·'.includes(char)
const FULL_WIDTH = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u3040-\u30ff\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]/u
const ZERO_WIDTH_JOINER = '\u200d'
const isJoiner = (char: string): boolean => !isHan(char) && !isAscii(char) && (char === ZERO_WIDTH_JOINER || /^[\p{Mark}\p{Variation_Selector}]/u.test(char))
const isSpace = (char: string): boolean => char === ' ' || char === '\t'
const isLatinLetter = (char: string | undefined): boolean => char !== undefined && /[A-Za-z\u00c0-\u024f]/.test(char)

/** A stretch that stays on one line: `[start, end)` in UTF-16 code units. A run of spaces is a unit of its own and may hang over the line's end. */
export type BreakUnit = { readonly start: number; readonly end: number; readonly space: boolean }

/** Kind of place between two neighbouring characters, neither of them a space. */
function mayBreakBetween(before: string, after: string, afterNext: string | undefined, beforePrevious: string | undefined): boolean {
  if (isJoiner(after) || before === ZERO_WIDTH_JOINER) return false
  if (NEVER_AT_START.has(after) || NEVER_AT_END.has(before)) return false
  // An apostrophe inside a Latin word is part of it: “don’t”.
  if (before === '’' && isLatinLetter(beforePrevious) && isLatinLetter(after)) return false
  if (isFullWidth(before) || isFullWidth(after)) return true
  // A hyphen between letters ends a unit (UAX #14, class HY); between digits it is a sign or a range.
  return before === '-' && isLatinLetter(beforePrevious) && isLatinLetter(after) && afterNext !== undefined
}

/** Cuts `text` into its unbreakable units, in order and without gaps. `\n` must not occur: paragraphs are split before. */
export function breakUnits(text: string): BreakUnit[] {
  const units: BreakUnit[] = []
  const chars = Array.from(text)
  let start = 0
  let offset = 0
  chars.forEach((char, index) => {
    const next = chars[index + 1]
    offset += char.length
    const space = isSpace(char)
    const ends = next === undefined || (space ? !isSpace(next) : isSpace(next) || mayBreakBetween(char, next, chars[index + 2], chars[index - 1]))
    if (!ends) return
    units.push({ start, end: offset, space })
    start = offset
  })
  return units
}

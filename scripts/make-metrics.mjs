/**
 * Writes resources/metrics/noto-sans-sc.json or noto-serif-sc.json: the advance widths of Noto Sans or Serif CJK SC, Regular and Bold, and the kerning of its
 * Latin letters, that the slide layout measures with.
 *
 * Run by hand when the source fonts change: `node scripts/make-metrics.mjs [sans|serif] [REGULAR.ttc BOLD.ttc]`. The fonts are © Adobe, licensed under the SIL Open
 * Font License 1.1; only numbers are taken from them. One em is 1000 units, so almost every Han character is 1000 and is left out of the table.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as fontkit from 'fontkit'

const FULL_WIDTH = 1000
const [kind = 'sans', ...files] = process.argv.slice(2)
const family = { sans: 'Sans', serif: 'Serif' }[kind]
if (family === undefined) throw new Error(`“${kind}” is neither sans nor serif`)
const FACE = `Noto ${family} CJK SC`
/** Has the same Latin letters; its curly quotation marks belong to them, where those of FACE are a full em wide. */
const LATIN_FACE = `Noto ${family} CJK JP`
const CURLY_QUOTES = ['‘', '’', '“', '”']
const [regularFile = `/usr/share/fonts/opentype/noto/Noto${family}CJK-Regular.ttc`, boldFile = `/usr/share/fonts/opentype/noto/Noto${family}CJK-Bold.ttc`] = files

function openFace(file, name) {
  const opened = fontkit.create(readFileSync(file))
  const face = opened.type === 'TTC' ? opened.fonts.find((font) => font.familyName === name) : opened
  if (!face) throw new Error(`${file} does not hold ${name}`)
  if (face.unitsPerEm !== FULL_WIDTH) throw new Error(`${file}: ${face.unitsPerEm} units per em, expected ${FULL_WIDTH}`)
  return face
}

/** Runs of neighbouring code points with one advance, `[first, last, advance]`; full-width ones are the default and are omitted. */
function advanceRuns(face) {
  const runs = []
  for (const codePoint of [...face.characterSet].sort((a, b) => a - b)) {
    const nominal = face.glyphForCodePoint(codePoint).advanceWidth
    if (nominal === FULL_WIDTH) continue
    // Punctuation has forms of its own in simplified Chinese (`locl`): the dash is a full em there.
    const advance = codePoint >= 0x2000 && codePoint < 0x2070 ? face.layout(String.fromCodePoint(codePoint), undefined, 'hani', 'ZHS ').advanceWidth : nominal
    if (advance === FULL_WIDTH) continue
    const previous = runs.at(-1)
    if (previous && previous[1] === codePoint - 1 && previous[2] === advance) previous[1] = codePoint
    else runs.push([codePoint, codePoint, advance])
  }
  return runs
}

/**
 * By how much two characters of ASCII or curly quotation marks stand closer than their advances say, or farther apart: `{ first: { units: seconds } }`, without the
 * pairs that do not. Ligatures count as well.
 */
function kerning(face) {
  const kerned = [...Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at)), ...CURLY_QUOTES]
  const widthOf = (text) => face.layout(text, undefined, 'latn').advanceWidth
  const rows = kerned.map((first) => {
    const seconds = Map.groupBy(kerned, (second) => widthOf(first + second) - widthOf(first) - widthOf(second))
    seconds.delete(0)
    return [first, Object.fromEntries([...seconds].map(([units, which]) => [units, which.join('')]))]
  })
  return Object.fromEntries(rows.filter(([, seconds]) => Object.keys(seconds).length > 0))
}

/** Widths of the curly quotation marks among Latin letters; among Han characters each is a full em. */
const latinQuotes = (face) => Object.fromEntries(CURLY_QUOTES.map((mark) => [mark, face.layout(mark, undefined, 'latn').advanceWidth]))

const [regular, bold] = [regularFile, boldFile].map((file) => openFace(file, FACE))
const [latin, boldLatin] = [regularFile, boldFile].map((file) => openFace(file, LATIN_FACE))
const table = {
  face: FACE,
  source: `${FACE} ${regular.version}, SIL Open Font License 1.1`,
  unitsPerEm: FULL_WIDTH,
  ascent: regular.ascent,
  descent: -regular.descent,
  regular: advanceRuns(regular),
  bold: advanceRuns(bold),
  regularQuotes: latinQuotes(latin),
  boldQuotes: latinQuotes(boldLatin),
  regularKerning: kerning(latin),
  boldKerning: kerning(boldLatin),
}
const file = resolve(import.meta.dirname, `../resources/metrics/noto-${kind}-sc.json`)
const rows = (lines, [opening, closing]) => `${opening}\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ${closing}`
const written = (value) => {
  if (Array.isArray(value)) return rows(value.map((run) => JSON.stringify(run)), '[]')
  if (typeof value === 'object') return rows(Object.entries(value).map(([first, seconds]) => `${JSON.stringify(first)}: ${JSON.stringify(seconds)}`), '{}')
  return JSON.stringify(value)
}
writeFileSync(
  file,
  `{\n${Object.entries(table)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${written(value)}`)
    .join(',\n')}\n}\n`,
)
console.log(`${file}: ${table.regular.length} regular and ${table.bold.length} bold runs`)

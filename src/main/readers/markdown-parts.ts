/** A piece of a Markdown file that can be parsed by itself. `definitions` stand elsewhere in the file and are parsed with it, so that its references resolve. */
export type MarkdownPart = { readonly text: string; readonly definitions: string }

/**
 * Characters after which a part ends at the next good place: the parser's work grows with the square of what it is given (measured: one paragraph of 350 KB
 * with emphasis took minutes, the same in parts of this size under a second).
 */
const ENOUGH = 5000
/** Characters after which a paragraph, which would be split later anyway, is cut at the next line… */
const LONG = 8000
/** …and after which anything is. */
const LONGEST = 20_000
/** All definitions together; with more of them the later ones are left out. */
const MOST_DEFINITIONS = 4000

const heading = /^ {0,3}#{1,6}(?:\s|$)/
const item = /^(?:[-+*]|\d{1,9}[.)])\s/
const plainStart = /^[^\s>|#=\-+*~`<\d:]/
const definition = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S.*$/gm
const sentence = /[^。！？.!?]*[。！？.!?]+["”’）)]*|[^。！？.!?]+$/gu

/** Constructs that blank lines do not end: fenced code, some kinds of HTML (CommonMark §4.5, §4.6), front matter. */
class OpenBlock {
  private end: RegExp | null = null
  private first = true

  /** @param hasFrontMatter whether the rule with which a text may begin is closed by another. */
  constructor(private readonly hasFrontMatter: boolean) {}

  /** @returns whether a part may begin with this line. */
  mayBegin(line: string): boolean {
    const isFirst = this.first
    this.first = false
    if (this.end !== null) {
      if (this.end.test(line)) this.end = null
      return false
    }
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    const html = /^ {0,3}<(script|pre|style|textarea)[\s>]/i.exec(line)?.[1]
    if (fence !== undefined) this.end = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}\\s*$`)
    else if (html !== undefined && !new RegExp(`</${html}>`, 'i').test(line)) this.end = new RegExp(`</${html}>`, 'i')
    else if (/^ {0,3}<!--/.test(line) && !line.includes('-->')) this.end = /-->/
    else if (isFirst && this.hasFrontMatter) this.end = /^---\s*$/
    return true
  }
}

const isGoodPlace = (line: string, before: string, length: number): boolean => {
  if (length > ENOUGH && (heading.test(line) || item.test(line) || (before.trim() === '' && plainStart.test(line)))) return true
  if (/^\s*(?:$|=|-+\s*$)/.test(line)) return false
  // Rows of a table are parted anyway; the head is repeated.
  if (line.startsWith('|')) return before.startsWith('|') && length > LONG
  if (before.startsWith('|')) return false
  return length > LONGEST || (length > LONG && !/^[ \t]/.test(line))
}

/** A picture inside the text: its address may be longer than everything else and is never cut. */
const dataPicture = /!\[[^\]\n]{0,500}\]\(\s*<?data:[^)\n]*\)|<img\b[^>\n]*>/gi

/** The sentences of a line, none longer than the parser takes well, with each picture inside it whole. `length` is what the parser has to look at. */
const unitsOf = (line: string): { readonly text: string; readonly length: number }[] => {
  const units: { text: string; length: number }[] = []
  const addText = (text: string) => {
    for (const [next] of text.matchAll(sentence))
      for (let at = 0; at < next.length; at += ENOUGH) units.push({ text: next.slice(at, at + ENOUGH), length: Math.min(ENOUGH, next.length - at) })
  }
  let at = 0
  for (const { 0: picture, index } of line.matchAll(dataPicture)) {
    addText(line.slice(at, index))
    units.push({ text: picture, length: 0 })
    at = index + picture.length
  }
  addText(line.slice(at))
  return units
}

/** A line of many thousands of characters is cut between its sentences, as its paragraph would be; rows of tables are not. */
const piecesOf = (line: string): readonly string[] => {
  if (line.length <= LONG || line.startsWith('|')) return [line]
  // An address that stands in another place than a picture's is left alone.
  if (line.includes('data:image') && line.replaceAll(dataPicture, '').includes('data:image')) return [line]
  const pieces: string[] = []
  let piece = ''
  let length = 0
  for (const unit of unitsOf(line)) {
    if (length + unit.length > ENOUGH && piece !== '') {
      pieces.push(`${piece}\n`)
      piece = ''
      length = 0
    }
    piece += unit.text
    length += unit.length
  }
  return [...pieces, piece]
}

/** Cuts a text into parts of some five thousand characters, where no construct runs on; a text that is shorter stays whole. */
export const markdownParts = (text: string): readonly MarkdownPart[] => {
  const parts: string[] = []
  let lines: string[] = []
  let length = 0
  let before = ''
  /** Head and delimiter row of the table that is open; empty outside. */
  let head = ''
  const open = new OpenBlock(/^---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/.test(text))
  for (const line of text.split(/(?<=\n)/).flatMap(piecesOf)) {
    if (open.mayBegin(line) && length > ENOUGH && (!line.startsWith('|') || head !== '') && isGoodPlace(line, before, length)) {
      parts.push(lines.join(''))
      lines = line.startsWith('|') && head !== '' ? [head] : []
      length = 0
    }
    if (!line.startsWith('|')) head = ''
    else if (head === '' && /^\|[\s:|-]+$/.test(line)) head = before + line
    lines.push(line)
    length += line.length
    before = line
  }
  parts.push(lines.join(''))
  if (parts.length === 1) return [{ text, definitions: '' }]
  let definitions = ''
  for (const [line] of text.matchAll(definition)) if (definitions.length + line.length < MOST_DEFINITIONS) definitions += `\n${line}\n`
  return parts.map((part) => ({ text: part, definitions }))
}

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
    else if (isFirst && /^---\s*$/.test(line)) this.end = /^---\s*$/
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

/** A line of many thousands of characters is cut between its sentences, as its paragraph would be; pictures inside the text and rows of tables are not. */
const piecesOf = (line: string): readonly string[] => {
  if (line.length <= LONG || line.startsWith('|') || /\(\s*<?data:|["'\s]data:image/.test(line)) return [line]
  const pieces: string[] = []
  let piece = ''
  for (const [next] of line.matchAll(sentence)) {
    if (piece.length + next.length > ENOUGH && piece !== '') {
      pieces.push(`${piece}\n`)
      piece = ''
    }
    piece += next
  }
  return [...pieces, piece].flatMap((part) => (part.length <= LONG ? [part] : Array.from({ length: Math.ceil(part.length / ENOUGH) }, (_, at) => part.slice(at * ENOUGH, (at + 1) * ENOUGH))))
}

/** Cuts a text into parts of some five thousand characters, where no construct runs on; a text that is shorter stays whole. */
export const markdownParts = (text: string): readonly MarkdownPart[] => {
  const parts: string[] = []
  let lines: string[] = []
  let length = 0
  let before = ''
  /** Head and delimiter row of the table that is open; empty outside. */
  let head = ''
  const open = new OpenBlock()
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

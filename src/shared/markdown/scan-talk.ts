/**
 * The coarse reading of a talk: lines → headings, runs of ordinary Markdown, and container directives, with exact positions. Ordinary Markdown
 * inside the runs is left to micromark. Reading the fences here and not with remark-directive's extension has three reasons: a directive that is
 * being typed must not swallow the rest of the talk, `9:30` and `:name` must stay text, and a run that did not change need not be parsed again.
 * For well-formed text the containers are those of remark-directive (tests/shared/markdown/scan-talk.test.ts compares them).
 */
import type { Warning } from '../outcome'
import { isCondition, isDirectiveName, mayHold } from './directives'
import { closingFenceOf, openingFenceOf, type Attributes, type OpeningFence } from './directive-fence'
import { isBlank, linesOf, type Line } from './lines'
import { malformedDirective, nestedColons, strayFence, textAfterDirective, unclosedDirective } from './talk-warnings'

export type TextNode = { readonly type: 'text'; readonly start: number; readonly end: number; readonly line: number }
export type HeadingNode = { readonly type: 'heading'; readonly level: 1 | 2; readonly start: number; readonly end: number; readonly line: number; readonly title: string }
export type DirectiveNode = {
  readonly type: 'directive'
  readonly name: string
  readonly attributes: Attributes
  readonly colons: number
  readonly line: number
  /** From the opening fence to behind the closing one. */
  readonly start: number
  readonly end: number
  /** What stands between the fences. */
  readonly innerStart: number
  readonly innerEnd: number
  readonly closed: boolean
  readonly children: readonly ScanNode[]
}
/** A line of colons that closes nothing. */
export type StrayNode = { readonly type: 'stray'; readonly start: number; readonly end: number; readonly line: number }
export type ScanNode = TextNode | HeadingNode | DirectiveNode | StrayNode

type Frame = {
  readonly fence: OpeningFence
  readonly line: number
  readonly start: number
  readonly innerStart: number
  readonly children: ScanNode[]
  /** A condition whose first content is a heading goes around whole blocks. */
  holdsBlocks: boolean
  /** Line index of the first fence of at least as many colons after the first heading, once looked for. */
  nextFence: number | null
  code: string | null
  warned: boolean
}

/** Begins as no fence, heading, code or comment does: a cheap test first, because most lines of a talk are such. */
const isPlain = (line: string): boolean => line === '' || !' :：#`~<'.includes(line.charAt(0))
/** May be the line beneath a heading. */
const mayUnderline = (line: string): boolean => line !== '' && ' =-'.includes(line.charAt(0))

/** Deeper fences are text. Three levels are in use; the bound keeps every reader of the tree off the end of the stack. */
const DEEPEST = 32

/** @returns the nodes of `[from, text.length)` in order; together they cover it without gap or overlap. */
export const scanTalk = (text: string, from = 0): { readonly nodes: readonly ScanNode[]; readonly warnings: readonly Warning[] } => new Scanner(text, from).scan()

class Scanner {
  readonly #lines: readonly Line[]
  readonly #text: string
  readonly #from: number
  readonly #root: ScanNode[] = []
  readonly #frames: Frame[] = []
  readonly #warnings: Warning[] = []
  #code: string | null = null
  #comment = false
  /** Openings of code and comments that nothing further down closes: looked for once, or a hostile text would take quadratic time. */
  readonly #unclosed = new Set<string>()
  /** Offset behind what is already read, for a heading of two lines. */
  #readTo = 0

  constructor(text: string, from: number) {
    this.#text = text
    this.#from = from
    this.#lines = linesOf(text)
  }

  scan() {
    this.#lines.forEach((line, index) => {
      if (line.start >= this.#from && line.start >= this.#readTo) this.#read(line, index)
    })
    while (this.#frames.length > 0) this.#end(this.#text.length, this.#text.length, false)
    return { nodes: this.#root, warnings: this.#warnings }
  }

  #read(line: Line, index: number): void {
    const innermost = this.#frames.at(-1)
    const number = index + 1
    if (this.#comment) {
      this.#addText(line, number)
      this.#comment = !line.text.includes('-->')
      return
    }
    if (isPlain(line.text) && !mayUnderline(this.#lines[index + 1]?.text ?? '')) return this.#addText(line, number)
    const colons = closingFenceOf(line.text)
    if (colons > 0 && (innermost === undefined ? this.#code : innermost.code) === null && this.#close(colons, line, number)) return
    if (this.#inCode(line, index, innermost)) return this.#addText(line, number)
    const fence = openingFenceOf(line.text)
    if (fence !== null && this.#open(fence, line, number)) return
    if (fence === null && /^ {0,3}:{3,}[\p{L}]/u.test(line.text) && innermost?.fence.name !== 'script') this.#warnings.push(textAfterDirective(number))
    const heading = this.#headingOf(line, index)
    if (heading !== null && this.#addHeading(heading, index)) return
    if (!this.#inScript() && /^ {0,3}<!--/.test(line.text) && !line.text.includes('-->')) this.#comment = this.#commentEnds(line.end)
    this.#addText(line, number)
  }

  /** Fenced code, CommonMark §4.5. Unlike there, code that is never closed hides nothing, and fences in code are code also within a directive. */
  #inCode(line: Line, index: number, frame: Frame | undefined): boolean {
    if (this.#inScript()) return false
    const open = frame === undefined ? this.#code : frame.code
    const set = (code: string | null): void => {
      if (frame === undefined) this.#code = code
      else frame.code = code
    }
    const [, run = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line.text) ?? []
    if (open !== null) {
      if (run.startsWith(open) && isBlank(info)) set(null)
      return true
    }
    if (run === '' || (run.startsWith('`') && info.includes('`'))) return false
    const closes = (candidate: Line): boolean => candidate.text.trimStart().startsWith(run) && isBlank(candidate.text.trim().replace(/^(`+|~+)/, ''))
    if (this.#unclosed.has(run)) return false
    for (let next = index + 1; next < this.#lines.length; next++) {
      const candidate = this.#lines[next]
      if (candidate !== undefined && closes(candidate)) {
        set(run)
        return true
      }
    }
    this.#unclosed.add(run)
    return false
  }

  #commentEnds(from: number): boolean {
    if (this.#unclosed.has('<!--')) return false
    if (this.#text.includes('-->', from)) return true
    this.#unclosed.add('<!--')
    return false
  }

  /** What is said is neither code nor comment. */
  #inScript(): boolean {
    return this.#frames.some(({ fence }) => fence.name === 'script')
  }

  #open(fence: OpeningFence, line: Line, number: number): boolean {
    if (this.#frames.length >= DEEPEST || (fence.slip !== '' && !isDirectiveName(fence.name))) return false
    for (let outer = this.#frames.at(-1); outer !== undefined && fence.colons >= outer.fence.colons; outer = this.#frames.at(-1)) {
      if (outer.fence.name === 'script' && !isDirectiveName(fence.name)) return false
      if (mayHold(outer.fence.name, fence.name)) {
        this.#warnOfColons(outer, fence)
        break
      }
      this.#end(line.start, line.start, false)
    }
    // In a script only conditions are read; everything else that looks like a directive is said as it stands.
    if (this.#frames.at(-1)?.fence.name === 'script' && !isCondition(fence.name)) return false
    if (fence.slip !== '') this.#warnings.push(malformedDirective(number, fence.slip))
    this.#frames.push({ fence, line: number, start: line.start, innerStart: line.next, children: [], holdsBlocks: false, nextFence: null, code: null, warned: false })
    return true
  }

  /** Ends the container that a closing fence belongs to. A fence belongs to the innermost container of exactly its size, as the writer meant it; else to the innermost that it is long enough for. */
  #close(colons: number, line: Line, number: number): boolean {
    const index = this.#closedBy(colons)
    if (index < 0) {
      // A script is said as it stands: a shorter run of colons is part of it.
      if (this.#inScript()) return false
      this.#warnings.push(strayFence(number))
      this.#children().push({ type: 'stray', start: line.start, end: line.next, line: number })
      return true
    }
    while (this.#frames.length > index + 1) this.#end(line.start, line.start, false)
    this.#end(line.start, line.next, true)
    return true
  }

  #closedBy(colons: number): number {
    // What is too short for a script ends nothing outside it, whatever stands around.
    const script = this.#frames.findLastIndex(({ fence }) => fence.name === 'script' && fence.colons > colons)
    const exact = this.#frames.findLastIndex((frame, index) => index > script && frame.fence.colons === colons)
    return exact >= 0 ? exact : this.#frames.findLastIndex((frame, index) => index > script && frame.fence.colons <= colons)
  }

  #end(innerEnd: number, end: number, closed: boolean): void {
    const frame = this.#frames.pop()
    if (frame === undefined) return
    if (!closed) this.#warnings.push(unclosedDirective(frame.line, frame.fence.name, frame.fence.colons))
    const { fence, children, line, start, innerStart } = frame
    this.#children().push({ type: 'directive', name: fence.name, attributes: fence.attributes, colons: fence.colons, line, start, end, innerStart: Math.min(innerStart, innerEnd), innerEnd, closed, children })
  }

  /** Once a container: that it needs one colon more than what it holds. */
  #warnOfColons(outer: Frame, inner: OpeningFence): void {
    if (!outer.warned) this.#warnings.push(nestedColons(outer.line, outer.fence.name, inner.colons + 1))
    outer.warned = true
  }

  #children(): ScanNode[] {
    return this.#frames.at(-1)?.children ?? this.#root
  }

  #addText(line: Line, number: number): void {
    const children = this.#children()
    const last = children.at(-1)
    if (last?.type === 'text') children[children.length - 1] = { type: 'text', start: last.start, end: line.next, line: last.line }
    else children.push({ type: 'text', start: line.start, end: line.next, line: number })
  }

  /** A section or block begins here, unless the heading stands properly inside a directive that is not a condition. */
  #addHeading(heading: Omit<HeadingNode, 'type'>, index: number): boolean {
    for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) {
      if (isCondition(frame.fence.name)) {
        this.#holdBlocksIfFresh()
        if (frame.holdsBlocks) break
      }
      frame.nextFence ??= this.#nextFenceAfter(index, frame.fence.colons)
      const closing = closingFenceOf(this.#lines[frame.nextFence]?.text ?? '')
      if (closing > 0 && this.#closedBy(closing) === this.#frames.length - 1) return false
      this.#end(heading.start, heading.start, false)
    }
    this.#children().push({ type: 'heading', ...heading })
    this.#readTo = heading.end
    return true
  }

  /** A heading that comes first in a condition makes it one around whole blocks, and with it the conditions whose first content that condition is. */
  #holdBlocksIfFresh(): void {
    const isFresh = ({ fence, children }: Frame): boolean => isCondition(fence.name) && children.every((child) => child.type === 'text' && isBlank(this.#text.slice(child.start, child.end)))
    for (const frame of this.#frames.toReversed()) {
      if (!isFresh(frame)) return
      frame.holdsBlocks = true
    }
  }

  /** Index of the first line after `index` that is a fence of at least `colons` colons; the number of lines when there is none. */
  #nextFenceAfter(index: number, colons: number): number {
    for (let next = index + 1; next < this.#lines.length; next++) {
      const text = this.#lines[next]?.text ?? ''
      if (closingFenceOf(text) >= colons || (openingFenceOf(text)?.colons ?? 0) >= colons) return next
    }
    return this.#lines.length
  }

  /** ATX headings of level 1 and 2 (CommonMark §4.2) outside list items, and one-line setext headings (§4.3). */
  #headingOf(line: Line, index: number): Omit<HeadingNode, 'type'> | null {
    const atx = /^( {0,3})(#{1,2})(?:[ \t]+(.*?))?[ \t]*$/.exec(line.text)
    if (atx !== null) {
      const previous = this.#lines[index - 1]?.text ?? ''
      if (atx[1] !== '' && /^(?: |\t|[-*+][ \t]|\d{1,9}[.)][ \t])/.test(previous)) return null
      const title = (atx[3] ?? '').replace(/(?:^|[ \t]+)#+$/, '')
      return { level: atx[2] === '#' ? 1 : 2, start: line.start, end: line.next, line: index + 1, title }
    }
    const underline = this.#lines[index + 1]
    if (underline === undefined || !/^ {0,3}(?:=+|-+)[ \t]*$/.test(underline.text)) return null
    const before = index === 0 || line.start === this.#from ? '' : (this.#lines[index - 1]?.text ?? '')
    const plain = /^ {0,3}(?!\d{1,9}[.)][ \t])[^\s>|#<`~:*+\-=[!]/.test(line.text)
    if (!plain || !isBlank(before)) return null
    return { level: underline.text.trim().startsWith('=') ? 1 : 2, start: line.start, end: underline.next, line: index + 1, title: line.text.trim() }
  }
}

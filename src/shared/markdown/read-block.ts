import type { Root } from 'mdast'
import type { Block, BlockContent, Citation, PictureContent } from '../model/block'
import type { Warning } from '../outcome'
import { conditionOf, isFor } from './condition'
import { directiveContentOf, isContentDirective, type ReadDirective } from './directive-content'
import { isCondition } from './directives'
import type { FlowNode } from './flow-points'
import { inlinesOf, plainTextOf } from './inlines'
import { isBlank, withLineEnding } from './lines'
import type { LocatedBlock } from './locate-talk'
import { plainContentOf } from './plain-content'
import type { DirectiveNode, ScanNode } from './scan-talk'
import { badAttribute, blockWithoutTitle, conditionWithoutAudience, contentNotShown, unknownDirective } from './talk-warnings'

export type ReadFlow = (text: string) => Root

/** What a block is made of, once conditions are resolved and unknown directives are opened up. */
type Pieces = {
  readonly flow: FlowNode[]
  readonly directives: DirectiveNode[]
  readonly explanations: DirectiveNode[]
  readonly scripts: DirectiveNode[]
  readonly citations: DirectiveNode[]
}

/**
 * Reads what a located block shows, says and cites.
 * @param audience whose variant is read; null keeps every part.
 */
export const readBlock = (markdown: string, located: LocatedBlock, audience: string | null, readFlow: ReadFlow, warnings: Warning[]): Block => {
  const reader = new BlockReader(markdown, audience, readFlow, warnings)
  const pieces = reader.piecesOf(located.nodes)
  const title = located.heading === null ? '' : titleOf(located.heading.title, readFlow)
  if (located.heading !== null && title === '') warnings.push(blockWithoutTitle(located.heading.line))
  return { key: located.key, title, span: located.span, content: fromBlock(reader.contentOf(pieces), located.span.line), script: reader.scriptOf(pieces), citations: pieces.citations.flatMap((node) => citationOf(node, warnings)), condition: located.condition }
}

/** Of what a block shows, pictures alone know their line: in the talk while they are read, so that warnings can name it, and in the block from then on. */
const fromBlock = (content: BlockContent, line: number): BlockContent => {
  if (content.kind === 'picture') return { ...content, picture: pictureFromBlock(content.picture, line) }
  return content.kind === 'points' && content.picture !== null ? { ...content, picture: pictureFromBlock(content.picture, line) } : content
}

const pictureFromBlock = (picture: PictureContent, line: number): PictureContent => ({
  ...picture,
  ...(picture.line === undefined ? {} : { line: picture.line - line }),
  ...(picture.poster?.line === undefined ? {} : { poster: { ...picture.poster, line: picture.poster.line - line } }),
})

/** The plain text of a heading's Markdown. */
export const titleOf = (markdown: string, readFlow: ReadFlow): string => {
  if (!/[\\`*_[\]<&!]/.test(markdown)) return markdown.trim()
  const [heading] = readFlow(`# ${markdown.trim()}`).children
  return heading?.type === 'heading' ? plainTextOf(inlinesOf(heading.children)) : markdown.trim()
}

/** A citation that names nothing but a material leads back to it for the library; there is no source to show. */
const citationOf = ({ attributes, start, end, line }: DirectiveNode, warnings: Warning[]): readonly Citation[] => {
  const source = attributes['source'] ?? ''
  if (source !== '') return [{ source, at: attributes['at'] ?? '', span: { start, end, line } }]
  if ((attributes['material'] ?? '') === '') warnings.push(badAttribute(line, '引用没有写出处。请写成 :::cite{source="文件名" at="二/(一)"}。', 'The citation names no source. Write :::cite{source="title" at="2/1"}.'))
  return []
}

class BlockReader {
  constructor(
    private readonly markdown: string,
    private readonly audience: string | null,
    private readonly readFlow: ReadFlow,
    private readonly warnings: Warning[],
  ) {}

  piecesOf(nodes: readonly ScanNode[]): Pieces {
    const pieces: Pieces = { flow: [], directives: [], explanations: [], scripts: [], citations: [] }
    this.gather(nodes, pieces)
    return pieces
  }

  private gather(nodes: readonly ScanNode[], pieces: Pieces): void {
    for (const node of nodes) {
      if (node.type === 'text') pieces.flow.push(...this.flowOf(node.start, node.end, node.line))
      else if (node.type === 'directive') this.gatherDirective(node, pieces)
    }
  }

  private gatherDirective(node: DirectiveNode, pieces: Pieces): void {
    if (isCondition(node.name)) {
      const condition = conditionOf(node)
      if (condition.audiences.length === 0) this.warnings.push(conditionWithoutAudience(node))
      else if (this.audience !== null && !isFor(condition, this.audience)) return
      this.gather(node.children, pieces)
    } else if (node.name === 'script') pieces.scripts.push(node)
    else if (node.name === 'cite') pieces.citations.push(node)
    else if (node.name === 'explanation') pieces.explanations.push(node)
    else if (isContentDirective(node.name)) pieces.directives.push(node)
    else {
      this.warnings.push(unknownDirective(node.line, node.name))
      this.gather(node.children, pieces)
    }
  }

  private flowOf(start: number, end: number, line: number): readonly FlowNode[] {
    // Line endings of another system are no part of what is shown.
    const source = withLineEnding(this.markdown.slice(start, end), '\n')
    if (isBlank(source)) return []
    return this.readFlow(source).children.map((node) => ({ node, line: line - 1 + (node.position?.start.line ?? 1), source }))
  }

  contentOf(pieces: Pieces): BlockContent {
    const [main, ...others] = pieces.directives
    for (const other of others)
      this.warnings.push(contentNotShown(other.line, `同一段块里的第二个指令“:::${other.name}”`, `The second directive “:::${other.name}” of the same block`))
    if (main === undefined || !isContentDirective(main.name)) {
      for (const lost of pieces.explanations) this.warnings.push(contentNotShown(lost.line, `“:::explanation”要放在 :::question 里面，它`, '“:::explanation” belongs into :::question; it'))
      return plainContentOf(pieces.flow, this.warnings)
    }
    const inner = this.piecesOf(main.children)
    pieces.scripts.push(...inner.scripts)
    pieces.citations.push(...inner.citations)
    const explanations = [...inner.explanations, ...pieces.explanations]
    for (const lost of [...inner.directives, ...(main.name === 'question' ? [] : explanations)])
      this.warnings.push(contentNotShown(lost.line, `“:::${main.name}”里面的“:::${lost.name}”`, `“:::${lost.name}” inside “:::${main.name}”`))
    const directive: ReadDirective = {
      name: main.name,
      attributes: main.attributes,
      line: main.line,
      flow: inner.flow,
      explanation: explanations.flatMap((node) => this.piecesOf(node.children).flow),
    }
    return directiveContentOf(directive, pieces.flow, this.warnings)
  }

  /** Scripts of one block are said one after the other. */
  scriptOf({ scripts }: Pieces): Block['script'] {
    const [first] = scripts
    if (first === undefined) return null
    const text = scripts.map((node) => this.said(node.children)).map(trimBlankLines).filter((part) => part !== '').join('\n\n')
    // Several scripts of a block are said by one person: the first that is named.
    const speaker = scripts.map(({ attributes }) => (attributes['speaker'] ?? '').trim()).find((name) => name !== '')
    return { text, span: { start: first.innerStart, end: first.innerEnd, line: first.line }, ...(speaker === undefined ? {} : { speaker }) }
  }

  private said(nodes: readonly ScanNode[]): string {
    return nodes
      .map((node) => {
        if (node.type !== 'directive') return this.markdown.slice(node.start, node.end)
        return isCondition(node.name) && this.audience !== null && !isFor(conditionOf(node), this.audience) ? '' : this.said(node.children)
      })
      .join('')
  }
}

const trimBlankLines = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+/, '').trimEnd()


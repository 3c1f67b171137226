/** Where the parts of a located block stand in the text: what is shown, what is said, what is cited. */
import { isCondition } from './directives'
import { isBlank, withLineEnding } from './lines'
import type { LocatedBlock } from './locate-talk'
import type { DirectiveNode, ScanNode } from './scan-talk'

export type Range = { readonly start: number; readonly end: number }

/** Scripts of a block, also those inside a condition or another directive, in order. */
export const scriptsIn = (nodes: readonly ScanNode[]): readonly DirectiveNode[] => nodes.flatMap((node) => (node.type !== 'directive' ? [] : node.name === 'script' ? [node] : scriptsIn(node.children)))

/** Who says a block's script, where it names somebody. */
export const speakerIn = (nodes: readonly ScanNode[]): string | undefined => scriptsIn(nodes).map(({ attributes }) => attributes['speaker'] ?? '').find((name) => name !== '')

export const citesIn = (nodes: readonly ScanNode[]): readonly DirectiveNode[] => nodes.flatMap((node) => (node.type !== 'directive' ? [] : node.name === 'cite' ? [node] : isCondition(node.name) ? citesIn(node.children) : []))

/** What is shown: the block's body without its scripts and citations, as ranges of whole lines. */
export const shownRanges = (block: LocatedBlock): readonly Range[] => {
  const apart = block.nodes.filter((node) => node.type === 'directive' && (node.name === 'script' || node.name === 'cite'))
  const edges = [block.body.start, ...apart.flatMap(({ start, end }) => [start, end]), Math.max(block.body.end, apart.at(-1)?.end ?? 0)]
  return edges.flatMap((start, index) => (index % 2 === 0 ? [{ start, end: edges[index + 1] ?? start }] : []))
}

/** The shown Markdown of one range: blank lines around it are layout of the file, not content. */
export const shownText = (markdown: string, { start, end }: Range): string => {
  const text = markdown.slice(start, end)
  return isBlank(text) ? '' : text.replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '').trimEnd()
}

/** The shown Markdown of a block, without heading, script and citations; line endings are `\n`. */
export const shownOf = (markdown: string, block: LocatedBlock): string => joinedText(shownRanges(block).map((range) => shownText(markdown, range)))

/** The scripts of a block as they stand in the file, conditions inside them included; line endings are `\n`. */
export const saidOf = (markdown: string, block: LocatedBlock): string => joinedText(scriptsIn(block.nodes).map(({ innerStart, innerEnd }) => shownText(markdown, { start: innerStart, end: innerEnd })))

const joinedText = (parts: readonly string[]): string => withLineEnding(parts.filter((part) => part !== '').join('\n\n'), '\n')

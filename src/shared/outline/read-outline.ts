import type { OutlineEntry } from '../model/source'
import { findContentsList } from './contents-list'
import { readFacts, type DocumentFacts, type FactLine } from './document-facts'
import { growHeadingTree, type HeadingNode } from './heading-tree'
import { parseNumber } from './numbering'
import type { OutlinedParagraph, RawParagraph } from './raw-paragraph'

export type ReadOutline = { readonly paragraphs: readonly OutlinedParagraph[]; readonly outline: readonly OutlineEntry[]; readonly facts: DocumentFacts }

/** OutlineEntry knows nine levels; what is nested deeper shares the last. */
const DEEPEST = 9

/** Styled levels are taken as ranks: a document that uses Heading 1 and Heading 3 has levels 1 and 2. What is not styled stands one below its parent. */
const levelsOf = (nodes: readonly HeadingNode[]): ReadonlyMap<HeadingNode, number> => {
  const used = [...new Set(nodes.filter(({ accepted }) => accepted === true).map(({ styled }) => styled))].filter((styled) => styled > 0).sort((a, b) => a - b)
  const levels = new Map<HeadingNode, number>()
  for (const node of nodes) {
    if (node.accepted !== true) continue
    const above = node.parent === null ? 0 : (levels.get(node.parent) ?? 0)
    const level = node.styled > 0 ? Math.max(used.indexOf(node.styled) + 1, above + 1) : above + 1
    levels.set(node, Math.min(DEEPEST, level))
  }
  return levels
}

/** Short titles are spaced out to fill a line in print: 总 则 is 总则. */
const closeUp = (title: string): string => (/^\p{Script=Han}(?:\s+\p{Script=Han}){1,3}$/u.test(title) ? title.replaceAll(/\s+/g, '') : title)

const entryOf = (node: HeadingNode, paragraph: RawParagraph, level: number): OutlineEntry => {
  const number = node.number?.label ?? (paragraph.number === '•' ? '' : paragraph.number)
  return { level, number, title: closeUp(node.shape.title || (node.number === null ? paragraph.text : '')), paragraph: node.at + 1 }
}

/** The one heading of the first level that stands before everything else names the document. */
const leadingTitle = (outline: readonly OutlineEntry[], paragraphs: readonly RawParagraph[], contents: ReadonlySet<number>): OutlineEntry | null => {
  const [first, ...others] = outline
  if (first === undefined || (paragraphs[first.paragraph - 1]?.styled ?? 0) === 0) return null
  const nothingBefore = paragraphs.slice(0, first.paragraph - 1).every((_, at) => contents.has(at))
  return nothingBefore && others.every(({ level }) => level > first.level) ? first : null
}

const factLine = ({ text, title }: RawParagraph, at: number): FactLine => ({ at, text, title: title === true })

/**
 * Reads the outline of a document: from its own heading styles and from the numbers its headings carry, typed or generated.
 *
 * In an {@link OutlineEntry} the number stands apart from the title whether it was typed or generated. In a paragraph `number` holds only what was generated,
 * so that number and text together are what is printed.
 * @param paragraphs in reading order.
 */
export const readOutline = (paragraphs: readonly RawParagraph[]): ReadOutline => {
  const contents = findContentsList(paragraphs)
  const nodes = growHeadingTree(paragraphs, contents)
  const levels = levelsOf(nodes)
  const nodeAt = new Map(nodes.map((node) => [node.at, node]))
  const outline: OutlineEntry[] = []
  for (const [node, level] of levels) {
    const paragraph = paragraphs[node.at]
    if (paragraph !== undefined) outline.push(entryOf(node, paragraph, level))
  }

  const firstHeading = outline[0]?.paragraph ?? paragraphs.length + 1
  const plain = paragraphs.map(factLine).filter(({ at }) => !contents.has(at) && ['body', 'list'].includes(paragraphs[at]?.kind ?? '') && !nodeAt.get(at)?.accepted)
  const facts = readFacts(plain.filter(({ at }) => at < firstHeading - 1), plain)
  const leading = leadingTitle(outline, paragraphs, contents)
  // A document that consists of its title alone still has something to say.
  const imprint = new Set(outline.length > 0 || plain.length > facts.imprint.length ? facts.imprint : [])

  const outlined = paragraphs.map((paragraph, at): OutlinedParagraph => {
    const node = nodeAt.get(at)
    const level = node === undefined ? 0 : (levels.get(node) ?? 0)
    const isPoint = paragraph.kind === 'body' && level === 0 && paragraph.markdown === undefined && paragraph.neverHeading !== true && (node !== undefined || parseNumber(paragraph.text)?.form === 'point')
    const kind = contents.has(at) ? 'toc' : level > 0 ? 'heading' : paragraph.kind === 'toc' ? 'body' : isPoint ? 'list' : paragraph.kind
    return {
      index: at + 1,
      text: paragraph.text,
      number: paragraph.number,
      level,
      kind,
      depth: paragraph.depth ?? 0,
      markdown: paragraph.markdown ?? null,
      runIn: level > 0 ? (node?.shape.runIn ?? '') : '',
      imprint: level === 0 && imprint.has(at),
      asset: paragraph.asset ?? null,
      ...(paragraph.page === undefined ? {} : { page: paragraph.page }),
    }
  })
  const title = leading === null ? facts.title : [leading.number, leading.title].filter((part) => part !== '').join(' ')
  return { paragraphs: outlined, outline, facts: { title, issuer: facts.issuer, number: facts.number, date: facts.date } }
}

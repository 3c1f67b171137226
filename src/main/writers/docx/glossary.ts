import type { BlockContent, Inline, Point } from '../../../shared/model/block'

export type Definition = { readonly term: string; readonly explanation: readonly Inline[] }

/** Titles of blocks whose points are definitions. */
const NAMES_TERMS = /术语|名词|概念|定义|词汇|关键词|\b(?:terms?|glossary|concepts?|definitions?|vocabulary|key ?words?)\b/i
const COLON = /^\s*[：:]\s*/

/**
 * What a line of a talk defines: `**术语**：解释`, also with the colon within the stars. It counts where it is a paragraph of its own, or a point
 * of a block whose title speaks of terms or concepts; elsewhere bold words before a colon are mostly labels (`- **做法**：…`).
 * @returns null for every other line
 */
export function definitionOf(point: Point, blockTitle: string): Definition | null {
  if (point.children.length > 0 || (point.marker !== 'none' && !NAMES_TERMS.test(blockTitle))) return null
  const [first, ...rest] = point.inlines
  if (first?.strong !== true) return null
  const [next] = rest
  const within = /^(.+?)\s*[：:]\s*$/.exec(first.text)
  const term = within?.[1] ?? first.text
  if (within === null && !COLON.test(next?.text ?? '')) return null
  const explanation = rest.map((inline, index) => (index === 0 ? { ...inline, text: inline.text.replace(within === null ? COLON : /^\s+/, '') } : inline)).filter(({ text }) => text !== '')
  return term.trim() === '' || explanation.length === 0 ? null : { term: term.trim(), explanation }
}

/** Every definition of a block, in its order. */
export const definitionsIn = ({ title, content }: { readonly title: string; readonly content: BlockContent }): readonly Definition[] =>
  content.kind === 'points' ? content.points.flatMap((point) => definitionOf(point, title) ?? []) : []

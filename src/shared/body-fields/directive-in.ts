import { isContentDirective } from '../markdown/directive-content'
import { scanTalk, type DirectiveNode } from '../markdown/scan-talk'

/** The first directive of a name that stands in no other; undefined when there is none. */
export const directiveIn = (markdown: string, name: string): DirectiveNode | undefined => scanTalk(markdown).nodes.find((node): node is DirectiveNode => node.type === 'directive' && node.name === name)

/** Whether a body is written as something else: it has content directives, and the one of that name (null: of any name) is none of them. */
export const isWrittenAsOther = (markdown: string, own: string | null): boolean => {
  const names = scanTalk(markdown).nodes.flatMap((node) => (node.type === 'directive' && isContentDirective(node.name) ? [node.name as string] : []))
  return names.length > 0 && (own === null || !names.includes(own))
}

/** The opening line of a directive without its ending. */
export const openingOf = (markdown: string, { start, innerStart }: DirectiveNode): string => markdown.slice(start, innerStart).replace(/[\r\n]+$/, '')

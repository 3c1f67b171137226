import { scanTalk, type DirectiveNode } from '../markdown/scan-talk'

/** The first directive of a name that stands in no other; undefined when there is none. */
export const directiveIn = (markdown: string, name: string): DirectiveNode | undefined => scanTalk(markdown).nodes.find((node): node is DirectiveNode => node.type === 'directive' && node.name === name)

/** The opening line of a directive without its ending. */
export const openingOf = (markdown: string, { start, innerStart }: DirectiveNode): string => markdown.slice(start, innerStart).replace(/[\r\n]+$/, '')

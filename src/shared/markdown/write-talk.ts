import type { Block, Citation, FrontMatter, Section } from '../model/block'
import { plainLook } from '../model/look'
import { headingLine } from './heading-line'
import { writeContent, writeDirective } from './write-content'
import { writeFrontMatter } from './write-front-matter'

/** A block without the traces of a text it was read from. */
export type NewBlock = Pick<Block, 'title' | 'content' | 'condition'> & {
  readonly script: string | null
  readonly speaker?: string | undefined
  readonly citations: readonly Pick<Citation, 'source' | 'at'>[]
}
export type NewTalk = { readonly front: FrontMatter; readonly sections: readonly (Pick<Section, 'title'> & { readonly blocks: readonly NewBlock[] })[] }

/** A talk's canonical Markdown: parsing it gives the talk. What a text holds besides (comments, unknown keys) a model does not have; a text is edited with edit-talk.ts. */
export const writeTalk = ({ front, sections }: NewTalk): string => {
  const keys = ['title', 'subtitle', 'occasion', 'format', 'audience', 'minutes', 'speaker', 'date', 'lang'] as const
  const look = (['design', 'mode', 'ratio', 'transition', 'reveal'] as const).map((key) => [key, front[key] === plainLook[key] ? '' : front[key]] as const)
  const design = [['design', front.template]] as const
  const head = [...keys.map((key) => [key, front[key]] as const), ...(front.template === '' ? look : [...design, ...look.slice(1)])].reduce((text, [key, value]) => writeFrontMatter(text, key, value), '').trimEnd()
  return `${[head, ...sections.map(({ title, blocks }) => [title === '' ? '' : headingLine(1, title), ...blocks.map(writeBlock)].filter((part) => part !== '').join('\n\n'))].filter((part) => part !== '').join('\n\n')}\n`
}

/** A block's Markdown from heading to citations, without a line ending at its end. */
export const writeBlock = ({ title, content, script, speaker, citations, condition }: NewBlock): string => {
  const parts = [
    headingLine(2, title),
    writeContent(content),
    script === null ? '' : writeDirective('script', { speaker }, script),
    ...citations.map(({ source, at }) => writeDirective('cite', { source, at }, '')),
  ]
  const block = parts.filter((part) => part !== '').join('\n\n')
  return condition === null ? block : writeDirective(condition.mode, { audience: condition.audiences.join(' ') }, block)
}

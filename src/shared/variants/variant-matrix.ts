import { isFor } from '../markdown/condition'
import { parseTalk } from '../markdown/parse-talk'
import type { Block, Talk } from '../model/block'

/**
 * What an audience gets in a row: the base as everybody has it (`shared`), the base with parts meant for it or not (`changed`), another block in its
 * place (`replaced`), or nothing (`left-out`).
 */
export type VariantCell = { readonly state: 'shared' | 'changed' | 'replaced' | 'left-out'; /** Of the block shown; null when left out. */ readonly key: string | null }

/** A block of the base with what stands for it, or a block that only some audiences get. */
export type VariantRow = {
  readonly key: string
  readonly title: string
  /** Index of its section. */
  readonly section: number
  /** For the audiences named alone; the base has nothing in its place. */
  readonly own: boolean
  /** One for each audience, in their order. */
  readonly cells: readonly VariantCell[]
}

/** An audience that no talk names: who is of it gets the base. */
export const ANYBODY = '\u0000'

/** The audiences that a talk names in conditions around whole blocks, in order of appearance. */
export const audiencesIn = (talk: Talk): string[] => [...new Set(talk.sections.flatMap(({ blocks }) => blocks.flatMap(({ condition }) => condition?.audiences ?? [])))]

/** Whether anything in a talk's text, a block or a part of one, is for some audiences alone. */
export const hasVariants = (markdown: string): boolean => /^ {0,3}[:：]{3,}[ \t]*(?:only|except)\b/m.test(markdown)

/**
 * The variants of a talk, row by row. A block with `except` that is followed by blocks with `only` for audiences which it leaves out is replaced by
 * them there; every block stands in exactly one row, so that each variant is the column read from top to bottom.
 *
 * @param talk parsed without an audience
 * @param variant the same text parsed for an audience
 */
export const variantMatrix = (talk: Talk, audiences: readonly string[], variant: (audience: string) => Talk): VariantRow[] => {
  const base = blocksOf(variant(ANYBODY))
  const shown = audiences.map((audience) => blocksOf(variant(audience)))
  return talk.sections.flatMap(({ blocks }, section) => {
    const rows: VariantRow[] = []
    for (let index = 0; index < blocks.length; ) {
      const block = blocks[index]
      if (!block) break
      const replacements = replacementsOf(blocks, index)
      const cells = audiences.map((audience, column): VariantCell => {
        if (isFor(block.condition, audience)) {
          const here = shown[column]?.get(block.key)
          if (!here) return { state: 'left-out', key: null } // its section is not for this audience
          return { state: block.condition?.mode === 'only' || saysTheSame(here, base.get(block.key)) ? 'shared' : 'changed', key: block.key }
        }
        const instead = replacements.find(({ condition }) => isFor(condition, audience))
        return instead && shown[column]?.has(instead.key) ? { state: 'replaced', key: instead.key } : { state: 'left-out', key: null }
      })
      rows.push({ key: block.key, title: block.title, section, own: block.condition?.mode === 'only', cells })
      index += 1 + replacements.length
    }
    return rows
  })
}

/** The variants of a talk's text. @param audiences the columns */
export const matrixOf = (markdown: string, audiences: readonly string[]): VariantRow[] => variantMatrix(parseTalk(markdown).value, audiences, (audience) => parseTalk(markdown, { audience }).value)

/** The blocks right behind a block that stand in its place for audiences which it leaves out: one for an audience, at most. */
export const replacementsOf = <Part extends Pick<Block, 'condition'>>(blocks: readonly Part[], index: number): Part[] => {
  const base = blocks[index]
  if (base?.condition?.mode !== 'except') return []
  const open = new Set(base.condition.audiences)
  const found: Part[] = []
  for (const block of blocks.slice(index + 1)) {
    if (block.condition?.mode !== 'only' || block.condition.audiences.length === 0 || !block.condition.audiences.every((audience) => open.has(audience))) break
    for (const audience of block.condition.audiences) open.delete(audience)
    found.push(block)
  }
  return found
}

const blocksOf = (talk: Talk): ReadonlyMap<string, Block> => new Map(talk.sections.flatMap(({ blocks }) => blocks.map((block) => [block.key, block] as const)))

const saysTheSame = (block: Block, other: Block | undefined): boolean => other !== undefined && said(block) === said(other)

const said = ({ title, content, script }: Block): string => JSON.stringify([title, content, script?.text ?? null])

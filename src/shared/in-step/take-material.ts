import { markSeen } from '../markdown/cite-seen'
import { setBlockBody, setBlockTitle, setScript } from '../markdown/edit-talk'
import type { BlockParts } from '../model/in-step'

export const blockPartNames = ['title', 'shown', 'said'] as const
export type BlockPartName = (typeof blockPartNames)[number]

/** Parts in which white space differs are the same part: editors and files end their lines differently. */
const saysTheSame = (one: string, other: string): boolean => one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim()

/** The parts of a block that a change of its material reaches: those that would be different now and are not so already. */
export const partsToTake = (own: BlockParts, brought: BlockParts | null, fresh: BlockParts): BlockPartName[] =>
  blockPartNames.filter((part) => !saysTheSame(own[part], fresh[part]) && (brought === null || !saysTheSame(brought[part], fresh[part])))

/** Whether a part still is what was brought in: then it can be exchanged without anybody's words being lost. */
export const isUntouched = (part: BlockPartName, own: BlockParts, brought: BlockParts | null): boolean => brought !== null && saysTheSame(own[part], brought[part])

/**
 * Takes parts of a changed material into the block that was made from it, and says in its citation that this has been seen. Without parts the block
 * keeps its own words and has seen the change all the same.
 *
 * @param title of the material, plain text
 * @throws LecternError `block-not-found`
 */
export const takeMaterial = (markdown: string, key: string, material: { readonly id: string; readonly title: string; readonly print: string }, fresh: BlockParts, parts: readonly BlockPartName[]): string => {
  const titled = parts.includes('title') ? setBlockTitle(markdown, key, material.title) : markdown
  const shown = parts.includes('shown') ? setBlockBody(titled, key, fresh.shown) : titled
  const said = parts.includes('said') ? setScript(shown, key, fresh.said) : shown
  return markSeen(said, key, material.id, material.print)
}

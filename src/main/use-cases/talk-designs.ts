import type { DesignLookup } from '../../shared/slides/theme-of-talk'
import type { Library } from '../library/library'

/** The designs of the user's own that a talk may name. */
export type TalkDesigns = { readonly keys: readonly string[]; readonly find: DesignLookup }

/** For talks that are read without a library. */
export const noDesigns: TalkDesigns = { keys: [], find: () => null }

export const designsOf = (library: Library): TalkDesigns => ({ keys: library.designs.keys(), find: (key) => library.designs.named(key) })

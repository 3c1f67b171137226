import { z } from 'zod'
import { MaterialId, Timestamp } from './ids'
import { MaterialDraft } from './material'

/** What a draft is of: a stored material, or one that is not stored yet. */
export const DraftOf = z.union([MaterialId, z.literal('new')])
export type DraftOf = z.infer<typeof DraftOf>

/** A material in the middle of being written: it need not have a title yet. */
export const UnfinishedMaterial = MaterialDraft.extend({ title: z.string().max(300) })
export type UnfinishedMaterial = Readonly<z.infer<typeof UnfinishedMaterial>>

export const KeptDraft = z.object({ of: DraftOf, draft: UnfinishedMaterial, /** When the material that it began from was last changed; null of a new one. */ basedOn: Timestamp.nullable(), savedAt: Timestamp })
export type KeptDraft = Readonly<z.infer<typeof KeptDraft>>

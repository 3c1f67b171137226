import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CollectionId, SavedSearchId } from '../model/collection'
import { Freshness } from '../model/freshness'
import { MaterialId, TalkId, Timestamp } from '../model/ids'
import { CaseStage, MaterialStatus } from '../model/material'
import { MaterialFilter, MaterialOrder } from './library'

export const SavedSearch = z.object({ id: SavedSearchId, name: z.string(), text: z.string(), filter: MaterialFilter, order: MaterialOrder, createdAt: Timestamp })
export type SavedSearch = z.infer<typeof SavedSearch>

const SavedSearchDraft = z.object({ name: z.string().trim().min(1).max(100), text: z.string().max(200), filter: MaterialFilter.prefault({}), order: MaterialOrder.default('relevance') })
export type SavedSearchDraft = z.infer<typeof SavedSearchDraft>
/** Without defaults: what is left out stays as it is. */
const SavedSearchChanges = z.object({ name: SavedSearchDraft.shape.name, text: SavedSearchDraft.shape.text, filter: MaterialFilter, order: MaterialOrder }).partial()

/** Where a material stands: in talks, in collections, and how many linked versions there are besides. */
export const WhereUsed = z.object({
  talks: z.array(z.object({ id: TalkId, title: z.string(), updatedAt: Timestamp })),
  collections: z.array(z.object({ id: CollectionId, title: z.string() })),
  otherVersions: z.int().nonnegative(),
})
export type WhereUsed = z.infer<typeof WhereUsed>

const counted = <T extends z.ZodType>(name: T) => z.array(z.object({ value: name, count: z.int() }))

/** Saved searches, what one can filter by beyond labels, and where things are used. Searching itself is `materials.search`. */
export const finding = {
  /** What one can filter by besides labels and kinds (`materials.labels`), each with its count; schools by count. Counts include older versions. */
  facets: oc.output(
    z.object({ schools: counted(z.string()), statuses: counted(MaterialStatus), stages: counted(CaseStage), freshness: counted(Freshness), used: z.int(), unused: z.int() }),
  ),
  whereUsed: oc.input(z.object({ id: MaterialId })).output(WhereUsed),
  /** As the user put them; behind these, by name, those that were put nowhere. */
  savedSearches: oc.output(z.array(SavedSearch)),
  saveSearch: oc.input(SavedSearchDraft).output(SavedSearch),
  changeSearch: oc.input(z.object({ id: SavedSearchId, changes: SavedSearchChanges })).output(SavedSearch),
  /** Puts them in an order, one deed; those that are not named come behind it. */
  arrangeSearches: oc.input(z.object({ ids: z.array(SavedSearchId).max(1000) })).output(z.void()),
  removeSearch: oc.input(z.object({ id: SavedSearchId })).output(z.void()),
}

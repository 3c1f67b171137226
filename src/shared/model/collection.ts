import { z } from 'zod'
import { CalendarDate } from './calendar-date'
import { Timestamp } from './ids'

export const CollectionId = z.uuid().brand<'collection'>()
export type CollectionId = z.infer<typeof CollectionId>

/** What a user can write of a collection: a reading list with a day on which it should be read. */
export const CollectionDraft = z.object({ title: z.string().min(1).max(300), note: z.string().max(5000), due: CalendarDate })
export type CollectionDraft = Readonly<z.infer<typeof CollectionDraft>>

/** How far somebody has read a collection. */
export const ReadingProgress = z.object({ reader: z.string(), read: z.int().nonnegative() })
export type ReadingProgress = Readonly<z.infer<typeof ReadingProgress>>

export const CollectionSummary = CollectionDraft.extend({
  id: CollectionId,
  /** Materials in it that are in the library; those in the trash do not count. */
  materials: z.int().nonnegative(),
  progress: z.array(ReadingProgress),
  createdAt: Timestamp,
  updatedAt: Timestamp,
})
export type CollectionSummary = Readonly<z.infer<typeof CollectionSummary>>

export const SavedSearchId = z.uuid().brand<'saved-search'>()
export type SavedSearchId = z.infer<typeof SavedSearchId>

/** Somebody who reads; the same person under the same name. */
export const Reader = z.string().trim().min(1).max(100)

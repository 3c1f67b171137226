import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CollectionDraft, CollectionId, CollectionSummary, Reader } from '../model/collection'
import { MaterialId } from '../model/ids'
import { MaterialHit } from './library'

/** Collections: ordered reading lists with a day on which they should be read, and a mark per reader for what was. */
export const collections = {
  /** Due first, then those without a day, newest first. */
  list: oc.output(z.array(CollectionSummary)),
  /** With its materials in reading order, each with the names of those who have read it. Materials in the trash are passed over. */
  get: oc.input(z.object({ id: CollectionId })).output(z.object({ collection: CollectionSummary, entries: z.array(z.object({ material: MaterialHit, readBy: z.array(z.string()) })) })),
  create: oc.input(CollectionDraft.extend({ materials: z.array(MaterialId).max(10_000).default([]) })).output(CollectionSummary),
  update: oc.input(z.object({ id: CollectionId, changes: CollectionDraft.partial() })).output(CollectionSummary),
  remove: oc.input(z.object({ id: CollectionId })).output(z.void()),
  /** Adds at the end; those that are in it already stay where they are. */
  add: oc.input(z.object({ id: CollectionId, materials: z.array(MaterialId).min(1).max(10_000) })).output(CollectionSummary),
  takeOut: oc.input(z.object({ id: CollectionId, materials: z.array(MaterialId).min(1).max(10_000) })).output(CollectionSummary),
  /** The whole reading order anew; it must name the same materials. */
  arrange: oc.input(z.object({ id: CollectionId, materials: z.array(MaterialId).max(10_000) })).output(CollectionSummary),
  /** `reader` empty: the speaker of the settings. */
  mark: oc.input(z.object({ id: CollectionId, materialId: MaterialId, reader: z.union([Reader, z.literal('')]).default(''), read: z.boolean() })).output(CollectionSummary),
}

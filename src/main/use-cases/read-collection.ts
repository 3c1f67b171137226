import type { MaterialHit } from '../../shared/contract/library'
import type { CollectionId, CollectionSummary } from '../../shared/model/collection'
import type { Library } from '../library/library'

/**
 * A collection with its materials as lists show them, in reading order.
 * @throws LecternError collection-not-found
 */
export function readCollection(library: Library, id: CollectionId): { collection: CollectionSummary; entries: { material: MaterialHit; readBy: string[] }[] } {
  const entries = library.collections.entries(id)
  const hits = new Map(library.finder.hits(entries.map(({ no }) => no)).map((hit) => [hit.id, hit]))
  return {
    collection: library.collections.get(id),
    entries: entries.flatMap(({ material, readBy }) => {
      const hit = hits.get(material)
      return hit ? [{ material: hit, readBy }] : []
    }),
  }
}

import { fieldChanges } from '../../shared/bulk-changes/field-changes'
import type { BulkChanges, BulkPreview } from '../../shared/contract/editing'
import type { MaterialId } from '../../shared/model/ids'
import type { Library } from '../library/library'

/** What a change to many materials would do; changes nothing. @param examples how many of them are named at most */
export function previewBulkEdit(library: Library, ids: readonly MaterialId[], changes: BulkChanges, examples: number): BulkPreview {
  const preview: BulkPreview = { changed: 0, fields: [], examples: [] }
  const counts = new Map<string, number>()
  for (const { id, before, after } of library.materials.wouldChange(ids, changes)) {
    const fields = fieldChanges(before, after)
    preview.changed++
    for (const { field } of fields) counts.set(field, (counts.get(field) ?? 0) + 1)
    if (preview.examples.length < examples) preview.examples.push({ id, title: after.title, fields })
  }
  return { ...preview, fields: [...counts].map(([field, count]) => ({ field, count })) }
}

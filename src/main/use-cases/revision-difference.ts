import { fieldChanges, type FieldChange } from '../../shared/bulk-changes/field-changes'
import type { MaterialId } from '../../shared/model/ids'
import type { MaterialDraft } from '../../shared/model/material'
import { diffText } from '../../shared/text-diff/diff-text'
import type { DiffPiece } from '../../shared/model/text-diff'
import type { Library } from '../library/library'

type Difference = { readonly title: DiffPiece[]; readonly body: DiffPiece[]; readonly fields: FieldChange[] }

const nothing: Partial<MaterialDraft> = {}
/**
 * Two revisions of a material side by side.
 * @param from 0: nothing at all, so that everything of `to` is new
 * @throws LecternError `material-not-found`, `revision-not-found`
 */
export function revisionDifference(library: Library, id: MaterialId, from: number, to: number): Difference {
  const before = from === 0 ? nothing : library.revisions.get(id, from)
  const after = library.revisions.get(id, to)
  return {
    title: [...diffText(before.title ?? '', after.title)],
    body: [...diffText(before.body ?? '', after.body)],
    fields: fieldChanges(before, after),
  }
}

import type { MaterialId } from '../../shared/model/ids'
import type { DiffPiece } from '../../shared/model/text-diff'
import { diffText } from '../../shared/text-diff/diff-text'
import type { Library } from '../library/library'
import { similarityOf, tokensOf } from '../library/near-duplicates/wording'

/** Two materials side by side, the first as the older. @throws LecternError material-not-found */
export function compareMaterials(library: Library, from: MaterialId, to: MaterialId): { similarity: number; title: DiffPiece[]; body: DiffPiece[] } {
  const [older, newer] = [library.materials.get(from), library.materials.get(to)]
  return { similarity: similarityOf(tokensOf(older), tokensOf(newer), 0), title: [...diffText(older.title, newer.title)], body: [...diffText(older.body, newer.body)] }
}

import { setImmediate } from 'node:timers/promises'
import type { SimilarMaterial } from '../../shared/contract/versions'
import type { Library } from '../library/library'

type Wording = { readonly key: string; readonly title: string; readonly body: string }

/**
 * The nearest existing materials of each wording that has one. Between two of them other calls of the window get their turn.
 * @param open holds the open library, which may be exchanged meanwhile
 * @param signal stops between two wordings
 */
export async function findSimilar(open: { readonly library: Library }, wordings: readonly Wording[], most: number, signal?: AbortSignal): Promise<{ key: string; matches: SimilarMaterial[] }[]> {
  const found: { key: string; matches: SimilarMaterial[] }[] = []
  for (const { key, title, body } of wordings) {
    const matches = open.library.nearDuplicates.similarTo({ title, body }, most)
    if (matches.length > 0) found.push({ key, matches })
    await setImmediate()
    signal?.throwIfAborted()
  }
  return found
}

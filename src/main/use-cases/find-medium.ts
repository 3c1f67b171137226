import { AssetHash } from '../../shared/model/ids'
import { isMediaMime, type MediaMime } from '../../shared/model/media'
import type { Library } from '../library/library'

/** Where a film or a sound of the library lies, for reading only. @param hash as somebody sent it @returns null for anything else, whatever the library holds of it */
export function findMedium(library: Library, hash: string): { readonly path: string; readonly mime: MediaMime } | null {
  const { data: known } = AssetHash.safeParse(hash)
  const mime = known === undefined ? null : library.assets.mimeOf(known)
  return known === undefined || mime === null || !isMediaMime(mime) ? null : { path: library.assets.path(known), mime }
}

import { readFile, realpath, stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { LARGEST_MEDIUM } from '../../shared/model/media'

/**
 * Reads a picture, film or sound that a talk's text names, relative to the talk's folder. Only what really lies in that folder or beneath is read, links
 * followed: a talk from elsewhere must not pull in a picture from somewhere else on this computer.
 * @returns null when it is not there, is larger than anything a talk may show, or is an address of another kind (`https:`, `asset:`, absolute)
 */
export async function localPicture(folder: string, src: string): Promise<Uint8Array | null> {
  if (src === '' || /^[a-z][a-z0-9+.-]*:/i.test(src)) return null
  try {
    const root = await realpath(folder)
    const file = await realpath(resolve(root, decoded(src)))
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep) || (await stat(file)).size > LARGEST_MEDIUM) return null
    return new Uint8Array(await readFile(file))
  } catch {
    return null
  }
}

/** Addresses in Markdown may be percent-encoded; a lone `%` is meant as it stands. */
const decoded = (src: string): string => {
  try {
    return decodeURIComponent(src)
  } catch {
    return src
  }
}

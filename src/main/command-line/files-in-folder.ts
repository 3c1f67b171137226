import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isLeftOver } from '../../shared/model/document-names'

/**
 * Every file in a folder and the folders beneath it, in the order of their names, without hidden and lock files. Links to folders are not followed, so that no
 * file comes twice and no walk is endless.
 * @returns paths that begin with `folder` as given.
 */
export async function* filesInFolder(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isLeftOver(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesInFolder(path)
    else if (entry.isFile()) yield path
  }
}

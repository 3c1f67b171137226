import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Files that lie about beside documents: what systems keep in a folder, and the lock file of an open Office document. */
const isStray = (name: string): boolean => name.startsWith('.') || name.startsWith('~$') || name.startsWith('.~lock') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name)

/**
 * Every file in a folder and the folders beneath it, in the order of their names, without hidden and lock files. Links to folders are not followed, so that no
 * file comes twice and no walk is endless.
 * @returns paths that begin with `folder` as given.
 */
export async function* filesInFolder(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isStray(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesInFolder(path)
    else if (entry.isFile()) yield path
  }
}

/** Extensions of the files that the import reads, with the dot, in lower case and folders are searched for. The bytes decide what a file is. */
const readableExtensions = ['.docx', '.docm', '.dotx', '.dotm', '.pptx', '.pptm', '.ppsx', '.ppsm', '.potx', '.pdf', '.html', '.htm', '.md', '.markdown', '.txt', '.png', '.jpg', '.jpeg'] as const

/** Old Office formats are read no further than to say what to do with them. */
const spokenOf = ['.doc', '.dot', '.wps', '.ppt', '.pps', '.rtf'] as const

/** Whether the name is one of a document; of others a folder holds any number. */
export const hasReadableName = (fileName: string): boolean => {
  const extension = /\.[^./\\]+$/.exec(fileName)?.[0].toLowerCase() ?? ''
  return [...readableExtensions, ...spokenOf].some((known) => known === extension)
}

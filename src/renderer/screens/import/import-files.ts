import type { ImportedFile } from '../../../shared/contract/imports'
import { isLeftOver, isLockFile } from '../../../shared/model/document-names'

/** A file that the user dropped or chose, with the folders above it as far as they came along: `规划/2026`; empty for a file by itself. */
export type ChosenFile = { readonly file: File; readonly folder: string }

/** What became of a file, in the review. `key` is unique among all files of the review, whatever call read them. */
export type ReviewFile = ImportedFile & { readonly folder: string }

/** Films, sound, programs and archives in a folder: nothing a lecturer's documents would be called, and too large to be carried to the gate only to be refused. */
const notDocuments = /\.(mp4|mov|avi|mkv|wmv|flv|webm|mp3|wav|m4a|flac|aac|exe|dll|msi|dmg|iso|apk|zip|rar|7z|tar|gz|tgz|psd|ai|db|sqlite|log|tmp|bak|lnk|ini)$/i

/** Where a dropped or chosen file lay: browsers tell it as `webkitRelativePath` (folder dialog), the drop zone as `relativePath` or `path`. */
function pathOf(file: File): string[] {
  const known = file.webkitRelativePath || ('relativePath' in file && typeof file.relativePath === 'string' ? file.relativePath : '') || ('path' in file && typeof file.path === 'string' ? file.path : '')
  return known.split(/[/\\]/).filter((segment) => segment !== '' && segment !== '.')
}

/**
 * What to read of a drop or a choice: folders are open already, lock files and hidden ones are passed over, films and programs inside folders are named apart.
 * A file that was chosen by itself is always read: the gate then says what it is.
 */
export function sortChosen(files: readonly File[]): { readable: ChosenFile[]; notDocuments: ChosenFile[] } {
  const readable: ChosenFile[] = []
  const others: ChosenFile[] = []
  for (const file of files) {
    const folders = pathOf(file).slice(0, -1)
    if (isLockFile(file.name) || (folders.length > 0 && [...folders, file.name].some(isLeftOver))) continue
    const chosen = { file, folder: folders.join('/') }
    if (folders.length > 0 && notDocuments.test(file.name)) others.push(chosen)
    else readable.push(chosen)
  }
  return { readable, notDocuments: others }
}

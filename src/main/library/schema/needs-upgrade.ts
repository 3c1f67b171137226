import { closeSync, openSync, readSync } from 'node:fs'
import { migrations } from './migrations'

/** Where a database's first page holds its `user_version`, as a big-endian number (sqlite.org/fileformat2.html, "The Database Header"). */
const USER_VERSION_AT = 60

/**
 * Is the library of an earlier Lectern? Told by a look at the file, which need not be ours to open.
 * @param file the library's `library.db`; false where there is none, and where it cannot be read
 */
export const needsUpgrade = (file: string): boolean => {
  const header = Buffer.alloc(USER_VERSION_AT + 4)
  try {
    const descriptor = openSync(file, 'r')
    try {
      if (readSync(descriptor, header, 0, header.length, 0) < header.length) return false
    } finally {
      closeSync(descriptor)
    }
  } catch {
    // Opening it will say what is wrong.
    return false
  }
  const version = header.readInt32BE(USER_VERSION_AT)
  return version > 0 && version < migrations.length
}

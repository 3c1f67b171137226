import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeAtomically } from '../library/atomic-write'

const Known = z.object({ folders: z.array(z.string()) })
/** The oldest are forgotten: they matter only for as long as somebody looks for them. */
const MOST = 100

/**
 * Remembers, in the user's data folder, where there have been libraries: a known folder without one was moved away or its disk is not connected, and a new
 * empty library in its place would look like the loss of everything (reliability.md, "missing data folder").
 */
export class KnownLibraries {
  constructor(readonly file: string) {}

  has(folder: string): boolean {
    return this.#read().includes(folder)
  }

  /** Never throws: an unwritable data folder is no reason not to open a library. */
  add(folder: string): void {
    const folders = this.#read()
    if (folders[0] === folder) return
    const next = [folder, ...folders.filter((other) => other !== folder)].slice(0, MOST)
    try {
      writeAtomically(this.file, Buffer.from(`${JSON.stringify({ folders: next }, null, 1)}\n`))
    } catch {
      // Then it is not remembered.
    }
  }

  #read(): string[] {
    try {
      return Known.parse(JSON.parse(readFileSync(this.file, 'utf8'))).folders
    } catch {
      return []
    }
  }
}

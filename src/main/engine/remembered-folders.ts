import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeAtomically } from '../library/atomic-write'

const Remembered = z.object({ folders: z.array(z.string()) })

/** Folders that the user has used on this computer, the latest first, in a small file of their data folder. Never throws: what cannot be written is not remembered. */
export class RememberedFolders {
  /** @param most how many are kept; the oldest are forgotten */
  constructor(
    readonly file: string,
    readonly most: number,
  ) {}

  has(folder: string): boolean {
    return this.all().includes(folder)
  }

  add(folder: string): void {
    const folders = this.all()
    if (folders[0] === folder) return
    const next = [folder, ...folders.filter((other) => other !== folder)].slice(0, this.most)
    try {
      writeAtomically(this.file, Buffer.from(`${JSON.stringify({ folders: next }, null, 1)}\n`))
    } catch {
      // Then it is not remembered.
    }
  }

  all(): readonly string[] {
    try {
      return Remembered.parse(JSON.parse(readFileSync(this.file, 'utf8'))).folders
    } catch {
      return []
    }
  }
}

/**
 * Where there have been libraries: a known folder without one was moved away or its disk is not connected, and a new empty library in its place would look like
 * the loss of everything (reliability.md, "missing data folder").
 * @param file in the user's data folder
 */
export const knownLibraries = (file: string): RememberedFolders => new RememberedFolders(file, 100)

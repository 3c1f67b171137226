import { entry, type ZipEntry } from '../../zip/write-zip'

/** Copies of one file that are remembered: those that some schools have in common among those that only one has. */
const KEPT = 4

type Known = { readonly content: string | Uint8Array; readonly entry: ZipEntry }

/**
 * Files of packages as they were compressed for the copies before. One with the same content is not compressed again: the most of a copy's bytes is put
 * together from what is there already. Contents are compared as a whole, so that nothing of one copy can get into another by mistake.
 */
export class EntryMemory {
  readonly #known = new Map<string, readonly Known[]>()

  /** @returns the entry, and whether it had to be made */
  entry(name: string, content: string | Uint8Array): { readonly entry: ZipEntry; readonly isNew: boolean } {
    const known = this.#known.get(name) ?? []
    const found = known.find((one) => sameContent(one.content, content))
    const used = found ?? { content, entry: entry(name, content) }
    if (used !== known[0]) this.#known.set(name, [used, ...known.filter((one) => one !== used)].slice(0, KEPT))
    return { entry: used.entry, isNew: found === undefined }
  }
}

const sameContent = (one: string | Uint8Array, other: string | Uint8Array): boolean => one === other || (typeof one !== 'string' && typeof other !== 'string' && Buffer.compare(one, other) === 0)

import { entry, type ZipEntry } from '../../zip/write-zip'
import { KnownForms } from './known-forms'

type Known = { readonly content: string | Uint8Array; readonly entry: ZipEntry }

/**
 * Files of packages as they were compressed for the copies before. One with the same content is not compressed again: the most of a copy's bytes is put
 * together from what is there already. Contents are compared as a whole, so that nothing of one copy can get into another by mistake.
 */
export class EntryMemory {
  readonly #known = new Map<string, KnownForms<Known>>()

  /** @returns the entry, and whether it had to be made */
  entry(name: string, content: string | Uint8Array): { readonly entry: ZipEntry; readonly isNew: boolean } {
    const forms = this.#known.get(name) ?? new KnownForms()
    const found = forms.find((one) => sameContent(one.content, content))
    if (found !== undefined) return { entry: found.entry, isNew: false }
    const made = { content, entry: compact(entry(name, content)) }
    forms.add(made)
    this.#known.set(name, forms)
    return { entry: made.entry, isNew: true }
  }
}

/** What was deflated lies in memory as large as what it was made from, of which it fills a fraction. */
const compact = (made: ZipEntry): ZipEntry => (made.data.byteLength < made.data.buffer.byteLength ? { ...made, data: new Uint8Array(made.data) } : made)

const sameContent = (one: string | Uint8Array, other: string | Uint8Array): boolean => one === other || (typeof one !== 'string' && typeof other !== 'string' && Buffer.compare(one, other) === 0)

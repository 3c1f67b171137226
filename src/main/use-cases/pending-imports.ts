import type { ReadDocument } from '../../shared/model/document'
import type { AssetHash, MaterialId } from '../../shared/model/ids'
import type { Source } from '../../shared/model/source'
import { LecternError } from '../../shared/outcome'
import type { ImportSpool, SpooledFile } from '../library/import-spool'

/** What memory holds of a document that waits: its name, the hash of its original, and where the rest of it lies. */
type WaitingFile = { readonly fileName: string; readonly hash: AssetHash; readonly place: number }

/** An import under review, its documents by their key. */
type WaitingImport = { readonly files: Map<string, WaitingFile>; readonly keyOfHash: Map<AssetHash, string>; readonly accepted: Map<string, Accepted> }

/** What became of a document: its source, and the materials by the index of their proposal. */
export type Accepted = { readonly source: Source; readonly materials: ReadonlyMap<number, MaterialId> }

/** Documents from which on an import is large enough for the engine to make room before it goes through them. */
export const MANY_DOCUMENTS = 100

/** Reviews that may wait at once. A window that went away without a word would otherwise keep its documents for good. */
const MOST_WAITING = 12

/**
 * Imports between reading and accepting: nothing of them is in the library (product promise "nothing enters before accepting"). Memory holds a line for each
 * document, the spool the rest.
 */
export class PendingImports {
  readonly #waiting = new Map<string, WaitingImport>()
  #keys = 0

  constructor(readonly spool: ImportSpool) {}

  /** A key for a file of an import; none is given twice. */
  newKey(): string {
    return String(this.#keys++)
  }

  /** Adds a document to an import, which begins with its first; it is then the last to be given up. @throws LecternError `disk-full` */
  async add(importId: string, key: string, fileName: string, hash: AssetHash, file: SpooledFile): Promise<void> {
    const place = await this.spool.put(file)
    const waiting: WaitingImport = this.#waiting.get(importId) ?? { files: new Map(), keyOfHash: new Map(), accepted: new Map() }
    waiting.files.set(key, { fileName, hash, place })
    waiting.keyOfHash.set(hash, key)
    this.#waiting.delete(importId)
    this.#waiting.set(importId, waiting)
    for (const oldest of this.#waiting.keys()) {
      if (this.#waiting.size <= MOST_WAITING) break
      await this.discard(oldest)
    }
  }

  /** Keys of the documents that wait, in the order in which they came. @throws LecternError `import-gone` when it was accepted, discarded or is too old */
  keys(importId: string): string[] {
    return [...this.#get(importId).files.keys()]
  }

  /** Whether a document waits still: it may have been accepted or discarded meanwhile. */
  isWaiting(importId: string, key: string): boolean {
    return this.#waiting.get(importId)?.files.has(key) === true
  }

  /** The document of the import whose original has the same bytes; null without one, also where no such import waits. */
  twinOf(importId: string, hash: AssetHash): { key: string; fileName: string } | null {
    const waiting = this.#waiting.get(importId)
    const key = waiting?.keyOfHash.get(hash)
    const file = key === undefined ? undefined : waiting?.files.get(key)
    return key === undefined || file === undefined ? null : { key, fileName: file.fileName }
  }

  /** @throws LecternError `import-gone` when it is not waiting */
  async document(importId: string, key: string): Promise<ReadDocument> {
    return this.spool.document(this.#file(importId, key).place)
  }

  /** @throws LecternError `import-gone` */
  fileName(importId: string, key: string): string {
    return this.#file(importId, key).fileName
  }

  /** The bytes of a document that waits. @throws LecternError `import-gone` */
  async original(importId: string, key: string): Promise<Uint8Array> {
    return this.spool.original(this.#file(importId, key).place)
  }

  /** A picture of a document that waits. @throws LecternError `import-gone` when either is not there */
  async picture(importId: string, key: string, hash: AssetHash): Promise<Uint8Array> {
    const bytes = await this.spool.picture(this.#file(importId, key).place, hash)
    if (bytes === null) throw importGone()
    return bytes
  }

  /** A document has been stored: nothing of it waits any more, but the import knows what became of it. @throws LecternError `import-gone` */
  async markAccepted(importId: string, key: string, accepted: Accepted): Promise<void> {
    this.#get(importId).accepted.set(key, accepted)
    await this.drop(importId, [key])
  }

  /** What became of a document; null while it waits. @throws LecternError `import-gone` */
  accepted(importId: string, key: string): Accepted | null {
    return this.#get(importId).accepted.get(key) ?? null
  }

  /** Lets go of some documents of an import. */
  async drop(importId: string, keys: readonly string[]): Promise<void> {
    const waiting = this.#waiting.get(importId)
    for (const key of keys) {
      const file = waiting?.files.get(key)
      waiting?.files.delete(key)
      if (file) {
        waiting?.keyOfHash.delete(file.hash)
        await this.spool.remove(file.place)
      }
    }
  }

  async discard(importId: string): Promise<void> {
    const waiting = this.#waiting.get(importId)
    this.#waiting.delete(importId)
    for (const { place } of waiting?.files.values() ?? []) await this.spool.remove(place)
  }

  /** Forgets every import, and removes what lies on the disk of them. */
  close(): void {
    this.#waiting.clear()
    this.spool.clear()
  }

  #get(importId: string): WaitingImport {
    const waiting = this.#waiting.get(importId)
    if (waiting === undefined) throw importGone()
    return waiting
  }

  #file(importId: string, key: string): WaitingFile {
    const file = this.#get(importId).files.get(key)
    if (file === undefined) throw importGone()
    return file
  }
}

export const importGone = (): LecternError =>
  new LecternError('import-gone', {
    'zh-CN': '这次导入已经结束，素材库没有改动。请重新导入文件。',
    en: 'This import has ended and the library is unchanged. Please import the files again.',
  })

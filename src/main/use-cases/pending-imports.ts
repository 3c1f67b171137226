import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { ReadDocument } from '../../shared/model/document'
import type { AssetHash } from '../../shared/model/ids'
import { LecternError } from '../../shared/outcome'

/** A document that was read and waits for the user's word, with its original bytes. */
export type PendingFile = { readonly fileName: string; readonly bytes: Uint8Array; readonly hash: string; readonly document: ReadDocument; readonly media: ReadonlyMap<AssetHash, Uint8Array> }

/** A file as it waits: thousands of them may, and a document as objects is some twenty times what it is as compressed text. */
class PackedFile implements PendingFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly hash: string
  readonly media: ReadonlyMap<AssetHash, Uint8Array>
  readonly #document: Uint8Array

  constructor({ fileName, bytes, hash, document, media }: PendingFile) {
    this.fileName = fileName
    this.bytes = bytes
    this.hash = hash
    this.media = media
    // A copy: zlib answers with a view of a buffer that is many times larger.
    this.#document = new Uint8Array(deflateRawSync(JSON.stringify(document)))
  }

  /** Unpacked anew every time. */
  get document(): ReadDocument {
    return JSON.parse(inflateRawSync(this.#document).toString()) as ReadDocument
  }
}

/** Reviews that may wait at once. A window that went away without a word would otherwise keep its documents in memory for good. */
const MOST_WAITING = 12

/** Imports between reading and accepting, in memory: nothing of them is in the library (product promise "nothing enters before accepting"). */
export class PendingImports {
  readonly #waiting = new Map<string, Map<string, PendingFile>>()

  /** Begins an import, or adds to it; it is then the last to be given up. */
  add(importId: string, files: ReadonlyMap<string, PendingFile>): void {
    const waiting = this.#waiting.get(importId) ?? new Map<string, PendingFile>()
    for (const [key, file] of files) waiting.set(key, new PackedFile(file))
    this.#waiting.delete(importId)
    this.#waiting.set(importId, waiting)
    for (const oldest of this.#waiting.keys()) {
      if (this.#waiting.size <= MOST_WAITING) break
      this.#waiting.delete(oldest)
    }
  }

  /** @throws LecternError import-gone when it was accepted, discarded or is too old */
  get(importId: string): ReadonlyMap<string, PendingFile> {
    const files = this.#waiting.get(importId)
    if (files === undefined) throw importGone()
    return files
  }

  /** As {@link get}, with nothing in it where none waits. */
  find(importId: string): ReadonlyMap<string, PendingFile> {
    return this.#waiting.get(importId) ?? new Map()
  }

  /** A picture of a document that waits. @throws LecternError import-gone when either is not there */
  picture(importId: string, key: string, hash: AssetHash): Uint8Array {
    const bytes = this.get(importId).get(key)?.media.get(hash)
    if (bytes === undefined) throw importGone()
    return bytes
  }

  /** Lets go of some files of an import. */
  drop(importId: string, keys: readonly string[]): void {
    const waiting = this.#waiting.get(importId)
    for (const key of keys) waiting?.delete(key)
  }

  discard(importId: string): void {
    this.#waiting.delete(importId)
  }
}

export const importGone = (): LecternError =>
  new LecternError('import-gone', {
    'zh-CN': '这次导入已经结束，素材库没有改动。请重新导入文件。',
    en: 'This import has ended and the library is unchanged. Please import the files again.',
  })

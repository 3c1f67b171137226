import { rmSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { promisify } from 'node:util'
import type { ReadDocument } from '../../shared/model/document'
import type { AssetHash } from '../../shared/model/ids'
import { LecternError } from '../../shared/outcome'
import { translateStorageError, withStorageErrors } from './storage-errors'

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

/** What is kept of a document that was read and waits for the user's word. */
export type SpooledFile = { readonly bytes: Uint8Array; readonly document: ReadDocument; readonly media: ReadonlyMap<AssetHash, Uint8Array> }

const noSpace = (cause: unknown) =>
  new LecternError(
    'disk-full',
    {
      'zh-CN': '磁盘已满，没有地方放正在导入的文件。已经读好的仍可收入，素材库没有改动。请腾出一些空间，再导入其余的文件。',
      en: 'The disk is full, so there is no room for the files being imported. What has been read can still be taken; the library is unchanged. Free some space, then import the other files.',
    },
    { cause },
  )

/** What the disk says on writing; full is told in the words of an import, because nothing of the library is at stake. */
const writingError = (error: unknown): unknown => {
  const told = translateStorageError(error)
  return told instanceof LecternError && told.code === 'disk-full' ? noSpace(error) : told
}

/**
 * Documents between reading and accepting, as files in the library's folder: originals and pictures of two thousand of them are more than memory should hold.
 * A folder per document, under a number that is given out here and never a name from outside. Backups and bundles do not know it; whoever holds the
 * library's lock begins with an empty one, so that a crash leaves nothing for good, and nothing is synced.
 */
export class ImportSpool {
  #places = 0

  /** Only for the holder of the library's lock. @throws LecternError `library-read-only`, `disk-full` */
  constructor(readonly folder: string) {
    withStorageErrors(() => this.clear())
  }

  /** @returns where it lies. @throws LecternError `disk-full`, with nothing left behind */
  async put({ bytes, document, media }: SpooledFile): Promise<number> {
    const place = this.#places++
    try {
      await mkdir(this.#file(place), { recursive: true })
      await writeFile(this.#file(place, 'original'), bytes)
      await writeFile(this.#file(place, 'document'), await deflate(JSON.stringify(document)))
      for (const [hash, picture] of media) await writeFile(this.#file(place, hash), picture)
      return place
    } catch (error) {
      await this.remove(place)
      throw writingError(error)
    }
  }

  original(place: number): Promise<Uint8Array> {
    return this.#read(place, 'original')
  }

  async document(place: number): Promise<ReadDocument> {
    return JSON.parse((await inflate(await this.#read(place, 'document'))).toString()) as ReadDocument
  }

  /** @returns null where the document has no such picture */
  async picture(place: number, hash: AssetHash): Promise<Uint8Array | null> {
    try {
      return await this.#read(place, hash)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
  }

  /** What cannot be removed now (a virus scanner holds it) goes with the next start. */
  async remove(place: number): Promise<void> {
    await rm(this.#file(place), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
  }

  /** Removes everything that waits. */
  clear(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 })
  }

  async #read(place: number, name: string): Promise<Uint8Array> {
    try {
      return await readFile(this.#file(place, name))
    } catch (error) {
      throw translateStorageError(error)
    }
  }

  #file(place: number, ...name: readonly string[]): string {
    return join(this.folder, String(place), ...name)
  }
}

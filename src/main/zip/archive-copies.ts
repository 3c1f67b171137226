import { createHash, type Hash } from 'node:crypto'
import { memoryOfBlocks, wholeBlocks } from './memory-of-blocks'
import { archiveLength, inPackageOrder, writeArchive, type ZipEntry } from './write-zip'

/** Times the memory that was asked for: the next archive may be a little longer. */
const HEADROOM = 1.25

/** `sha256` in hexadecimal; `blocks` are the bytes with zeros behind them, as `host/direct-files.ts` writes them. */
export type HashedBytes = { readonly bytes: Uint8Array; readonly sha256: string; readonly blocks?: Uint8Array }

/**
 * Archives of which each begins as the one before did, written one after another into the same memory: the entries at the beginning that both have stand there
 * already, and their hash is known. What is written is what `writeZip` writes of the same entries.
 */
export class ArchiveCopies {
  #room: Buffer = Buffer.alloc(0)
  #before: readonly ZipEntry[] = []
  /** Of the first bytes of the room. */
  #beginning: { readonly bytes: number; readonly hash: Hash } = { bytes: 0, hash: createHash('sha256') }

  /**
   * @param entries those that the copies before had too are the same objects
   * @returns the archive, in memory that the next one is written into
   * @throws RangeError as `writeZip` does
   */
  write(entries: readonly ZipEntry[]): HashedBytes {
    const sorted = inPackageOrder(entries)
    const total = archiveLength(sorted)
    const standing = this.#makeRoom(total) ? 0 : sameAtBeginning(sorted, this.#before)
    const bytes = this.#room.subarray(0, total)
    const blocks = this.#room.subarray(0, wholeBlocks(total))
    // Nothing is known of the room should writing fail.
    this.#before = []
    const stood = writeArchive(sorted, bytes, standing)
    this.#before = sorted
    // Nothing of another archive.
    blocks.fill(0, total)
    return { bytes, sha256: this.#hashOf(bytes, stood), blocks }
  }

  /** Whether the room is a new one. */
  #makeRoom(total: number): boolean {
    if (this.#room.length >= total) return false
    this.#room = memoryOfBlocks(total * HEADROOM)
    return true
  }

  #hashOf(bytes: Uint8Array, stood: number): string {
    const known = this.#beginning.bytes <= stood ? this.#beginning : { bytes: 0, hash: createHash('sha256') }
    const hash = known.hash.copy().update(bytes.subarray(known.bytes, stood))
    this.#beginning = { bytes: stood, hash: hash.copy() }
    return hash.update(bytes.subarray(stood)).digest('hex')
  }
}

function sameAtBeginning(entries: readonly ZipEntry[], before: readonly ZipEntry[]): number {
  const first = entries.findIndex((item, index) => item !== before[index])
  return first === -1 ? entries.length : first
}

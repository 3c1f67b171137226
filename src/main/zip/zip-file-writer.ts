/**
 * A zip written to disk entry by entry, of any size: what is larger than memory goes through in pieces. The bytes depend on the entries and
 * their order alone (fixed date, no extra fields but zip64's where sizes ask for it; APPNOTE.TXT 6.3.10, §4.3 and §4.5.3). Small archives that are
 * made in memory use `write-zip.ts`.
 */
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'
import { SpentBytes } from '../spent-bytes'

/** 1980-01-01, the first day an MS-DOS date can say; the time is midnight. */
const DOS_DATE = 0x0021
const UTF8_NAMES = 0x0800
/** 4.5: zip64 extensions (APPNOTE §4.4.3.2). */
const VERSION = 45
const FOUR_GB = 0xffffffff
const MANY = 0xffff
const LEVEL = 6
/** Bytes that are deflated at once when they are in memory: a stream holds 270 KB for each entry until it is collected, a gigabyte for some thousand small files. */
const AT_ONCE = 64 * 1024
/** Bytes of the directory that are gathered to one piece. */
const DIRECTORY_PIECE = 64 * 1024

/** Formats that are compressed already: deflating them again costs time and gains nothing. */
const COMPRESSED = /\.(?:png|jpe?g|gif|webp|docx|docm|dotx|pptx|pptm|ppsx|xlsx|pdf|zip)$/i

type Written = { readonly name: Buffer; readonly method: 0 | 8; readonly crc: number; readonly size: number; readonly packed: number; readonly offset: number }

export type WrittenEntry = { readonly name: string; readonly bytes: number; readonly sha256: string }

export class ZipFileWriter {
  readonly #handle: FileHandle
  /** What the directory will say, as bytes: of some hundred thousand entries that is a tenth of what they take as objects. */
  readonly #directory: Buffer[] = []
  #piece = Buffer.alloc(DIRECTORY_PIECE)
  #inPiece = 0
  #entries = 0
  #at = 0
  readonly #spent = new SpentBytes('major')

  constructor(handle: FileHandle) {
    this.#handle = handle
  }

  /** @param content bytes, text, or pieces of bytes as they come */
  async add(name: string, content: Uint8Array | string | AsyncIterable<Uint8Array>): Promise<WrittenEntry> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    if (bytes instanceof Uint8Array && bytes.byteLength <= AT_ONCE) return this.#addAtOnce(name, bytes)
    const pieces = bytes instanceof Uint8Array ? [bytes] : bytes
    const offset = this.#at
    const encoded = Buffer.from(name, 'utf8')
    const stored = COMPRESSED.test(name)
    // The header is written again when the sizes are known; it always has room for them in zip64 form.
    this.#at += 30 + encoded.length + 20
    const digest = createHash('sha256')
    let crc = 0
    let size = 0
    let packed = 0
    const spent = this.#spent
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces) {
        digest.update(piece)
        crc = crc32(piece, crc)
        size += piece.byteLength
        spent.add(piece.byteLength)
        yield piece
      }
    }
    const source: AsyncIterable<Uint8Array> = stored ? counted() : Readable.from(counted(), { objectMode: false }).pipe(createDeflateRaw({ level: LEVEL }))
    for await (const piece of source) {
      packed += piece.byteLength
      await this.#append(piece)
    }
    const entry: Written = { name: encoded, method: stored ? 0 : 8, crc, size, packed, offset }
    await this.#handle.write(localHeader(entry), 0, undefined, offset)
    this.#note(entry)
    return { name, bytes: size, sha256: digest.digest('hex') }
  }

  /** The same bytes as by way of a stream. */
  async #addAtOnce(name: string, bytes: Uint8Array): Promise<WrittenEntry> {
    const method = COMPRESSED.test(name) ? 0 : 8
    const content = method === 0 ? bytes : deflateRawSync(bytes, { level: LEVEL })
    const entry: Written = { name: Buffer.from(name, 'utf8'), method, crc: crc32(bytes), size: bytes.byteLength, packed: content.byteLength, offset: this.#at }
    await this.#append(Buffer.concat([localHeader(entry), content]))
    this.#spent.add(bytes.byteLength + content.byteLength)
    this.#note(entry)
    return { name, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }
  }

  #note(entry: Written): void {
    this.#entries++
    const header = centralHeader(entry)
    if (this.#inPiece + header.length > this.#piece.length) this.#closePiece()
    // Names are at most 64 KB long; whatever does not fit into an empty piece has one of its own.
    if (header.length > this.#piece.length) this.#directory.push(header)
    else this.#inPiece += header.copy(this.#piece, this.#inPiece)
  }

  #closePiece(): void {
    if (this.#inPiece === 0) return
    this.#directory.push(this.#piece.subarray(0, this.#inPiece))
    this.#piece = Buffer.alloc(DIRECTORY_PIECE)
    this.#inPiece = 0
  }

  /** Writes the directory. @returns the archive's length in bytes */
  async finish(): Promise<number> {
    const start = this.#at
    this.#closePiece()
    for (const piece of this.#directory) await this.#append(piece)
    await this.#append(endOf(this.#entries, start, this.#at - start))
    return this.#at
  }

  async #append(bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.byteLength; ) {
      const { bytesWritten } = await this.#handle.write(bytes, written, bytes.byteLength - written, this.#at + written)
      written += bytesWritten
    }
    this.#at += bytes.byteLength
  }
}

/** Fields common to both headers, from "version needed" to the CRC. */
const common = (header: Buffer, at: number, { method, crc }: Written): void => {
  header.writeUInt16LE(VERSION, at)
  header.writeUInt16LE(UTF8_NAMES, at + 2)
  header.writeUInt16LE(method, at + 4)
  header.writeUInt16LE(DOS_DATE, at + 8)
  header.writeUInt32LE(crc, at + 10)
}

const localHeader = (entry: Written): Buffer => {
  const header = Buffer.alloc(30 + entry.name.length + 20)
  header.writeUInt32LE(0x04034b50, 0)
  common(header, 4, entry)
  // Sizes stand in the zip64 field alone; all ones here say so.
  header.writeUInt32LE(FOUR_GB, 18)
  header.writeUInt32LE(FOUR_GB, 22)
  header.writeUInt16LE(entry.name.length, 26)
  header.writeUInt16LE(20, 28)
  entry.name.copy(header, 30)
  const extra = 30 + entry.name.length
  header.writeUInt16LE(0x0001, extra)
  header.writeUInt16LE(16, extra + 2)
  header.writeBigUInt64LE(BigInt(entry.size), extra + 4)
  header.writeBigUInt64LE(BigInt(entry.packed), extra + 12)
  return header
}

/** All ones where the value stands in the zip64 field. */
const narrow = (value: number): number => Math.min(value, FOUR_GB)

const centralHeader = (entry: Written): Buffer => {
  const wide = [entry.size, entry.packed, entry.offset].filter((value) => value >= FOUR_GB)
  const extra = wide.length > 0 ? 4 + 8 * wide.length : 0
  const header = Buffer.alloc(46 + entry.name.length + extra)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(VERSION, 4)
  common(header, 6, entry)
  header.writeUInt32LE(narrow(entry.packed), 20)
  header.writeUInt32LE(narrow(entry.size), 24)
  header.writeUInt16LE(entry.name.length, 28)
  header.writeUInt16LE(extra, 30)
  header.writeUInt32LE(narrow(entry.offset), 42)
  entry.name.copy(header, 46)
  if (extra > 0) {
    const at = 46 + entry.name.length
    header.writeUInt16LE(0x0001, at)
    header.writeUInt16LE(8 * wide.length, at + 2)
    for (const [index, value] of wide.entries()) header.writeBigUInt64LE(BigInt(value), at + 4 + 8 * index)
  }
  return header
}

const endOf = (count: number, start: number, length: number): Buffer => {
  const wide = count >= MANY || start >= FOUR_GB || length >= FOUR_GB
  const end = Buffer.alloc((wide ? 56 + 20 : 0) + 22)
  if (wide) {
    end.writeUInt32LE(0x06064b50, 0)
    end.writeBigUInt64LE(44n, 4)
    end.writeUInt16LE(VERSION, 12)
    end.writeUInt16LE(VERSION, 14)
    end.writeBigUInt64LE(BigInt(count), 24)
    end.writeBigUInt64LE(BigInt(count), 32)
    end.writeBigUInt64LE(BigInt(length), 40)
    end.writeBigUInt64LE(BigInt(start), 48)
    end.writeUInt32LE(0x07064b50, 56)
    end.writeBigUInt64LE(BigInt(start + length), 64)
    end.writeUInt32LE(1, 72)
  }
  const at = end.length - 22
  end.writeUInt32LE(0x06054b50, at)
  end.writeUInt16LE(Math.min(count, MANY), at + 8)
  end.writeUInt16LE(Math.min(count, MANY), at + 10)
  end.writeUInt32LE(Math.min(length, FOUR_GB), at + 12)
  end.writeUInt32LE(Math.min(start, FOUR_GB), at + 16)
  return end
}

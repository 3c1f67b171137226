/** A zip read from disk entry by entry, for archives larger than memory (backups, bundles). Documents go through the stricter `read-zip.ts`. */
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { PassThrough, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { refuseName, ZipError } from './read-zip'

export type ZipFileLimits = {
  readonly entries: number
  /** All entries together, unpacked, in bytes. */
  readonly total: number
}

type Entry = { readonly name: string; readonly method: number; readonly crc: number; readonly packed: number; readonly size: number; readonly header: number }

const FOUR_GB = 0xffffffff
const MANY = 0xffff
/** The directory is kept in memory; 70 bytes and a name an entry. */
const LARGEST_DIRECTORY = 64 * 1024 * 1024

const damaged = (message: string, cause?: unknown) => new ZipError('damaged', message, { cause })

export class ZipFileReader {
  private constructor(
    readonly handle: FileHandle,
    readonly entries: ReadonlyMap<string, Entry>,
    readonly length: number,
  ) {}

  /** Reads and checks the directory: names, doubles, sums. @throws ZipError */
  static async open(handle: FileHandle, limits: ZipFileLimits): Promise<ZipFileReader> {
    const { size: length } = await handle.stat()
    const { count, start, end } = await locate(handle, length)
    if (count > limits.entries) throw new ZipError('too-large', `${count} entries`)
    if (end - start > LARGEST_DIRECTORY) throw new ZipError('too-large', `a directory of ${end - start} bytes`)
    const entries = parseDirectory(await at(handle, start, end - start), count)
    let total = 0
    for (const { size } of entries.values()) total += size
    if (total > limits.total) throw new ZipError('too-large', `${total} bytes`)
    return new ZipFileReader(handle, entries, length)
  }

  get names(): string[] {
    return [...this.entries.keys()]
  }

  /** Bytes of an entry as its directory states them; {@link read} holds it to that. */
  size(name: string): number {
    return this.#entry(name).size
  }

  /** An entry's content in pieces; fails at the first byte beyond the stated size, and at the end unless size and CRC-32 are right. @throws ZipError */
  async *read(name: string): AsyncGenerator<Uint8Array, void, void> {
    const entry = this.#entry(name)
    const header = await at(this.handle, entry.header, 30)
    if (header.readUInt32LE(0) !== 0x04034b50) throw damaged(`no data for ${name}`)
    const start = entry.header + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
    if (start + entry.packed > this.length) throw damaged(`cut off in ${name}`)
    const packed = Readable.from(this.#pieces(start, entry.packed), { objectMode: false })
    let crc = 0
    let size = 0
    for await (const piece of unpacked(packed, entry)) {
      size += piece.byteLength
      if (size > entry.size) throw new ZipError('too-large', `${name} holds more than it says`)
      crc = crc32(piece, crc)
      yield piece
    }
    if (size !== entry.size || crc !== entry.crc) throw damaged(`wrong size or checksum: ${name}`)
  }

  /** An entry as a whole. @param most refuses larger ones, in bytes */
  async readAll(name: string, most: number): Promise<Buffer> {
    if (this.size(name) > most) throw new ZipError('too-large', `${name} holds more than ${most} bytes`)
    const pieces: Uint8Array[] = []
    for await (const piece of this.read(name)) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  async *#pieces(start: number, length: number): AsyncGenerator<Uint8Array> {
    const PIECE = 256 * 1024
    for (let done = 0; done < length; done += PIECE) yield await at(this.handle, start + done, Math.min(PIECE, length - done))
  }

  #entry(name: string): Entry {
    const entry = this.entries.get(name)
    if (entry === undefined) throw damaged(`nothing called ${name}`)
    return entry
  }
}

async function* unpacked(packed: Readable, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.method === 0) return yield* packed as AsyncIterable<Uint8Array>
  if (entry.method !== 8) throw damaged(`unknown compression ${entry.method} in ${entry.name}`)
  const out = new PassThrough()
  const done = pipeline(packed, createInflateRaw(), out)
  done.catch(() => undefined) // it is seen below, after what came out before
  try {
    yield* out as AsyncIterable<Uint8Array>
    await done
  } catch (error) {
    throw damaged(`cannot unpack ${entry.name}`, error)
  } finally {
    out.destroy()
  }
}

const at = async (handle: FileHandle, position: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(length)
  for (let read = 0; read < length; ) {
    const { bytesRead } = await handle.read(bytes, read, length - read, position + read)
    if (bytesRead === 0) throw damaged('cut off')
    read += bytesRead
  }
  return bytes
}

/** The end record, or the zip64 one that it points to (APPNOTE §4.3.14–16). */
const locate = async (handle: FileHandle, length: number): Promise<{ count: number; start: number; end: number }> => {
  if (length < 22) throw damaged('too short for an archive')
  const tailStart = Math.max(0, length - 22 - 0xffff - 20)
  const tail = await at(handle, tailStart, length - tailStart)
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== 0x06054b50) end--
  if (end < 0) throw damaged('no end of central directory')
  const [count, size, start] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  const narrow = { count, start, end: start + size }
  const wide = count === MANY || start === FOUR_GB || size === FOUR_GB
  const place = wide && end >= 20 && tail.readUInt32LE(end - 20) === 0x07064b50 ? Number(tail.readBigUInt64LE(end - 12)) : null
  const found = place === null ? narrow : await locateWide(handle, place, length)
  if (found.start > found.end || found.end > length) throw damaged('a directory outside the file')
  return found
}

const locateWide = async (handle: FileHandle, place: number, length: number): Promise<{ count: number; start: number; end: number }> => {
  if (place + 56 > length) throw damaged('a broken zip64 directory')
  const record = await at(handle, place, 56)
  if (record.readUInt32LE(0) !== 0x06064b50) throw damaged('a broken zip64 directory')
  const start = Number(record.readBigUInt64LE(48))
  return { count: Number(record.readBigUInt64LE(32)), start, end: start + Number(record.readBigUInt64LE(40)) }
}

const parseDirectory = (directory: Buffer, count: number): ReadonlyMap<string, Entry> => {
  const entries = new Map<string, Entry>()
  const folded = new Set<string>()
  let place = 0
  for (let index = 0; index < count; index++) {
    if (place + 46 > directory.length || directory.readUInt32LE(place) !== 0x02014b50) throw damaged('a broken central directory')
    const nameLength = directory.readUInt16LE(place + 28)
    const extraLength = directory.readUInt16LE(place + 30)
    const next = place + 46 + nameLength + extraLength + directory.readUInt16LE(place + 32)
    if (next > directory.length) throw damaged('a broken central directory')
    const name = directory.toString('utf8', place + 46, place + 46 + nameLength)
    refuseName(name)
    if ((directory.readUInt16LE(place + 8) & 1) !== 0) throw damaged(`an encrypted entry: ${name}`)
    const fold = name.normalize('NFC').toLowerCase()
    if (folded.has(fold)) throw new ZipError('hostile', `two entries of one name: ${name}`)
    folded.add(fold)
    const wide = wideFields(directory.subarray(place + 46 + nameLength, place + 46 + nameLength + extraLength), {
      size: directory.readUInt32LE(place + 24),
      packed: directory.readUInt32LE(place + 20),
      header: directory.readUInt32LE(place + 42),
    })
    entries.set(name, { name, method: directory.readUInt16LE(place + 10), crc: directory.readUInt32LE(place + 16), ...wide })
    place = next
  }
  return entries
}

type Sizes = { size: number; packed: number; header: number }

/** Values that do not fit 32 bits stand in the zip64 field, in this order and only where the plain field is all ones (APPNOTE §4.5.3). */
const wideFields = (extra: Buffer, plain: Sizes): Sizes => {
  const wide = { ...plain }
  for (let place = 0; place + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(place + 2)
    let field = place + 4
    if (extra.readUInt16LE(place) === 0x0001)
      for (const key of ['size', 'packed', 'header'] as const)
        if (wide[key] === FOUR_GB && field + 8 <= Math.min(extra.length, place + 4 + length)) {
          wide[key] = Number(extra.readBigUInt64LE(field))
          field += 8
        }
    place += 4 + length
  }
  return wide
}

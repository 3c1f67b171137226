/**
 * A zip whose bytes depend on its entries alone: fixed date, given order, no extra fields (APPNOTE.TXT 6.3.10, §4.3). Node's own zlib
 * compresses; entries are made apart from the archive so that a part already compressed can be used in many copies.
 */
import { crc32, deflateRawSync } from 'node:zlib'

const STORE = 0
const DEFLATE = 8
/** 1980-01-01, the first day an MS-DOS date can say; the time is midnight. */
const DOS_DATE = 0x0021
/** Bit 11: names are UTF-8 (APPNOTE §4.4.4). */
const UTF8_NAMES = 0x0800
const VERSION = 20
const LOCAL_HEADER = 30
const CENTRAL_HEADER = 46
const END_RECORD = 22
const MAX_ENTRIES = 0xffff
const MAX_OFFSET = 0xffffffff

/** zlib's last level that takes the first match it finds: for the parts of a deck of sixty slides two thirds of the time of level 6, zlib's own choice, for a twentieth more bytes. */
const LEVEL = 3

/** zlib's output buffer: one as large as the input spares most parts a second one; Node refuses less than 64 bytes. */
const SMALLEST_CHUNK = 64

/** Bits of deflate's window: as much as the part needs, since zlib clears all of it first, and most parts are small. A match reaches back no further than window less 262 bytes (zlib's MIN_LOOKAHEAD). */
const windowBitsFor = (length: number): number => Math.min(15, Math.max(9, Math.ceil(Math.log2(length + 262))))
/** Of the tables beside it, in zlib's own proportion to the window. */
const memLevelFor = (windowBits: number): number => Math.max(1, Math.min(8, windowBits - 7))

/** Formats that are compressed already; deflating them again costs time and gains nothing. */
const COMPRESSED = /\.(?:png|jpe?g|mp4|mov|m4a|mp3|xlsx|docx|pptx)$/i

/** One file of an archive, checksummed and compressed, ready to be written any number of times. */
export type ZipEntry = {
  readonly name: string
  readonly method: typeof STORE | typeof DEFLATE
  readonly crc32: number
  /** Bytes before compression. */
  readonly size: number
  /** The bytes as they stand in the archive. */
  readonly data: Uint8Array
}

/** Checksums and compresses one file. Pictures and workbooks are stored as they are, everything else is deflated. */
export const entry = (name: string, content: Uint8Array | string): ZipEntry => {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const stored = COMPRESSED.test(name)
  const windowBits = windowBitsFor(bytes.length)
  return {
    name,
    method: stored ? STORE : DEFLATE,
    crc32: crc32(bytes),
    size: bytes.length,
    data: stored ? bytes : deflateRawSync(bytes, { level: LEVEL, windowBits, memLevel: memLevelFor(windowBits), chunkSize: Math.max(SMALLEST_CHUNK, bytes.length) }),
  }
}

/**
 * OPC consumers read the content types first (ECMA-376-2 §10.2.7). Pictures, films and sounds follow: they are the most of a package, and what copies of it have in common, so that these begin alike
 * (`archive-copies.ts`). The rest comes by name, compared by code unit.
 */
const packageOrder = (a: ZipEntry, b: ZipEntry): number => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : name.includes('/media/') ? 2 : 3)

/**
 * The archive of the given entries, sorted.
 * @throws RangeError on a name given twice, and beyond 65 535 entries or 4 GiB, where zip64 would begin.
 */
export const writeZip = (entries: readonly ZipEntry[]): Uint8Array => {
  const sorted = inPackageOrder(entries)
  const archive = Buffer.allocUnsafe(archiveLength(sorted))
  writeArchive(sorted, archive)
  return archive
}

/** @throws RangeError on a name given twice */
export const inPackageOrder = (entries: readonly ZipEntry[]): readonly ZipEntry[] => {
  const sorted = entries.toSorted(packageOrder)
  if (sorted.some(({ name }, i) => name === sorted[i - 1]?.name)) throw new RangeError('A zip entry was given twice')
  return sorted
}

/** Bytes from one local header to the next. */
const lengthOf = ({ name, data }: ZipEntry): number => LOCAL_HEADER + Buffer.byteLength(name) + data.length

/** @throws RangeError beyond 65 535 entries or 4 GiB, where zip64 would begin */
export const archiveLength = (entries: readonly ZipEntry[]): number => {
  const total = entries.reduce((sum, item) => sum + lengthOf(item) + CENTRAL_HEADER + Buffer.byteLength(item.name), END_RECORD)
  if (entries.length > MAX_ENTRIES || total > MAX_OFFSET) throw new RangeError('Too much for a zip without zip64')
  return total
}

/**
 * Writes the archive of entries in their order.
 * @param archive as long as {@link archiveLength} says
 * @param standing of the first so many entries what `archive` holds already where they belong
 * @returns the bytes that stood there
 */
export const writeArchive = (sorted: readonly ZipEntry[], archive: Buffer, standing = 0): number => {
  const offsets: number[] = []
  let at = 0
  for (const item of sorted.slice(0, standing)) {
    offsets.push(at)
    at += lengthOf(item)
  }
  const stood = at
  for (const item of sorted.slice(standing)) {
    offsets.push(at)
    at = archive.writeUInt32LE(0x04034b50, at)
    at = archive.writeUInt16LE(VERSION, at)
    at = writeCommon(archive, at, item)
    at += archive.write(item.name, at, 'utf8')
    archive.set(item.data, at)
    at += item.data.length
  }
  const directory = at
  for (const [i, item] of sorted.entries()) {
    at = archive.writeUInt32LE(0x02014b50, at)
    at = archive.writeUInt16LE(VERSION, at) // made by
    at = archive.writeUInt16LE(VERSION, at) // needed to extract
    at = writeCommon(archive, at, item)
    archive.fill(0, at, at + 10) // comment length, disk number, internal and external attributes
    at = archive.writeUInt32LE(offsets[i]!, at + 10)
    at += archive.write(item.name, at, 'utf8')
  }
  const directoryLength = at - directory
  at = archive.writeUInt32LE(0x06054b50, at)
  at = archive.writeUInt32LE(0, at) // disk numbers
  at = archive.writeUInt16LE(sorted.length, at)
  at = archive.writeUInt16LE(sorted.length, at)
  at = archive.writeUInt32LE(directoryLength, at)
  at = archive.writeUInt32LE(directory, at)
  archive.writeUInt16LE(0, at) // comment length
  return stood
}

/** The fields that a local and a central header share, from the flags to the length of the extra field; returns the offset after them. */
const writeCommon = (archive: Buffer, start: number, item: ZipEntry): number => {
  let at = archive.writeUInt16LE(UTF8_NAMES, start)
  at = archive.writeUInt16LE(item.method, at)
  at = archive.writeUInt16LE(0, at)
  at = archive.writeUInt16LE(DOS_DATE, at)
  at = archive.writeUInt32LE(item.crc32, at)
  at = archive.writeUInt32LE(item.data.length, at)
  at = archive.writeUInt32LE(item.size, at)
  at = archive.writeUInt16LE(Buffer.byteLength(item.name), at)
  return archive.writeUInt16LE(0, at)
}

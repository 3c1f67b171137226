import { crc32, inflateRawSync } from 'node:zlib'

/** What is wrong with an archive: `damaged` cannot be read, `too-large` would unpack beyond the limits, `hostile` tries something no document does. */
export class ZipError extends Error {
  override readonly name = 'ZipError'
  constructor(
    readonly fault: 'damaged' | 'too-large' | 'hostile',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options)
  }
}

/** Limits of reliability.md, "Import gate"; all sizes in bytes. */
export type ZipLimits = {
  readonly entries: number
  /** All entries together, unpacked. */
  readonly total: number
  /** One `.xml` or `.rels` entry, unpacked. */
  readonly xml: number
  /** Unpacked ÷ packed, looked at only for entries that unpack to more than `ratioFrom`. */
  readonly ratio: number
  readonly ratioFrom: number
}
const MB = 1024 * 1024
export const importLimits: ZipLimits = { entries: 5000, total: 400 * MB, xml: 64 * MB, ratio: 200, ratioFrom: 10 * MB }

export type ZipArchive = {
  /** Names of the files (not the folders) as written, in the order of the central directory. */
  readonly names: readonly string[]
  /** An entry's bytes, unpacked; undefined when there is none of that name. */
  read(name: string): Uint8Array | undefined
}

type Entry = { readonly name: string; readonly method: number; readonly crc: number; readonly packed: number; readonly size: number; readonly start: number; readonly end: number; readonly header: number }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const ZIP64_END = 0x06064b50
const ZIP64_LOCATOR = 0x07064b50

const damaged = (message: string, cause?: unknown) => new ZipError('damaged', message, { cause })
const hostile = (message: string) => new ZipError('hostile', message)

/** Names of devices that Windows opens instead of a file. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Refuses names that lead outside a folder or that Windows takes for a device. @throws ZipError hostile */
export const refuseName = (name: string): void => {
  if (name === '' || name.includes('\0')) throw hostile('an entry without a usable name')
  if (/^([a-z]:|[/\\])/i.test(name)) throw hostile(`an absolute name: ${name}`)
  const segments = name.split(/[/\\]/)
  if (segments.includes('..')) throw hostile(`a name that climbs out: ${name}`)
  if (segments.some((segment) => reserved.test(segment))) throw hostile(`a reserved name: ${name}`)
}

/** End of central directory record (APPNOTE 4.3.16): searched from the end because a comment of up to 65 535 bytes may follow it. */
const findEnd = (view: DataView): number => {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === END) return at
  throw damaged('no end of central directory')
}

/** Sizes and offset that do not fit 32 bits stand in the Zip64 extra field (APPNOTE 4.5.3), in this order and only when the plain field is all ones. */
const widen = (view: DataView, extraStart: number, extraEnd: number, plain: { size: number; packed: number; header: number }) => {
  const wide = { ...plain }
  for (let at = extraStart; at + 4 <= extraEnd; ) {
    const id = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    let field = at + 4
    if (id === 0x0001)
      for (const key of ['size', 'packed', 'header'] as const)
        if (wide[key] === 0xffffffff && field + 8 <= at + 4 + length) {
          wide[key] = Number(view.getBigUint64(field, true))
          field += 8
        }
    at += 4 + length
  }
  return wide
}

const locate = (view: DataView): { count: number; start: number } => {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (count !== 0xffff && start !== 0xffffffff) return { count, start }
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR) return { count, start }
  const wideEnd = Number(view.getBigUint64(locator + 8, true))
  if (wideEnd + 56 > view.byteLength || view.getUint32(wideEnd, true) !== ZIP64_END) throw damaged('a broken Zip64 directory')
  return { count: Number(view.getBigUint64(wideEnd + 32, true)), start: Number(view.getBigUint64(wideEnd + 48, true)) }
}

const readDirectory = (bytes: Uint8Array, view: DataView, limits: ZipLimits): Entry[] => {
  const { count, start } = locate(view)
  if (count > limits.entries) throw new ZipError('too-large', `${count} entries`)
  const entries: Entry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw damaged('a broken central directory')
    const flags = view.getUint16(at + 8, true)
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const nameEnd = at + 46 + nameLength
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd))
    refuseName(name)
    if ((flags & 1) !== 0) throw damaged(`an encrypted entry: ${name}`)
    // The upper half of the external attributes holds the Unix mode when the archive was made there; 0o120000 is a symbolic link.
    if ((view.getUint32(at + 38, true) >>> 28) === 0o12 && view.getUint8(at + 5) === 3) throw hostile(`a symbolic link: ${name}`)
    const { size, packed, header } = widen(view, nameEnd, nameEnd + extraLength, { size: view.getUint32(at + 24, true), packed: view.getUint32(at + 20, true), header: view.getUint32(at + 42, true) })
    if (header + 30 > view.byteLength || view.getUint32(header, true) !== LOCAL) throw damaged(`no data for ${name}`)
    const localName = view.getUint16(header + 26, true)
    const dataStart = header + 30 + localName + view.getUint16(header + 28, true)
    if (dataStart + packed > view.byteLength) throw damaged(`cut off in ${name}`)
    entries.push({ name, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packed, size, start: dataStart, end: dataStart + packed, header })
    at = nameEnd + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

const refuseOverlapsAndDoubles = (entries: readonly Entry[]): void => {
  const names = new Set<string>()
  for (const { name } of entries) {
    const folded = name.normalize('NFC').toLowerCase()
    if (names.has(folded)) throw hostile(`two entries of one name: ${name}`)
    names.add(folded)
  }
  let end = 0
  for (const entry of entries.toSorted((a, b) => a.header - b.header)) {
    if (entry.header < end) throw hostile(`overlapping entries: ${entry.name}`)
    end = entry.end
  }
}

const isXml = (name: string) => /\.(xml|rels)$/i.test(name)

/** Unpacks one entry, counting the bytes that really come out: the sizes that an archive states are only claims. */
const unpack = (bytes: Uint8Array, entry: Entry, most: number): Uint8Array => {
  const packed = bytes.subarray(entry.start, entry.end)
  let content: Uint8Array
  if (entry.method === 0) content = packed
  else if (entry.method === 8)
    try {
      content = inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
    } catch (error) {
      if (error instanceof RangeError) throw new ZipError('too-large', `${entry.name} unpacks to more than ${most} bytes`, { cause: error })
      throw damaged(`cannot unpack ${entry.name}`, error)
    }
  else throw damaged(`unknown compression ${entry.method} in ${entry.name}`)
  if (content.byteLength > most) throw new ZipError('too-large', `${entry.name} holds more than ${most} bytes`)
  if (content.byteLength !== entry.size || crc32(content) !== entry.crc) throw damaged(`wrong size or checksum: ${entry.name}`)
  return content
}

/**
 * Opens an archive after having unpacked and checked every entry of it (size, ratio, CRC-32, names, overlaps): what passes can be read without a second thought.
 * Unpacked media is not kept.
 * @throws ZipError
 */
export const readZip = (bytes: Uint8Array, limits: ZipLimits = importLimits): ZipArchive => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 22) throw damaged('too short for an archive')
  let entries: Entry[]
  try {
    entries = readDirectory(bytes, view, limits)
  } catch (error) {
    if (error instanceof RangeError) throw damaged('an offset outside the file', error)
    throw error
  }
  refuseOverlapsAndDoubles(entries)
  const most = (entry: Entry, left: number) => {
    const byRatio = Math.max(limits.ratioFrom, entry.packed * limits.ratio)
    return Math.min(left, byRatio, isXml(entry.name) ? limits.xml : limits.total)
  }
  let left = limits.total
  for (const entry of entries) left -= unpack(bytes, entry, most(entry, left)).byteLength
  const byName = new Map(entries.filter(({ name }) => !/[/\\]$/.test(name)).map((entry) => [entry.name, entry]))
  return {
    names: [...byName.keys()],
    read: (name) => {
      const entry = byName.get(name)
      return entry === undefined ? undefined : unpack(bytes, entry, most(entry, limits.total))
    },
  }
}

import { PictureError } from '../pixels'

/** Numbers of the fields that a picture is made of (TIFF 6.0, part 1; 347 and 530 of its part 2 and Technical Note 2). */
export const field = {
  kind: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  planes: 284,
  t4Options: 292,
  predictor: 317,
  colours: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  extraSamples: 338,
  sampleFormat: 339,
  jpegTables: 347,
  subsampling: 530,
} as const

const known: ReadonlySet<number> = new Set(Object.values(field))

/** The fields of one page, by their number: whole numbers only, which all of ours are. */
export type TiffDirectory = ReadonlyMap<number, readonly number[]>

/** Bytes of a value of each type that is read: BYTE, SHORT, LONG, UNDEFINED (TIFF 6.0, section 2). */
const sizes: Readonly<Record<number, 1 | 2 | 4>> = { 1: 1, 3: 2, 4: 4, 7: 1 }

/** Values of one field; a scan of a giant sheet has some ten thousand strips. */
const MOST_VALUES = 100_000
/** Pages that are counted. */
const MOST_PAGES = 10_000

export type Tiff = {
  /** Pictures in the file, thumbnails among them. */
  readonly pages: number
  /** What a page states. @param page from 0. @throws PictureError `damaged` */
  readonly directoryOf: (page: number) => TiffDirectory
}

export const pointsOutside = () => new PictureError('damaged', 'a TIFF that points beyond its end')

/**
 * The structure of a TIFF: how many pages there are, and what each states. Every offset is looked at before it is followed, and none is followed twice.
 * @throws PictureError `damaged`
 */
export const readTiff = (bytes: Uint8Array): Tiff => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const littleEndian = bytes[0] === 0x49
  const within = (at: number, length: number): void => {
    if (at + length > view.byteLength) throw pointsOutside()
  }
  const values = (at: number, size: 1 | 2 | 4, count: number): number[] => {
    if (count > MOST_VALUES) throw new PictureError('damaged', 'a TIFF field without end')
    within(at, size * count)
    return Array.from({ length: count }, (_, index) => (size === 1 ? view.getUint8(at + index) : size === 2 ? view.getUint16(at + index * 2, littleEndian) : view.getUint32(at + index * 4, littleEndian)))
  }
  const entriesAt = (at: number): number => {
    within(at, 2)
    const count = view.getUint16(at, littleEndian)
    within(at, 2 + count * 12 + 4)
    return count
  }
  const directoryAt = (at: number): TiffDirectory => {
    const directory = new Map<number, readonly number[]>()
    for (let entry = at + 2; entry < at + 2 + entriesAt(at) * 12; entry += 12) {
      const tag = view.getUint16(entry, littleEndian)
      const size = sizes[view.getUint16(entry + 2, littleEndian)]
      if (!known.has(tag) || size === undefined) continue
      const count = view.getUint32(entry + 4, littleEndian)
      // Up to four bytes stand in the entry itself.
      directory.set(tag, values(size * count <= 4 ? entry + 8 : view.getUint32(entry + 8, littleEndian), size, count))
    }
    return directory
  }
  within(0, 8)
  const opening = view.getUint32(4, littleEndian)
  const seen = new Set<number>()
  for (let at = opening; at !== 0 && !seen.has(at) && seen.size < MOST_PAGES; at = view.getUint32(at + 2 + entriesAt(at) * 12, littleEndian)) seen.add(at)
  if (seen.size === 0) throw new PictureError('damaged', 'a TIFF without a picture')
  const places = [...seen]
  return { pages: places.length, directoryOf: (page) => directoryAt(places[page] ?? bytes.byteLength) }
}

import { inflateSync } from 'node:zlib'
import utif, { type IFD } from 'utif2'
import { pictureInfo } from '../../picture'
import { PictureError, refuseGiant, type Pixels } from '../pixels'
import { field, pointsOutside, readTiff, type TiffDirectory } from './tiff-directory'

/** Ways of packing (TIFF 6.0; Technical Note 2 for 7 and 8): none, three of fax machines, LZW, JPEG, Deflate by two numbers, PackBits. */
const compression = { none: 1, faxes: [2, 3, 4], lzw: 5, jpeg: 7, deflate: 8, oldDeflate: 32_946, packBits: 32_773 } as const
const understood: ReadonlySet<number> = new Set([compression.none, ...compression.faxes, compression.lzw, compression.jpeg, compression.deflate, compression.oldDeflate, compression.packBits])

/** White or black is zero, RGB, palette, CMYK, YCbCr. */
const colourings: ReadonlySet<number> = new Set([0, 1, 2, 3, 5, 6])
const depths: ReadonlySet<number> = new Set([1, 2, 4, 8, 16])
const MOST_SAMPLES = 8

type Piece = { readonly at: number; readonly length: number; readonly width: number; readonly rows: number }
type Layout = { readonly width: number; readonly height: number; readonly packing: number; /** Bits of a pixel. */ readonly depth: number; readonly pieces: readonly Piece[] }

/** Looks at everything that a page states before memory is taken for it. */
const layoutOf = (page: TiffDirectory, end: number): Layout => {
  const one = (tag: number, otherwise: number): number => page.get(tag)?.[0] ?? otherwise
  const [width, height] = [one(field.width, 0), one(field.height, 0)]
  refuseGiant(width, height)
  const [packing, bits, samples] = [one(field.compression, 1), one(field.bits, 1), one(field.samples, 1)]
  const isKnown = understood.has(packing) && colourings.has(one(field.photometric, 1)) && depths.has(bits) && samples >= 1 && samples <= MOST_SAMPLES
  // Planes one after another, and numbers that are not whole, come from science; no program that people write with makes them.
  const isPlain = (one(field.planes, 1) === 1 || samples === 1) && one(field.sampleFormat, 1) === 1 && (page.get(field.bits) ?? []).every((depth) => depth === bits)
  if (!isKnown || !isPlain || (isPrinted(page) && (bits !== 8 || samples < 4))) throw new PictureError('unknown', `a TIFF packed by ${packing}, ${samples} samples of ${bits} bits`)
  return { width, height, packing, depth: bits * samples, pieces: piecesOf(page, { width, height, end }) }
}

const piecesOf = (page: TiffDirectory, { width, height, end }: { readonly width: number; readonly height: number; readonly end: number }): Piece[] => {
  const tileWidth = page.get(field.tileWidth)?.[0]
  const isTiled = tileWidth !== undefined
  const rows = isTiled ? (page.get(field.tileHeight)?.[0] ?? 0) : Math.min(height, page.get(field.rowsPerStrip)?.[0] ?? height)
  if (isTiled) refuseGiant(tileWidth, rows)
  const offsets = page.get(isTiled ? field.tileOffsets : field.stripOffsets) ?? []
  const lengths = page.get(isTiled ? field.tileBytes : field.stripBytes) ?? []
  const across = isTiled ? Math.ceil(width / tileWidth) : 1
  if (rows < 1 || offsets.length !== across * Math.ceil(height / rows) || lengths.length !== offsets.length) throw new PictureError('damaged', 'a TIFF whose pieces do not make up its picture')
  return offsets.map((at, index) => {
    const length = lengths[index] ?? 0
    if (at + length > end) throw pointsOutside()
    return { at, length, width: tileWidth ?? width, rows: isTiled ? rows : Math.min(rows, height - index * rows) }
  })
}

/** Pieces packed by Deflate, unpacked to no more than they may hold, one after the other behind the mark of the file's byte order. The library would unpack whatever they hold. */
const inflated = (bytes: Uint8Array, { pieces, depth }: Layout): { readonly bytes: Uint8Array; readonly offsets: number[]; readonly lengths: number[] } => {
  const parts = pieces.map(({ at, length, width, rows }) => {
    const whole = Math.ceil((width * depth) / 8) * rows
    const part = inflateSync(bytes.subarray(at, at + length), { maxOutputLength: whole })
    return part.byteLength === whole ? part : Buffer.concat([part], whole)
  })
  const lengths = parts.map(({ byteLength }) => byteLength)
  const mark = bytes.subarray(0, 2)
  let at = mark.byteLength
  const offsets = lengths.map((length) => (at += length) - length)
  return { bytes: new Uint8Array(Buffer.concat([mark, ...parts])), offsets, lengths }
}

/** In the colours of print. */
const isPrinted = (page: TiffDirectory): boolean => page.get(field.photometric)?.[0] === 5

/** Cyan, magenta, yellow and black of eight bits (section 16) as they look without a profile; the library knows them in a window only. */
const fromPrint = (inks: Uint8Array, count: number, samples: number): Uint8Array => {
  const data = new Uint8Array(count * 4).fill(255)
  for (let pixel = 0; pixel < count; pixel++) {
    const light = 255 - (inks[pixel * samples + 3] ?? 0)
    for (let ink = 0; ink < 3; ink++) data[pixel * 4 + ink] = ((255 - (inks[pixel * samples + ink] ?? 0)) * light) / 255
  }
  return data
}

/**
 * The first page of a TIFF, and how many there are.
 * @throws PictureError `damaged`, `too-large`, `unknown` for ways of packing that only cameras and instruments use
 */
export const decodeTiff = (bytes: Uint8Array): Pixels & { readonly pages: number } => {
  const { directoryOf, pages } = readTiff(bytes)
  return { ...decodeTiffPage(bytes, directoryOf(0)), pages }
}

/** One page of a TIFF. @throws PictureError as {@link decodeTiff} */
export const decodeTiffPage = (bytes: Uint8Array, directory: TiffDirectory): Pixels => {
  const layout = layoutOf(directory, bytes.byteLength)
  try {
    const { width, height, packing, pieces } = layout
    // What a piece of JPEG states of itself is a claim, too.
    if (packing === compression.jpeg)
      for (const { at, length } of pieces) {
        const stated = pictureInfo(bytes.subarray(at, at + length))
        refuseGiant(stated.width, stated.height)
      }
    const isDeflated = packing === compression.deflate || packing === compression.oldDeflate
    const unpacked = isDeflated ? inflated(bytes, layout) : null
    const isTiled = directory.has(field.tileWidth)
    const fields = new Map<number, readonly number[]>(directory)
    if (unpacked !== null) fields.set(field.compression, [compression.none]).set(isTiled ? field.tileOffsets : field.stripOffsets, unpacked.offsets).set(isTiled ? field.tileBytes : field.stripBytes, unpacked.lengths)
    const page = Object.fromEntries([...fields].map(([tag, values]) => [`t${tag}`, [...values]])) as unknown as IFD
    utif.decodeImage((unpacked?.bytes ?? bytes.slice()).buffer as ArrayBuffer, page)
    return { width, height, data: isPrinted(directory) ? fromPrint(page.data, width * height, layout.depth / 8) : utif.toRGBA8(page) }
  } catch (error) {
    throw error instanceof PictureError ? error : new PictureError('damaged', 'a TIFF that cannot be unpacked', { cause: error })
  }
}

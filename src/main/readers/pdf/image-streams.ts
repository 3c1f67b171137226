import { isWholeJpeg } from '../pictures/whole-jpeg'

/** A picture's stream as it lies in the file: its dictionary says what it is before anything is unpacked. */
export type ImageStream = { /** Pixels. */ readonly width: number; readonly height: number; /** A JPEG that can be taken as it is: grey or colour, without a mask. */ readonly jpeg: Uint8Array | null }

const mark = /\/Subtype\s*\/Image\b/g
/** Characters of a dictionary. */
const LONGEST_DICTIONARY = 2000
const numberIn = (dictionary: string, name: string): number => Number(new RegExp(`/${name}\\s+(\\d{1,6})\\b`).exec(dictionary)?.[1] ?? 0)

const jpegOf = (bytes: Uint8Array, file: string, dictionary: string, stream: number): Uint8Array | null => {
  const isPlain = /\/Filter\s*(?:\/DCTDecode|\[\s*\/DCTDecode\s*\])/.test(dictionary) && !/\/(?:SMask|Mask|Decode|ImageMask)\b/.test(dictionary)
  if (!isPlain) return null
  const start = stream + 'stream'.length + (file[stream + 6] === '\r' ? 2 : 1)
  const end = file.indexOf('endstream', start)
  // The line end before `endstream` is none of the stream's (7.3.8.1).
  const jpeg = bytes.subarray(start, end === -1 ? start : file.endsWith('\r\n', end) ? end - 2 : /[\r\n]/.test(file[end - 1] ?? '') ? end - 1 : end)
  return isWholeJpeg(jpeg) ? jpeg : null
}

/**
 * The picture streams of a PDF by the number of their object. They stand in the open even where everything else is compressed (ISO 32000-1, 7.5.7); in an
 * encrypted file their content is not what it says, which the bytes tell.
 * @param file the bytes as Latin-1.
 */
export const imageStreams = (bytes: Uint8Array, file: string): ReadonlyMap<number, ImageStream> => {
  const found = new Map<number, ImageStream>()
  for (const { index } of file.matchAll(mark)) {
    const object = file.lastIndexOf(' obj', index)
    const stream = file.indexOf('stream', index)
    if (object === -1 || stream === -1 || stream - object > LONGEST_DICTIONARY) continue
    const dictionary = file.slice(object, stream)
    const number = Number(/(\d{1,9})\s+\d{1,5}$/.exec(file.slice(Math.max(0, object - 20), object))?.[1] ?? -1)
    found.set(number, { width: numberIn(dictionary, 'Width'), height: numberIn(dictionary, 'Height'), jpeg: jpegOf(bytes, file, dictionary, stream) })
  }
  return found
}

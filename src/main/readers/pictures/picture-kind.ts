/** What a picture is by its first bytes. `metafile` is EMF or WMF: a list of drawing commands for Windows. */
export type PictureKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp' | 'tiff' | 'svg' | 'metafile'

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
const startsWith = (bytes: Uint8Array, ...magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte)

const isMetafile = (bytes: Uint8Array): boolean =>
  // A placeable WMF ([MS-WMF] 2.3.2.3), a plain one (2.3.2.2: type, nine words of header, version), an EMF ([MS-EMF] 2.3.4.2: record 1, signature at 40).
  startsWith(bytes, 0xd7, 0xcd, 0xc6, 0x9a) || (startsWith(bytes, 1, 0, 9, 0, 0) && bytes[5] === 3) || (startsWith(bytes, 1, 0, 0, 0) && ascii(bytes, 40, 44) === ' EMF')

/** Comments, declarations and a document type may stand before the root (SVG 2, 5.1). */
const svgOpening = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!doctype\s+svg[^[>]*(?:\[[\s\S]*?\]\s*)?>\s*)*<(?:[a-z]+:)?svg[\s>/]/i
/** An editor's comment and a list of namespaces fit into this. */
const OPENING = 4096

/** @returns null for what is no picture known to Lectern. */
export const pictureKind = (bytes: Uint8Array): PictureKind | null => {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'png'
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (ascii(bytes, 0, 4) === 'GIF8') return 'gif'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  if (startsWith(bytes, 0x42, 0x4d) && bytes[6] === 0 && bytes[7] === 0) return 'bmp'
  // Byte order, then 42 in it (TIFF 6.0, section 2).
  if (startsWith(bytes, 0x49, 0x49, 42, 0) || startsWith(bytes, 0x4d, 0x4d, 0, 42)) return 'tiff'
  if (isMetafile(bytes)) return 'metafile'
  const opening = ascii(bytes, 0, OPENING).replace(/^\u00EF\u00BB\u00BF/, '')
  return svgOpening.test(opening) ? 'svg' : null
}

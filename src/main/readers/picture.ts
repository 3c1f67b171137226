import { LecternError } from '../../shared/outcome'
import type { Orientation } from '../../shared/slides/drawing/orientation'

/** Size in pixels and kind of a picture, read from its header alone. */
export type PictureHeader = { readonly width: number; readonly height: number; readonly mime: 'image/png' | 'image/jpeg' }

const notAPicture = () =>
  new LecternError('not-a-picture', { 'zh-CN': '这个文件不是可用的图片。请使用 PNG 或 JPEG 图片。', en: 'This file is not a usable picture. Please use a PNG or JPEG.' })

/** PNG: the IHDR chunk comes first and begins with width and height (ISO/IEC 15948, 11.2.2). */
const readPng = (view: DataView): PictureHeader | null =>
  view.byteLength >= 33 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a && view.getUint32(12) === 0x49484452 ? { width: view.getUint32(16), height: view.getUint32(20), mime: 'image/png' } : null

/** Frame headers SOF0–SOF15 without DHT (C4), JPG (C8) and DAC (CC): ITU-T T.81, table B.1. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** What a segment APP1 says of the orientation (CIPA DC-008, 4.6.5); null where it says nothing. */
const orientationIn = (view: DataView, start: number, length: number): Orientation | null => {
  if (length < 16 || view.getUint32(start) !== 0x45786966) return null
  const tiff = start + 6
  const little = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, little)
  if (directory + 2 > start + length) return null
  const count = view.getUint16(directory, little)
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > start + length) return null
    if (view.getUint16(entry, little) !== 0x0112) continue
    const value = view.getUint16(entry + 8, little)
    return value >= 1 && value <= 8 ? (value as Orientation) : null
  }
  return null
}

/** Width and height of the pixels, and how they lie. */
const readFrame = (view: DataView): { readonly width: number; readonly height: number; readonly orientation: Orientation } | null => {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  let orientation: Orientation | null = null
  for (let at = 2; at + 4 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    // TEM and RSTn stand alone; every other segment states its length, the two bytes of the length included.
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2
      continue
    }
    const length = view.getUint16(at + 2)
    if (length < 2 || at + 2 + length > view.byteLength) return null
    if (marker === 0xe1) orientation ??= orientationIn(view, at + 4, length - 2)
    if (isFrame(marker)) {
      if (length < 8) return null
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), orientation: orientation ?? 1 }
    }
    at += 2 + length
  }
  return null
}

/** Orientations 5–8 turn the picture by a quarter, so what is seen has width and height exchanged. */
const readJpeg = (view: DataView): PictureHeader | null => {
  const frame = readFrame(view)
  if (frame === null) return null
  const [width, height] = frame.orientation >= 5 ? [frame.height, frame.width] : [frame.width, frame.height]
  return { width, height, mime: 'image/jpeg' }
}

/** How the pixels of a picture lie to what is seen; 1 for everything but a photo that says otherwise. */
export const pictureOrientation = (bytes: Uint8Array): Orientation => {
  try {
    return readFrame(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))?.orientation ?? 1
  } catch {
    return 1 // an offset beyond the end
  }
}

/**
 * @returns pixels as seen (a turned JPEG photo is measured turned) and the kind of the bytes.
 * @throws LecternError `not-a-picture` for everything but PNG and JPEG with a sound header.
 */
export const pictureInfo = (bytes: Uint8Array): PictureHeader => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let header: PictureHeader | null
  try {
    header = readPng(view) ?? readJpeg(view)
  } catch {
    header = null // an offset beyond the end
  }
  if (header === null || header.width < 1 || header.height < 1) throw notAPicture()
  return header
}

import { encodePng } from '../encode-png'
import { PictureError } from '../pixels'
import { decodeTiffPage } from './decode-tiff'
import { field, readTiff } from './tiff-directory'

/** Pages that are taken of one file… */
const MOST_TAKEN = 100
/** …and pixels of all of them: some fifteen sheets of A4 scanned at 300 dots an inch in colour, and a third of the time that a document may take. */
const MOST_PIXELS = 160_000_000

/** A page that was taken: its number from 1, and its picture as PNG. */
export type TiffPage = { readonly page: number; readonly bytes: Uint8Array }
export type TiffPages = { readonly taken: readonly TiffPage[]; /** Numbers, from 1, of those that are damaged, of an unknown kind, or beyond the limits. */ readonly leftOut: readonly number[] }

/** A smaller copy of another page, or its mask (TIFF 6.0, section 8, NewSubfileType). */
const isBeside = (kind: number): boolean => (kind & 0b101) !== 0

/**
 * The pages of a TIFF as pictures of their own, as scanners and fax machines write them.
 * @throws PictureError of the first page that cannot be shown, when there is none that can
 */
export const tiffPages = (bytes: Uint8Array): TiffPages => {
  const { pages, directoryOf } = readTiff(bytes)
  const taken: TiffPage[] = []
  const leftOut: number[] = []
  let pixels = 0
  let fault: PictureError | null = null
  for (let at = 0; at < pages; at += 1)
    try {
      const directory = directoryOf(at)
      if (at > 0 && isBeside(directory.get(field.kind)?.[0] ?? 0)) continue
      const area = (directory.get(field.width)?.[0] ?? 0) * (directory.get(field.height)?.[0] ?? 0)
      if (taken.length >= MOST_TAKEN || (taken.length > 0 && pixels + area > MOST_PIXELS)) {
        leftOut.push(at + 1)
        continue
      }
      // Counted before it is known whether it can be unpacked: trying takes as long.
      pixels += area
      taken.push({ page: at + 1, bytes: encodePng(decodeTiffPage(bytes, directory)) })
    } catch (error) {
      if (!(error instanceof PictureError)) throw error
      fault ??= error
      leftOut.push(at + 1)
    }
  if (taken.length === 0) throw fault ?? new PictureError('damaged', 'a TIFF without a page')
  return { taken, leftOut }
}

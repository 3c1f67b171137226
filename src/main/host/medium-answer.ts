import { stat } from 'node:fs/promises'
import type { MediaMime } from '../../shared/model/media'
import { byteRange, type ByteRange } from './byte-range'
import { headersFor } from './static-files'

/** A film or a sound as it lies on the disk, its bytes never to change. */
export type StoredMedium = { readonly path: string; readonly mime: MediaMime }

/** @param hash as somebody sent it @returns null for what is no film or sound of the library */
export type FindMedium = (hash: string) => Promise<StoredMedium | null>

/** `part` is what of the file is sent; null where nothing is. */
export type MediumAnswer = { readonly status: 200 | 206 | 404 | 416; readonly headers: Readonly<Record<string, string>>; readonly part: (ByteRange & { readonly path: string }) | null }

/** A QuickTime film of H.264 plays as the MP4 it is all but in name. */
const playedAs = (mime: MediaMime): string => (mime === 'video/quicktime' ? 'video/mp4' : mime)

/**
 * How a window is given a film or a sound, whole or in pieces (RFC 9110 §14, §15.3.7): a player that goes to a place asks for what stands there, and nothing else is read.
 * @param asked headers of the request; `If-Range` with another tag than the file's asks for the whole
 */
export async function mediumAnswer(find: FindMedium, hash: string, asked: { readonly range: string | null; readonly ifRange: string | null }): Promise<MediumAnswer> {
  const medium = await find(hash)
  const size = medium === null ? null : await stat(medium.path).then((file) => file.size, () => null)
  if (medium === null || size === null) return { status: 404, headers: headersFor('text/plain; charset=utf-8'), part: null }
  // Content-addressed: the name is the strongest tag there is.
  const tag = `"${hash}"`
  const headers = { ...headersFor(playedAs(medium.mime)), 'accept-ranges': 'bytes', etag: tag }
  const range = asked.ifRange === null || asked.ifRange === tag ? byteRange(asked.range, size) : 'whole'
  if (range === 'unsatisfiable') return { status: 416, headers: { ...headers, 'content-range': `bytes */${size}`, 'content-length': '0' }, part: null }
  if (range === 'whole') return { status: 200, headers: { ...headers, 'content-length': String(size) }, part: size === 0 ? null : { path: medium.path, start: 0, end: size - 1 } }
  return { status: 206, headers: { ...headers, 'content-range': `bytes ${range.start}-${range.end}/${size}`, 'content-length': String(range.end - range.start + 1) }, part: { path: medium.path, ...range } }
}

/** The tracks of an MP4 or QuickTime file, read from its boxes (ISO/IEC 14496-12) without touching the samples. */

/** `film` holds the pixels of the picture as seen; null for a sound. */
export type Movie = { readonly film: { readonly width: number; readonly height: number } | null }

type Box = { readonly type: string; /** Behind size and type. */ readonly start: number; readonly end: number }

/** More than any real file has side by side; a file of nothing but tiny boxes is given up. */
const MOST_BOXES = 4096
/** As wide as level 6.2 of H.264 allows; beyond, the header is wrong. */
const LARGEST_SIDE = 16_384

/** Boxes side by side; one that does not fit into what holds it ends the list. */
function boxesIn(view: DataView, from: number, end: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= end && boxes.length < MOST_BOXES; ) {
    const stated = view.getUint32(at)
    const isLong = stated === 1 && at + 16 <= end
    // 0 stands for "to the end of the file" (§4.2).
    const size = isLong ? Number(view.getBigUint64(at + 8)) : stated === 0 ? end - at : stated
    const header = isLong ? 16 : 8
    if (size < header || at + size > end) break
    boxes.push({ type: String.fromCharCode(view.getUint8(at + 4), view.getUint8(at + 5), view.getUint8(at + 6), view.getUint8(at + 7)), start: at + header, end: at + size })
    at += size
  }
  return boxes
}

const find = (view: DataView, { start, end }: Pick<Box, 'start' | 'end'>, ...[type, ...path]: readonly string[]): Box | undefined => {
  const found = boxesIn(view, start, end).find((box) => box.type === type)
  return found === undefined || path.length === 0 ? found : find(view, found, ...path)
}

const fourAt = (view: DataView, at: number): string => Array.from({ length: 4 }, (_, index) => String.fromCharCode(view.getUint8(at + index))).join('')

/** What `tkhd` says of the picture (§8.3.2): a matrix that turns by a quarter exchanges width and height. */
const sizeOf = (view: DataView, header: Box): { readonly width: number; readonly height: number } => {
  const shift = view.getUint8(header.start) === 1 ? 12 : 0
  const isTurned = view.getInt32(header.start + 40 + shift) === 0 && view.getInt32(header.start + 56 + shift) === 0
  const [width, height] = [76, 80].map((offset) => Math.round(view.getUint32(header.start + offset + shift) / 65_536))
  const size = { width: width ?? 0, height: height ?? 0 }
  return isTurned ? { width: size.height, height: size.width } : size
}

/**
 * @returns null where a track is coded in a way that not every PowerPoint plays (only H.264 and AAC are), where there is no track, and where the file is damaged.
 */
export const movieOf = (bytes: Uint8Array): Movie | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const movie = find(view, { start: 0, end: bytes.byteLength }, 'moov')
    if (movie === undefined) return null
    let film: Movie['film'] = null
    let sounds = 0
    for (const track of boxesIn(view, movie.start, movie.end)) {
      if (track.type !== 'trak') continue
      const handler = find(view, track, 'mdia', 'hdlr')
      const samples = find(view, track, 'mdia', 'minf', 'stbl', 'stsd')
      const header = find(view, track, 'tkhd')
      if (handler === undefined || samples === undefined || header === undefined) return null
      const coding = fourAt(view, samples.start + 12)
      switch (fourAt(view, handler.start + 8)) {
        case 'vide': {
          const size = sizeOf(view, header)
          if (!/^avc[13]$/.test(coding) || Math.min(size.width, size.height) < 1 || Math.max(size.width, size.height) > LARGEST_SIDE) return null
          film ??= size
          break
        }
        case 'soun':
          if (coding !== 'mp4a') return null
          sounds += 1
          break
        default: // subtitles, time codes, hints: nothing that is seen or heard
      }
    }
    return film === null && sounds === 0 ? null : { film }
  } catch (error) {
    if (error instanceof RangeError) return null // an offset beyond the end
    throw error
  }
}

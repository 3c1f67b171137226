/** Bytes behind the end of a picture that cameras and scanners leave. */
const LONGEST_TAIL = 64

/** Whether the picture is closed by its end mark, EOI. */
const isClosed = (bytes: Uint8Array): boolean => {
  for (let at = bytes.byteLength - 2; at >= Math.max(2, bytes.byteLength - LONGEST_TAIL); at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
  return false
}

/**
 * Whether a JPEG can be kept as it is: the frame baseline or progressive, of eight bits and one or three components, with a scan, and nothing cut off
 * (ITU-T T.81, B.2). Those of four components are for print, and few viewers show them as they are meant; of one that is cut off, viewers show what they like.
 */
export const isWholeJpeg = (bytes: Uint8Array): boolean => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || !isClosed(bytes)) return false
  let isShown = false
  for (let at = 2; at + 10 < bytes.byteLength && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    // Bytes of 255 may fill up before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda) return isShown
    const length = ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    if (length < 2) return false
    if (marker >= 0xc0 && marker <= 0xc2) isShown = bytes[at + 4] === 8 && (bytes[at + 9] === 1 || bytes[at + 9] === 3)
    at += 2 + length
  }
  return false
}

import { decodeText } from '../text-encoding'

/** Where a page states its encoding: within the first 1024 bytes (HTML standard, 13.2.3.2). */
const stated = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_-]{2,20})/i
const isUtf8 = (bytes: Uint8Array) => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * The text of a page. A byte order mark decides, then valid UTF-8 — many pages were converted and still state their old encoding — then what the page states;
 * without any of these it is read as plain text files are.
 * @throws LecternError `not-a-document` when the bytes are not text.
 */
export const decodeHtml = (bytes: Uint8Array): string => {
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const label = stated.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 1024)))?.[1]
  if (hasMark || label === undefined || isUtf8(bytes)) return decodeText(bytes).text
  try {
    return new TextDecoder(label).decode(bytes).replaceAll('\0', '')
  } catch {
    return decodeText(bytes).text // an encoding nobody knows
  }
}

import { notText } from './refusals'

export type DecodedText = { readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' }

/** A byte order mark decides; without one, what is valid UTF-8 is UTF-8 and everything else GB18030, the encoding of Chinese Windows. */
const chooseEncoding = (bytes: Uint8Array): DecodedText['encoding'] => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

/**
 * The text of a text file, without its byte order mark and with `\n` line ends.
 * @throws LecternError `not-a-document` when more than one character in a hundred is not text in any of these encodings.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const encoding = chooseEncoding(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  const strange = text.match(/(?![\t\n\f\r])[\uFFFD\p{Cc}]/gu)?.length ?? 0
  if (strange * 100 > text.length) throw notText()
  return { text: text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', ''), encoding }
}

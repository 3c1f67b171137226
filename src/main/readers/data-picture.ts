/** Kinds of pictures that may stand in a text; what they really are, their bytes say. */
const base64 = /^\s*data:image\/[\w.+-]{2,20}(?:;[\w=-]{1,30})*;base64,/i
/** SVG is text and is mostly written with its characters percent-encoded. */
const encoded = /^\s*data:image\/svg\+xml(?:;[\w=-]{1,30})*,/i

/**
 * The bytes of a picture that stands in a text as a `data:` address (RFC 2397).
 * @returns null for every other address.
 */
export const dataPicture = (address: string): Uint8Array | null => {
  const packed = base64.exec(address)?.[0]
  if (packed !== undefined) return new Uint8Array(Buffer.from(address.slice(packed.length), 'base64'))
  const plain = encoded.exec(address)?.[0]
  if (plain === undefined) return null
  const text = address.slice(plain.length)
  try {
    return new TextEncoder().encode(decodeURIComponent(text))
  } catch {
    return new TextEncoder().encode(text) // a lone % is meant as it stands
  }
}

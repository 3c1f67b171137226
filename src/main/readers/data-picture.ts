/**
 * The bytes of a picture that stands in a text as a `data:` address (RFC 2397) in base64.
 * @returns null for every other address, and for kinds that are not kept.
 */
export const dataPicture = (address: string): Uint8Array | null => {
  const head = /^\s*data:image\/(?:png|jpe?g);base64,/i.exec(address)?.[0]
  return head === undefined ? null : new Uint8Array(Buffer.from(address.slice(head.length), 'base64'))
}

import { randomBytes } from 'node:crypto'

/**
 * A UUID version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then randomness, so that ids sort by time and libraries can be merged.
 * @param now milliseconds since 1970
 */
export function uuidV7(now: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

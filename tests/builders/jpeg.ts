/** Bits of a difference of DC coefficients: its length as a code of four bits, then the value (ITU-T T.81, F.1.2.1). */
const difference = (value: number): string => {
  if (value === 0) return '0000'
  const length = Math.abs(value).toString(2).length
  return length.toString(2).padStart(4, '0') + (value > 0 ? value : value + 2 ** length - 1).toString(2).padStart(length, '0')
}

/** A segment of a JPEG; its length counts its own two bytes. */
const segment = (marker: number, ...body: readonly number[]): readonly number[] => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]

const exif = (orientation: number): readonly number[] => segment(0xe1, ...Buffer.from('Exif\0\0', 'latin1'), 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0)

/**
 * A baseline JPEG of 16 × 16 pixels.
 * @param greys of its quarters as they lie in the file, row by row, 0–255
 * @param orientation of EXIF
 */
export function greyJpeg(greys: readonly number[], orientation: number): Uint8Array {
  // Steps of 8 make the DC coefficient the grey itself, from 128; no block has any other.
  const bits = greys.map((grey, index) => `${difference(grey - (index === 0 ? 128 : greys[index - 1]!))}0`).join('')
  const scan = (bits.padEnd(Math.ceil(bits.length / 8) * 8, '1').match(/.{8}/g) ?? []).flatMap((byte) => (byte === '11111111' ? [0xff, 0] : [parseInt(byte, 2)]))
  return new Uint8Array([
    0xff,
    0xd8,
    ...exif(orientation),
    ...segment(0xdb, 0, ...Array.from({ length: 64 }, () => 8)),
    ...segment(0xc0, 8, 0, 16, 0, 16, 1, 1, 0x11, 0),
    ...segment(0xc4, 0x00, 0, 0, 0, 9, ...Array.from({ length: 12 }, () => 0), 0, 1, 2, 3, 4, 5, 6, 7, 8),
    ...segment(0xc4, 0x10, 1, ...Array.from({ length: 15 }, () => 0), 0),
    ...segment(0xda, 1, 1, 0x00, 0, 63, 0),
    ...scan,
    0xff,
    0xd9,
  ])
}

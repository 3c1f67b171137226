/** Films and sounds as small as their formats allow: headers that every reader looks at, and nothing to see. */

const box = (type: string, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}

const trackHeader = (width: number, height: number, turned: boolean): Buffer => {
  const content = Buffer.alloc(84)
  const matrix = turned ? [0, 65_536, 0, -65_536, 0, 0, 0, 0, 0x40000000] : [65_536, 0, 0, 0, 65_536, 0, 0, 0, 0x40000000]
  matrix.forEach((value, index) => content.writeInt32BE(value, 40 + index * 4))
  content.writeUInt32BE(width * 65_536, 76)
  content.writeUInt32BE(height * 65_536, 80)
  return box('tkhd', content)
}

const track = (handler: 'vide' | 'soun', coding: string, header: Buffer): Buffer =>
  box(
    'trak',
    header,
    box('mdia', box('hdlr', Buffer.from(`\0\0\0\0\0\0\0\0${handler}`.padEnd(24, '\0'), 'latin1')), box('minf', box('stbl', box('stsd', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), box(coding, Buffer.alloc(16)))))),
  )

/** `coding` is the four letters of the film’s codec; null for a sound alone. `samples` makes one film different from another. */
export const movie = ({ width = 1280, height = 720, coding = 'avc1', brand = 'isom', turned = false, samples = 'x' }: { width?: number; height?: number; coding?: string | null; brand?: string; turned?: boolean; samples?: string } = {}): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`, 'latin1')),
      box('mdat', Buffer.from(samples)),
      box('moov', ...(coding === null ? [] : [track('vide', coding, trackHeader(width, height, turned))]), track('soun', 'mp4a', trackHeader(0, 0, false))),
    ]),
  )

/** A tone that can be heard: 8 kHz, 16 bit, one channel, 16 000 bytes a second. */
export const wave = (seconds = 1): Uint8Array => {
  const samples = Math.round(8000 * seconds)
  const bytes = Buffer.alloc(44 + samples * 2)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(36 + samples * 2, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  for (const [value, at, size] of [[16, 16, 4], [1, 20, 2], [1, 22, 2], [8000, 24, 4], [16_000, 28, 4], [2, 32, 2], [16, 34, 2]] as const) bytes.writeUIntLE(value, at, size)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(samples * 2, 40)
  for (let index = 0; index < samples; index += 1) bytes.writeInt16LE(Math.round(8000 * Math.sin((index * 440 * 2 * Math.PI) / 8000)), 44 + index * 2)
  return new Uint8Array(bytes)
}

/** One frame of MPEG-1 layer III, 128 kbit/s at 44.1 kHz, silent, behind an ID3 tag or alone. */
export const mp3 = (tagged = true): Uint8Array => {
  const frame = Buffer.alloc(417)
  frame.set([0xff, 0xfb, 0x90, 0x00])
  return new Uint8Array(Buffer.concat([...(tagged ? [Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 10]), Buffer.alloc(10)] : []), frame]))
}

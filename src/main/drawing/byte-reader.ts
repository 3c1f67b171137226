/** Reads big-endian numbers one after the other, as fonts hold them. */
export class ByteReader {
  readonly #view: DataView

  constructor(
    bytes: Uint8Array,
    /** Offset of the next byte. */
    public at = 0,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  skip(bytes: number): this {
    this.at += bytes
    return this
  }

  uint8(): number {
    return this.#view.getUint8(this.at++)
  }

  uint16(): number {
    this.at += 2
    return this.#view.getUint16(this.at - 2)
  }

  int16(): number {
    this.at += 2
    return this.#view.getInt16(this.at - 2)
  }

  uint32(): number {
    this.at += 4
    return this.#view.getUint32(this.at - 4)
  }

  ascii(length: number): string {
    return String.fromCharCode(...Array.from({ length }, () => this.uint8()))
  }

  /** UIntBase128: seven bits a byte, the highest first (W3C WOFF2 §4.1). */
  base128(): number {
    let value = 0
    for (;;) {
      const byte = this.uint8()
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }

  /** 255UInt16: one byte up to 252, two or three beyond (W3C WOFF2 §4.1). */
  short255(): number {
    const code = this.uint8()
    if (code === 253) return this.uint16()
    if (code === 254) return 506 + this.uint8()
    return code === 255 ? 253 + this.uint8() : code
  }
}

/** What pdfjs asks of the program it runs in, answered for a reader that draws nothing. It looks these up by their global names; nothing else in the reader's process does. */
import { inflateSync } from 'node:zlib'
import { isWholeJpeg } from '../pictures/whole-jpeg'

/** Bytes of one stream unpacked at once. What unpacks to more goes through pdfjs' own decoder, piece by piece, under the watchman of memory as before. */
const MOST_AT_ONCE = 16 * 1024 * 1024

/**
 * Takes the place of `DecompressionStream`: unpacks what is written to it in one go. Node's own hands every stream of a PDF, mostly some kilobytes, to another thread and
 * back in pieces, which takes longer than the unpacking. It is only used as pdfjs uses it: one write, and the whole of it read.
 */
class InflateAtOnce {
  #unpacked: Uint8Array | null = null
  readonly writable = {
    getWriter: () => ({
      ready: Promise.resolve(),
      close: () => Promise.resolve(),
      write: (bytes: Uint8Array) => {
        this.#unpacked = null
        try {
          this.#unpacked = inflateSync(bytes, { maxOutputLength: MOST_AT_ONCE })
        } catch (error) {
          return Promise.reject(error instanceof Error ? error : new Error(String(error)))
        }
        return Promise.resolve()
      },
    }),
  }
  readonly readable = {
    /** @throws Error for what is damaged or too large, upon which pdfjs decodes it itself and keeps what can be kept. */
    [Symbol.asyncIterator]: () => {
      const pieces = [this.#unpacked]
      return {
        next: () => {
          const piece = pieces.pop()
          if (piece === null) return Promise.reject(new Error('the stream could not be unpacked at once'))
          return Promise.resolve(piece === undefined ? { done: true as const, value: undefined } : { done: false as const, value: piece })
        },
      }
    },
  }
}

const { DecompressionStream: Decompression } = globalThis

/** As the global one; `deflate`, in which nearly everything in a PDF is packed, is unpacked at once. */
function DecompressionAtOnce(format: ConstructorParameters<typeof DecompressionStream>[0]): InflateAtOnce | DecompressionStream {
  return format === 'deflate' ? new InflateAtOnce() : new Decompression(format)
}

/** A typeface is loaded as soon as it is there: were it not, pdfjs would turn every glyph of it into outlines to be filled. */
class TypefaceAtOnce {
  readonly loaded = Promise.resolve(this)
}

/**
 * Takes the place of `ImageDecoder`, which pdfjs gives the JPEGs that any viewer shows as the page does: in red, green and blue, without a mask or a mapping of their
 * values. They are handed back as they are, where they can be kept so; upon a refusal pdfjs unpacks them itself.
 */
class JpegAsItIs {
  static readonly isTypeSupported = (type: string) => Promise.resolve(type === 'image/jpeg')
  readonly #data: Uint8Array<ArrayBuffer>

  constructor({ data }: { readonly data: Uint8Array<ArrayBuffer> }) {
    this.#data = data
  }

  /** A copy of its own, which travels as the picture's `bitmap`. */
  readonly decode = () => (isWholeJpeg(this.#data) ? Promise.resolve({ image: this.#data.slice().buffer }) : Promise.reject(new Error('a JPEG that cannot be kept as it is')))
  readonly close = () => undefined
}

/** To be called before pdfjs' worker is loaded, which looks for an `ImageDecoder` only then; a second time it changes nothing. */
export const prepareSurroundings = (): void => {
  Object.assign(globalThis, { DecompressionStream: DecompressionAtOnce, FontFace: TypefaceAtOnce, ImageDecoder: JpegAsItIs })
  // A `bitmap` is closed by pdfjs when its page is done with; what travels in its place, the bytes of a JPEG, has nothing to close.
  Object.defineProperty(ArrayBuffer.prototype, 'close', { value: () => undefined, configurable: true })
}

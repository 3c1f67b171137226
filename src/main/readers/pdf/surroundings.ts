/** What pdfjs asks of the program it runs in, answered for a reader that draws nothing. It looks these up by their global names; nothing else in the reader's process does. */
import { inflateSync } from 'node:zlib'

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

/** To be called before the first document is opened. */
export const prepareSurroundings = (): void => {
  Object.assign(globalThis, { DecompressionStream: DecompressionAtOnce, FontFace: TypefaceAtOnce })
}

import { getDocument, PasswordResponses, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readerFile } from '../reader-file'
import { damagedFile, encryptedFile } from '../refusals'
import { sameThreadWorker } from './same-thread-worker'

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '')

/**
 * Opens a PDF for its text. Nothing outside the bytes but cMaps and font metrics is read; scripts, forms of XFA and attachments are not touched.
 * @throws LecternError `encrypted-file` when it asks for a password, `damaged-file`.
 */
export const openPdf = async (bytes: Uint8Array): Promise<PDFDocumentProxy> => {
  const task = getDocument({
    worker: await sameThreadWorker(),
    // pdfjs keeps, and detaches, what it is given.
    data: bytes.slice(),
    // Without the cMaps, text in the fonts of East Asia that a file does not embed cannot be read.
    cMapUrl: `${readerFile('pdfjs-dist', 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${readerFile('pdfjs-dist', 'standard_fonts')}/`,
    useWorkerFetch: false,
    useWasm: false,
    // Typefaces as they are, not as outlines of each glyph; nothing is drawn with them.
    disableFontFace: false,
    ownerDocument: { fonts: new Set() },
    useSystemFonts: false,
    enableXfa: false,
    // Larger pictures are scans of posters; unpacked they take four bytes a pixel.
    maxImageSize: 30_000_000,
    isOffscreenCanvasSupported: false,
    // Stands for the one of our surroundings, which decodes nothing.
    isImageDecoderSupported: true,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    return await task.promise
  } catch (error) {
    await task.destroy().catch(() => undefined)
    const code = (error as { code?: unknown }).code
    if (nameOf(error) === 'PasswordException' && (code === PasswordResponses.NEED_PASSWORD || code === PasswordResponses.INCORRECT_PASSWORD)) throw encryptedFile()
    throw damagedFile(error)
  }
}

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getDocument, PasswordResponses, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// Parsing runs in the thread it is called in: the reader's process is its own fence, and a worker would be loaded from a file of its own.
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { damagedFile, encryptedFile } from '../refusals'

Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } })

/**
 * The folder that holds `cmaps` and `standard_fonts`: copied beside the built reader (`electron.vite.config.ts`), else in the package itself.
 * Without the cMaps, text in the fonts of East Asia that a file does not embed cannot be read.
 */
const dataFolder = (): string => {
  const here = dirname(fileURLToPath(import.meta.url))
  // The bundler puts what is shared or loaded late into a folder below.
  const built = [join(here, 'pdfjs'), join(here, '../pdfjs')].find((folder) => existsSync(folder))
  return built ?? dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '')

/**
 * Opens a PDF for its text. Nothing outside the bytes but cMaps and font metrics is read; scripts, forms of XFA and attachments are not touched.
 * @throws LecternError `encrypted-file` when it asks for a password, `damaged-file`.
 */
export const openPdf = async (bytes: Uint8Array): Promise<PDFDocumentProxy> => {
  const folder = dataFolder()
  const task = getDocument({
    // pdfjs keeps, and detaches, what it is given.
    data: bytes.slice(),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
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

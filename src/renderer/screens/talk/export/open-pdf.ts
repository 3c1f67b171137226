import { getDocument, type PDFDocumentProxy, PDFWorker, VerbosityLevel } from 'pdfjs-dist'

let worker: PDFWorker | null = null

/** Opens a PDF of our own for drawing, in a thread that all of them share. Typefaces are within it; nothing is fetched. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  worker ??= PDFWorker.create({ port: new Worker(new URL('./pdf-thread.ts', import.meta.url), { type: 'module' }) })
  return getDocument({ data: bytes, worker, useWorkerFetch: false, useWasm: false, useSystemFonts: false, enableXfa: false, verbosity: VerbosityLevel.ERRORS }).promise
}

/** pdfjs-dist ships no types for its worker; this is the one export that pdfjs itself looks for. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object
}

/** pdfjs-dist ships no types for its worker. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: { readonly initializeFromPort: (port: object) => void }
}

/** …and none for its decoders of pictures. */
declare module 'pdfjs-dist/legacy/image_decoders/pdf.image_decoders.mjs' {
  export class JpegImage {
    readonly width: number
    readonly height: number
    parse(data: Uint8Array): void
    getData(options: { readonly width: number; readonly height: number; readonly forceRGB: boolean }): Uint8ClampedArray
  }
}

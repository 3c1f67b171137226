import { readFile } from 'node:fs/promises'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { readerFile } from '../readers/reader-file'

const renderer = { ready: null as Promise<void> | null }

/** The renderer of SVG, its code loaded when the first drawing comes. */
export async function loadResvg(): Promise<typeof Resvg> {
  renderer.ready ??= readFile(readerFile('@resvg/resvg-wasm', 'index_bg.wasm')).then((code) => initWasm(new Uint8Array(code)))
  await renderer.ready
  return Resvg
}

import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { thirdPartyNotices } from './third-party-notices'

const at = (path: string) => resolve(import.meta.dirname, path)

const typeface = '@fontsource/noto-sans-sc'
const copied = ['pdfjs-dist/cmaps', 'pdfjs-dist/standard_fonts', '@resvg/resvg-wasm/index_bg.wasm', '@jsquash/webp/codec/dec/webp_dec.wasm']

/** What is looked up while reading lies beside the built reader: character maps of East Asian fonts and metrics of the standard ones, decoders of pictures, the typeface that slides are drawn small in. */
const readerFiles = {
  name: 'reader-files',
  writeBundle: ({ dir = at('out/main') }: { readonly dir?: string }) => {
    for (const path of copied) cpSync(at(`node_modules/${path}`), resolve(dir, 'reader-files', path), { recursive: true })
    for (const weight of ['400', '700']) cpSync(at(`node_modules/${typeface}/${weight}.css`), resolve(dir, 'reader-files', typeface, `${weight}.css`))
    cpSync(at(`node_modules/${typeface}/files`), resolve(dir, 'reader-files', typeface, 'files'), { recursive: true, filter: (path) => /[\\/]files$|-[47]00-normal\.woff2$/.test(path) })
  },
}

export default defineConfig({
  main: {
    // The native module stays outside the bundle, and SQLite is within it.
    plugins: [readerFiles, thirdPartyNotices('main', ['better-sqlite3', 'pdfjs-dist', '@resvg/resvg-wasm', '@jsquash/webp'])],
    build: {
      // Everything in "dependencies" stays external: a bundled better-sqlite3 builds and then fails at run time.
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          'browser-host': at('src/main/browser-host.ts'),
          cli: at('src/main/cli.ts'),
          engine: at('src/main/engine/entry.ts'),
          reader: at('src/main/readers/entry.ts'),
          task: at('src/main/engine/long-work/task-entry.ts'),
          pack: at('src/main/use-cases/packs/pack-entry.ts'),
          upgrade: at('src/main/engine/opening/upgrade-entry.ts'),
          checker: at('src/main/library/backup/check-entry.ts'),
        },
      },
    },
  },
  preload: {
    plugins: [thirdPartyNotices('preload')],
    build: {
      // A sandboxed preload can neither require() packages nor be an ES module.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), thirdPartyNotices('renderer', ['@fontsource/noto-sans-jp', '@fontsource/noto-serif-jp'])],
    worker: { format: 'es' },
    build: { rolldownOptions: { input: { index: at('src/renderer/index.html'), print: at('src/renderer/print.html') } }, assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
  },
})

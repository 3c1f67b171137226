import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

/** What pdfjs looks up while it reads — character maps of East Asian fonts, metrics of the standard ones — lies beside the built reader. */
const pdfjsData = {
  name: 'pdfjs-data',
  writeBundle: ({ dir = at('out/main') }: { readonly dir?: string }) => {
    for (const folder of ['cmaps', 'standard_fonts']) cpSync(at(`node_modules/pdfjs-dist/${folder}`), resolve(dir, 'pdfjs', folder), { recursive: true })
  },
}

export default defineConfig({
  main: {
    plugins: [pdfjsData],
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
          checker: at('src/main/library/backup/check-entry.ts'),
        },
      },
    },
  },
  preload: {
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
    plugins: [react()],
    build: { rolldownOptions: { input: at('src/renderer/index.html') }, assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
  },
})

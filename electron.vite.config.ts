import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
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

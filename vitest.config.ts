import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

const launchOptions = {
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : []), '--disable-background-networking', '--disable-component-update', '--disable-sync'],
}

/** What the window and its tests import: told in advance, because a dependency found in the middle of a run reloads the page under a test. */
const browserDependencies = [
  'react', 'react/jsx-runtime', 'react/jsx-dev-runtime', 'react-dom', 'react-dom/client', 'vitest-browser-react', 'react-resizable-panels',
  '@mantine/core', '@mantine/hooks', '@mantine/notifications', '@mantine/dropzone', '@mantine/spotlight', '@tabler/icons-react',
  '@tanstack/react-query', '@tanstack/react-virtual', '@orpc/client', '@orpc/client/message-port', '@orpc/client/websocket', '@orpc/contract', '@orpc/server', 'zod', 'yaml',
  'mdast-util-from-markdown', 'mdast-util-to-string', 'mdast-util-directive', 'mdast-util-gfm', 'mdast-util-gfm-table',
  'micromark-extension-directive', 'micromark-extension-gfm', 'micromark-extension-gfm-table', 'micromark-extension-cjk-friendly',
  '@codemirror/autocomplete', '@codemirror/commands', '@codemirror/lang-markdown', '@codemirror/language', '@codemirror/state', '@codemirror/view', '@lezer/highlight',
  'pdfjs-dist', 'pdfjs-dist/build/pdf.worker.min.mjs',
]

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/bench/**', 'tests/e2e/**', 'tests/components/**', '**/node_modules/**'],
          setupFiles: ['tests/property-seed.ts'],
          testTimeout: 60_000, // a ceiling for hangs on a shared machine, never a measure of speed
          hookTimeout: 60_000,
          retry: 1, // processes and disks of a shared machine; the report names what needed it
          env: { XDG_DATA_HOME: resolve('.cache/test-data') }, // what Lectern notes in the user's own folder
        },
      },
      {
        plugins: [react()],
        optimizeDeps: { include: browserDependencies },
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.tsx'],
          testTimeout: 60_000,
          retry: 1, // a real browser on a shared machine; the report names what needed it
          browser: { enabled: true, headless: true, provider: playwright({ launchOptions }), instances: [{ browser: 'chromium' }], viewport: { width: 1280, height: 800 }, screenshotFailures: false },
        },
      },
    ],
  },
})

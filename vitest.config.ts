import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

const launchOptions = {
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : []), '--disable-background-networking', '--disable-component-update', '--disable-sync'],
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/bench/**', 'tests/e2e/**', 'tests/components/**', '**/node_modules/**'],
          testTimeout: 60_000, // a ceiling for hangs on a shared machine, never a measure of speed
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.tsx'],
          testTimeout: 60_000,
          browser: { enabled: true, headless: true, provider: playwright({ launchOptions }), instances: [{ browser: 'chromium' }], viewport: { width: 1280, height: 800 }, screenshotFailures: false },
        },
      },
    ],
  },
})

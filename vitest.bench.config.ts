import { defineConfig } from 'vitest/config'

// As shipped: some packages bring a slower copy with checks of its own for development, which neither the application nor the peers, in a plain Node, load.
process.env['NODE_ENV'] = 'production'

/** `npm run bench`: measurements against peers in the same run, one file after the other on a quiet machine; no part of `npm test`. */
export default defineConfig({
  test: {
    include: ['tests/bench/**/*.bench.ts'],
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    reporters: ['default'],
    disableConsoleIntercept: true,
  },
})

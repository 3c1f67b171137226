import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Reporter, Suite } from '@playwright/test/reporter'

/** Writes the run's counts, with a reason for each skipped test and the names of those that passed at the second try only, to the file named by LECTERN_COUNTS; `scripts/test.mjs` sums them up. */
export default class PlaywrightCounts implements Reporter {
  #suite: Suite | null = null
  #errors = 0

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite
  }

  /** Errors outside tests: a file that does not load, a worker that dies. */
  onError(): void {
    this.#errors++
  }

  onEnd(): void {
    const counts = { passed: 0, failed: this.#errors, skipped: 0, reasons: [] as string[], flaky: [] as string[] }
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome()
      if (outcome === 'skipped') {
        counts.skipped++
        const reason = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description
        counts.reasons.push(reason === undefined ? test.title : `${test.title}: ${reason}`)
      } else if (outcome === 'unexpected') counts.failed++
      else {
        counts.passed++
        if (outcome === 'flaky') counts.flaky.push(test.title)
      }
    }
    const file = process.env['LECTERN_COUNTS']
    if (file === undefined) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(counts))
  }
}

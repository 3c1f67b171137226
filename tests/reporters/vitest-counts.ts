import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

/** Writes the run's counts, with a reason for each skipped test and the names of those that passed at the second try only, to the file named by LECTERN_COUNTS; `scripts/test.mjs` sums them up. */
export default class VitestCounts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, reasons: [] as string[], flaky: [] as string[] }
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      // A file that breaks before its tests are known has none to fail.
      if (module.state() === 'failed' && !tests.some((test) => test.result().state === 'failed')) counts.failed++
      for (const test of tests) {
        const result = test.result()
        if (result.state === 'passed') {
          counts.passed++
          if (test.diagnostic()?.flaky === true) counts.flaky.push(test.fullName)
        } else if (result.state === 'failed') counts.failed++
        else {
          counts.skipped++
          const note = 'note' in result ? result.note : undefined
          counts.reasons.push(note === undefined ? test.fullName : `${test.fullName}: ${note}`)
        }
      }
    }
    const file = process.env['LECTERN_COUNTS']
    if (file === undefined) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(counts))
  }
}

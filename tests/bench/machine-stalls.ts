import { spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { createInterface } from 'node:readline'

/** A stretch in which a processor ran nothing of ours, in milliseconds since 1970. */
export type Stall = { readonly from: number; readonly to: number }

/** Milliseconds from which on a gap between two looks at the clock, of which there is one in each, is called a stall. */
const GAP = 4

/** A process that waits for no other one of this machine says when it came late all the same: then the machine itself stood still, or the host of a virtual one had lent its processor to somebody else. */
const WATCHER = `
let last = performance.now()
setInterval(() => {
  const now = performance.now()
  if (now - last > ${GAP}) process.stdout.write(\`\${performance.timeOrigin + last + 1} \${performance.timeOrigin + now}\\n\`)
  last = now
}, 1)
process.stdin.resume().once('end', () => process.exit())`

/** One real-time thread of the highest priority but nine; refused to whoever may not take it, and elsewhere than on Linux. */
const FIRST = ['chrt', '--fifo', '90'] as const
const MAY_WATCH = process.platform === 'linux' && spawnSync(FIRST[0], [...FIRST.slice(1), 'taskset', '--cpu-list', '0', 'true']).status === 0

/**
 * Watches every processor for moments that the machine takes for itself, so that a bench can tell them from what the program takes.
 * @returns `stop` gives the stalls of all processors in the order of their beginnings; null where the system lets nobody watch
 */
export function watchMachine(): { readonly stop: () => readonly Stall[] } | null {
  if (!MAY_WATCH) return null
  const stalls: Stall[] = []
  const watchers = Array.from({ length: availableParallelism() }, (_, cpu) => {
    const watcher = spawn(FIRST[0], [...FIRST.slice(1), 'taskset', '--cpu-list', String(cpu), process.execPath, '-e', WATCHER], { stdio: ['pipe', 'pipe', 'inherit'] })
    createInterface({ input: watcher.stdout }).on('line', (line) => {
      const [from = Number.NaN, to = Number.NaN] = line.split(' ').map(Number)
      stalls.push({ from, to })
    })
    return watcher
  })
  return {
    stop: () => {
      for (const watcher of watchers) watcher.kill('SIGKILL')
      return stalls.toSorted((a, b) => a.from - b.from)
    },
  }
}

/** Milliseconds of a stretch in which at least one processor stood still. @param stalls in the order of their beginnings */
export function stalledIn({ from, to }: Stall, stalls: readonly Stall[]): number {
  let at = from
  let sum = 0
  for (const stall of stalls) {
    const [begin, end] = [Math.max(at, stall.from), Math.min(to, stall.to)]
    if (end <= begin) continue
    sum += end - begin
    at = end
  }
  return sum
}

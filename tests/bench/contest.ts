import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Milliseconds that a deed takes. */
export async function timed(deed: () => unknown): Promise<number> {
  const started = performance.now()
  await deed()
  return performance.now() - started
}

/** Rounds after which a program's code is compiled: of a deck's export the first takes five times as long as those from the twenty-fifth on. */
const WARM_UP = 25

/**
 * Every contestant once a round, in turns, so that a busy moment of the machine falls on all of them. What is counted begins when all are warm.
 * @param contestants each runs once and says how many milliseconds that took
 */
export async function contest<Name extends string>(contestants: Readonly<Record<Name, () => Promise<number>>>, rounds: number): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(contestants) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>
  for (let round = 0; round < WARM_UP + rounds; round++) {
    for (const name of names) {
      const ms = await contestants[name]()
      if (round >= WARM_UP) times[name].push(ms)
    }
  }
  return times
}

/** Medians, and how long each takes beside `whole`. */
export function tell<Name extends string>(times: Readonly<Record<Name, readonly number[]>>, whole: Name): void {
  const rows = (Object.entries(times) as [Name, readonly number[]][]).map(([name, all]) => [name, { 'median ms': Number(median(all).toFixed(1)), 'fastest ms': Number(Math.min(...all).toFixed(1)), [`of ${whole}`]: Number((median(all) / median(times[whole])).toFixed(2)) }])
  console.table(Object.fromEntries(rows))
}

/** A process that stays and takes part with some deeds: what one contestant leaves to be cleared up is not charged to another. */
export type Contender = { readonly run: (deed: string) => Promise<number>; readonly stop: () => void }

/** @param program calls {@link answerContest} */
export function startContender(program: string, ...words: readonly string[]): Contender {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    run: async (deed) => {
      child.stdin.write(`${deed}\n`)
      const { value, done } = await answers.next()
      if (done === true) throw new Error(`The contender ended at ${deed}.`)
      return Number(value)
    },
    stop: () => void child.stdin.end(),
  }
}

/** Runs the deed named by each line of the input and answers with its milliseconds, until the input ends. */
export async function answerContest(deeds: Readonly<Record<string, () => unknown>>): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const deed = deeds[line]
    if (deed === undefined) throw new Error(`No deed is called ${line}.`)
    process.stdout.write(`${await timed(deed)}\n`)
  }
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/**
 * Every contestant once a round, in turns, so that a busy moment of the machine falls on all of them. A first round is not counted.
 * @returns milliseconds of each round
 */
export async function contest<Name extends string>(contestants: Readonly<Record<Name, () => unknown>>, rounds: number): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(contestants) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const started = performance.now()
      await contestants[name]()
      if (round > 0) times[name].push(performance.now() - started)
    }
  }
  return times
}

/** Medians, and how long each takes beside `whole`. */
export function tell<Name extends string>(times: Readonly<Record<Name, readonly number[]>>, whole: Name): void {
  const rows = (Object.entries(times) as [Name, readonly number[]][]).map(([name, all]) => [name, { 'median ms': Number(median(all).toFixed(1)), 'fastest ms': Number(Math.min(...all).toFixed(1)), [`of ${whole}`]: Number((median(all) / median(times[whole])).toFixed(2)) }])
  console.table(Object.fromEntries(rows))
}

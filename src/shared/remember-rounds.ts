/** A pure function with a memory of two rounds. */
export type RememberedRounds<Rest extends readonly unknown[], Result> = {
  /** @param key says all that the result depends on */
  readonly get: (key: string, ...rest: Rest) => Result
  /** Begins a round: what neither the last one nor this one asks for is forgotten. */
  readonly next: () => void
}

/**
 * For what is made again and again with most of its pieces in common: as much is remembered as two makings use, however many follow.
 * @param compute must give what nobody changes
 */
export const rememberRounds = <Rest extends readonly unknown[], Result>(compute: (key: string, ...rest: Rest) => Result): RememberedRounds<Rest, Result> => {
  let before = new Map<string, Result>()
  let now = new Map<string, Result>()
  return {
    get: (key, ...rest) => {
      const known = now.get(key)
      if (known !== undefined) return known
      const result = before.get(key) ?? compute(key, ...rest)
      now.set(key, result)
      return result
    },
    next: () => {
      before = now
      now = new Map()
    },
  }
}

/** As many as a large talk has pieces, twice over. */
const MOST = 2048

/**
 * A pure function that remembers what it gave, by a key that says all it depends on; the results that were asked for longest ago are forgotten.
 * @param compute must give what nobody changes
 */
export const rememberMany = <Rest extends readonly unknown[], Result>(compute: (key: string, ...rest: Rest) => Result, most = MOST): ((key: string, ...rest: Rest) => Result) => {
  let recent = new Map<string, Result>()
  let older = new Map<string, Result>()
  return (key, ...rest) => {
    const known = recent.get(key)
    if (known !== undefined) return known
    const result = older.get(key) ?? compute(key, ...rest)
    // Two generations: what was not asked for while one filled up goes with it.
    if (recent.size >= most / 2) [older, recent] = [recent, new Map()]
    recent.set(key, result)
    return result
  }
}

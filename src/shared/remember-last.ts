/**
 * A pure function of a text that remembers what it gave for the last few, so that what several ask of the same text is worked out once.
 * @param compute must give what nobody changes
 * @param count how many texts are remembered; the one that was asked for longest ago is forgotten
 */
export const rememberLast = <Result>(compute: (text: string) => Result, count: number): ((text: string) => Result) => {
  let known: readonly { readonly text: string; readonly result: Result }[] = []
  return (text) => {
    const found = known.find((one) => one.text === text) ?? { text, result: compute(text) }
    if (known[0] !== found) known = [found, ...known.filter((one) => one !== found)].slice(0, count)
    return found.result
  }
}

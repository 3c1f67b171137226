import { numberForms, structuralForms, type NumberForm, type ParsedNumber } from './numbering'

const rank = new Map(numberForms.map((form, at) => [form, at]))

/**
 * Which form of number contains which, learnt from the document: where 1. goes on to 2. and （一） starts anew in between, 1. contains （一）, whatever is usual.
 * Without such evidence the usual order decides ({@link numberForms}).
 * @param numbers the numbered paragraphs in order.
 * @returns whether the first form lies outside the second.
 */
export const learnNesting = (numbers: readonly ParsedNumber[]): ((outer: NumberForm, inner: NumberForm) => boolean) => {
  const evidence = new Map<string, number>()
  const previous = new Map<NumberForm, { readonly at: number; readonly value: number }>()
  const latestStart = new Map<NumberForm, number>()
  for (const [at, { form, value }] of numbers.entries()) {
    const before = previous.get(form)
    if (before !== undefined && value === before.value + 1)
      for (const [inner, start] of latestStart)
        if (inner !== form && start > before.at && !(structuralForms.has(form) && structuralForms.has(inner))) {
          const key = `${form}>${inner}`
          evidence.set(key, (evidence.get(key) ?? 0) + 1)
        }
    previous.set(form, { at, value })
    if (value === 1) latestStart.set(form, at)
  }
  return (outer, inner) => {
    const difference = (evidence.get(`${outer}>${inner}`) ?? 0) - (evidence.get(`${inner}>${outer}`) ?? 0)
    return difference === 0 ? (rank.get(outer) ?? 0) < (rank.get(inner) ?? 0) : difference > 0
  }
}

/**
 * A list with one of its things at another place.
 * @param to the place it has afterwards, from 0; beyond an end it stands at that end
 */
export function moved<T>(order: readonly T[], one: T, to: number): T[] {
  const rest = order.filter((other) => other !== one)
  if (rest.length === order.length) return [...order]
  const place = Math.max(0, Math.min(rest.length, to))
  return [...rest.slice(0, place), one, ...rest.slice(place)]
}

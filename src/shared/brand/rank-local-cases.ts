import type { MaterialId } from '../model/ids'
import type { LocalCase, LocalCaseReason, RankedCase, SlotFill } from '../model/local-case'
import type { LocalSlot } from './local-slots'

/** What a talk is about and for whom. */
export type LocalOccasion = { readonly topics: readonly string[]; /** Key of the audience; empty for everyone. */ readonly audience: string; /** What the talk tells elsewhere. */ readonly told: readonly MaterialId[] }

/**
 * A school's own cases for one slot, the fittest first. What the slot asks for decides first, then how much the case has in common with the talk, then whether it is meant for
 * this audience, then whether it will last; a case comes before a story, and among equals the one changed last. Stale ones are never told. Pure: the same facts give the same order,
 * and where only the ids differ, the titles decide.
 */
export const rankLocalCases = (slot: Pick<LocalSlot, 'topic'>, { topics, audience }: Omit<LocalOccasion, 'told'>, cases: readonly LocalCase[]): readonly RankedCase[] =>
  cases
    .filter(({ freshness }) => freshness !== 'stale')
    .map((own) => {
      const asked = slot.topic !== '' && own.topics.includes(slot.topic)
      const shared = own.topics.filter((topic) => topics.includes(topic))
      const meant = audience === '' || own.audiences.length === 0 ? 0 : own.audiences.includes(audience) ? 1 : -1
      const expiring = own.freshness === 'expiring'
      const reasons: LocalCaseReason[] = [
        ...[...new Set([...(asked ? [slot.topic] : []), ...shared])].map((topic) => ({ code: 'topic', topic }) as const),
        ...(meant === 0 ? [] : [{ code: meant > 0 ? 'audience' : 'other-audience' } as const]),
        ...(expiring ? [{ code: 'expiring' } as const] : []),
      ]
      return { own, reasons, weights: [Number(asked), shared.length, meant, Number(!expiring), Number(own.kind === 'case'), own.updatedAt] }
    })
    .sort((a, b) => firstDifference(b.weights, a.weights) || inOrder(a.own.title, b.own.title) || inOrder(a.own.id, b.own.id))
    .map(({ own: { id, title }, reasons }) => ({ id, title, reasons }))

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const firstDifference = (one: readonly number[], other: readonly number[]): number => one.map((value, at) => value - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0

/**
 * What stands in each slot of a talk for one school: what was pinned, else its fittest case that neither the talk nor a slot before it tells already.
 * @param pins by the slot's key; null: this slot stays with the talk's own words. One whose case is no longer there counts as none
 */
export function fillSlots(slots: readonly LocalSlot[], occasion: LocalOccasion, cases: readonly LocalCase[], pins: ReadonlyMap<string, MaterialId | null>): readonly SlotFill[] {
  const known = new Set(cases.map(({ id }) => id))
  const pinOf = ({ key }: LocalSlot): MaterialId | null | undefined => {
    const pin = pins.get(key)
    return pin === undefined || pin === null || known.has(pin) ? pin : undefined
  }
  const told = new Set<MaterialId | null | undefined>([...occasion.told, ...slots.map(pinOf)])
  return slots.map((slot) => {
    const choices = [...rankLocalCases(slot, occasion, cases)]
    const pin = pinOf(slot)
    const chosen = pin === undefined ? (choices.find(({ id }) => !told.has(id))?.id ?? null) : pin
    told.add(chosen)
    return { slot: slot.key, chosen, pinned: pin !== undefined, choices }
  })
}

import { facetCode } from './grams'
import { highestOf } from './highest-of'
import type { MaterialSet } from './material-set'
import type { PostingList } from './posting-list'
import { layOut } from './posting-loops'
import type { PlacedSegment, SearchState, TailText } from './search-state'

/** What a hit has to meet besides the words: a facet of every group, and to be in the set. */
export type Condition = {
  readonly groups: readonly (readonly string[])[]
  /** null: any material will do. */
  readonly among: MaterialSet | null
}

export const meets = ({ no, facets }: TailText, { groups, among }: Condition): boolean =>
  (among === null || among.has(no)) && groups.every((group) => group.some((term) => facets.has(term)))

/** Moves the slots of a list on that met every group before this one. @param poured room for a segment */
const markGroup = (met: Uint8Array, round: number, list: PostingList, { first, size }: PlacedSegment, poured: Uint8Array): void => {
  const { bytes, from } = layOut(list, size - 1, poured)
  for (let at = from, slot = first; slot < first + size; at++, slot++) if (bytes[at] !== 0 && met[slot] === round) met[slot] = round + 1
}

const slotsAmong = (state: SearchState, { marks, missing }: MaterialSet): Uint8Array => {
  const { alive, nos, end } = state
  const met = alive.slice(0, end)
  if (missing === null) for (let slot = 0; slot < end; slot++) met[slot] = (met[slot] as number) & (marks[nos[slot] as number] as number)
  else for (const no of missing) if (state.slotOf(no) >= 0) met[state.slotOf(no)] = 0
  return met
}

const slotsMeeting = (state: SearchState, { groups, among }: Condition): Uint8Array => {
  // The most frequent of all conditions, met anew after every change: no older version.
  if (groups.length === 0 && among) return slotsAmong(state, among)
  const met = new Uint8Array(state.end)
  const poured = new Uint8Array(Math.max(0, ...state.segments.map(({ size }) => size)))
  for (const [round, group] of groups.entries()) {
    for (const term of group) {
      const facet = state.facet(term)
      if (facet === null) continue
      for (const segment of state.segments) {
        const list = state.store.list(segment, facetCode(facet))
        if (list) markGroup(met, round, list, segment, poured)
      }
    }
  }
  const { alive, nos, end } = state
  const marks = among?.marks
  for (let slot = 0; slot < end; slot++) {
    const isMet = met[slot] === groups.length && alive[slot] === 1 && (marks === undefined || marks[nos[slot] as number] === 1)
    met[slot] = isMet ? 1 : 0
  }
  return met
}

/** Of every slot 1 when a material is there and meets a condition, else 0. Remembers the last condition: while somebody types, it stays the same. */
export class AllowedSlots {
  #key = ''
  #slots: Uint8Array = new Uint8Array()

  /** @param generation of the index */
  of(state: SearchState, generation: number, condition: Condition): Uint8Array {
    const { groups, among } = condition
    if (groups.length === 0 && among === null) return state.alive
    const key = JSON.stringify([generation, groups, among?.id])
    if (key !== this.#key) {
      this.#slots = slotsMeeting(state, condition)
      this.#key = key
    }
    return this.#slots
  }
}

/** Every material that meets a condition, as marks by number. @param allowed see {@link AllowedSlots} */
export const marksMeeting = (state: SearchState, condition: Condition, allowed: Uint8Array): Uint8Array => {
  const { nos, end } = state
  const tail = [...state.tail.values()].filter((text) => meets(text, condition)).map(({ no }) => no)
  const marks = new Uint8Array(Math.max(highestOf(nos, end), ...tail) + 1)
  for (let slot = 0; slot < end; slot++) if (allowed[slot] === 1) marks[nos[slot] as number] = 1
  for (const no of tail) marks[no] = 1
  return marks
}

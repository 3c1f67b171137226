import type { PinCounts } from '../../../shared/contract/leaving'
import type { CasePinRecord, KeptRecord } from '../../../shared/model/bundle'
import { MaterialId, TalkId } from '../../../shared/model/ids'
import { SchoolId } from '../../../shared/model/school'
import type { LocalCases } from '../local-cases'
import type { Sql } from '../sql'

type Placed = { readonly record: KeptRecord; readonly id: string }

/**
 * The choices of cases that a bundle adds. They follow their talk, school and case to where these are kept; one that speaks of something that is neither here nor in the bundle is
 * passed over. A place has one choice, so what was chosen here stays: nobody's own decision is ever replaced by a file.
 * @param placed the bundle's other records, with the ids under which they are or will be here
 */
export function incomingPins({ sql, localCases }: { readonly sql: Sql; readonly localCases: LocalCases }, pins: readonly CasePinRecord[], placed: readonly Placed[]): { readonly coming: readonly CasePinRecord[]; readonly counts: PinCounts } {
  const placeOf = new Map(placed.map(({ record, id }) => [`${record.type} ${record.id}`, id]))
  const arriving = new Set(placeOf.values())
  const isThere = (table: 'talks' | 'schools' | 'materials', id: string): boolean => arriving.has(id) || sql.value<number>(`SELECT EXISTS (SELECT 1 FROM ${table} WHERE id = :id)`, { id }) === 1
  const followed = pins.map((pin) => ({
    ...pin,
    talk: TalkId.parse(placeOf.get(`talk ${pin.talk}`) ?? pin.talk),
    school: SchoolId.parse(placeOf.get(`school ${pin.school}`) ?? pin.school),
    material: pin.material && MaterialId.parse(placeOf.get(`material ${pin.material}`) ?? pin.material),
  }))
  // By their place: a file that was tampered with may hold two for one.
  const byPlace = new Map(
    followed
      .filter(({ talk, school, material }) => isThere('talks', talk) && isThere('schools', school) && (material === null || isThere('materials', material)))
      .map((pin) => [`${pin.talk} ${pin.school} ${pin.slot}`, pin]),
  )
  const counts = { new: 0, identical: 0, differing: 0 }
  const coming = [...byPlace.values()].filter((pin) => {
    const standing = localCases.standingOf(pin)
    counts[standing]++
    return standing === 'new'
  })
  return { coming, counts }
}

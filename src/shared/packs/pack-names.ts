import type { SchoolId } from '../model/school'
import { safeFileName } from '../safe-file-name'

/** UTF-16 code units of a folder's name; with a district and an id it stays below the 143 bytes that encrypted file systems take of Chinese. */
const LONGEST = 40
const LONGEST_DISTRICT = 12
/** Last characters of an id: what is random in it. */
const ID_TAIL = 8

/** What lies beside the packs. */
export const indexNames = { page: 'index.html', table: 'index.xlsx', unfinished: '.lectern-unfinished' } as const

export type NamedSchool = { readonly id: SchoolId; readonly name: string; readonly district: string }

/** Two names that some file system takes for one: Windows and macOS do not tell capitals apart, macOS takes composed and decomposed for the same. */
const folded = (name: string): string => name.normalize('NFKC').toLowerCase().normalize('NFKC')
const taken: ReadonlySet<string> = new Set(Object.values(indexNames).map(folded))

/**
 * The folder of each school's pack: its name as every file system takes it, and where two schools would have one folder the district behind it, or else the end of the id. Pure: the
 * same schools have the same folders, in whatever order they come. Give it all schools there are, so that a name does not depend on which of them get a pack.
 */
export function packNames(schools: readonly NamedSchool[]): ReadonlyMap<SchoolId, string> {
  const plain = (school: NamedSchool): string => safeFileName(school.name, LONGEST)
  const withDistrict = (school: NamedSchool): string => [plain(school), safeFileName(school.district, LONGEST_DISTRICT)].filter((part) => part !== '').join(' ')
  const withId = (school: NamedSchool): string => `${plain(school) || '_'} ${school.id.slice(-ID_TAIL)}`
  // Longer forms are for those alone that cannot have a shorter one; the last is the only school's.
  const names = new Map<SchoolId, string>()
  const used = new Set(taken)
  let open = schools
  for (const form of [plain, withDistrict, withId]) {
    const counts = Map.groupBy(open, (school) => folded(form(school)))
    const settled = open.filter((school) => {
      const name = folded(form(school))
      return name !== '' && !used.has(name) && counts.get(name)?.length === 1
    })
    for (const school of settled) names.set(school.id, form(school))
    for (const school of settled) used.add(folded(form(school)))
    open = open.filter(({ id }) => !names.has(id))
  }
  // Ids that end alike: the whole id is nobody else's.
  for (const school of open) names.set(school.id, `${plain(school) || '_'} ${school.id}`)
  return names
}

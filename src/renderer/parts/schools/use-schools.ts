import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SchoolSummary } from '../../../shared/model/brand'
import { SchoolId, type SchoolLevel } from '../../../shared/model/school'
import { useEngine } from '../../app/engine'
import { keys } from '../../app/queries'

const none: readonly SchoolSummary[] = []

/** Every school, by district and name. */
export function useSchools(): { readonly schools: readonly SchoolSummary[]; readonly isRead: boolean } {
  const engine = useEngine()
  const { data } = useQuery({ queryKey: keys.schools, queryFn: ({ signal }) => engine.schools.list(undefined, { signal }) })
  return { schools: data ?? none, isRead: data !== undefined }
}

/** A school with its brands; undefined while it is read, null where there is none. */
export function useSchool(id: string | null) {
  const engine = useEngine()
  const known = SchoolId.safeParse(id).data
  const { data, isError } = useQuery({ queryKey: keys.school(id ?? ''), enabled: known !== undefined, queryFn: ({ signal }) => engine.schools.get({ id: SchoolId.parse(id) }, { signal }) })
  return known === undefined || isError ? null : data
}

/** `null` for any; an empty district for schools of none. */
export type SchoolFilter = { readonly text: string; readonly district: string | null; readonly level: SchoolLevel | null }

/** Schools that pass a filter, in the order given. Every word must stand in the name, the short name, the district or the series. */
export function useFiltered(schools: readonly SchoolSummary[], { text, district, level }: SchoolFilter): readonly SchoolSummary[] {
  return useMemo(() => {
    const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter((word) => word !== '')
    return schools.filter((school) => {
      if ((district !== null && school.district !== district) || (level !== null && school.level !== level)) return false
      const said = `${school.name}\n${school.short}\n${school.district}\n${school.series}`.normalize('NFKC').toLowerCase()
      return words.every((word) => said.includes(word))
    })
  }, [schools, text, district, level])
}

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { MaterialId, TalkId } from '../../../shared/model/ids'
import type { SchoolId } from '../../../shared/model/school'
import { useEngine, type Engine } from '../../app/engine'
import { useFailure } from '../../app/failure'

type Fills = Awaited<ReturnType<Engine['schools']['fills']>>
export type SchoolFill = Fills['schools'][number]

const nothing: Fills = { slots: [], schools: [] }

/** What stands in the places of a talk that are kept for a school, for the schools in view; and how somebody chooses. */
export function useSchoolFills(talkId: TalkId, ids: readonly SchoolId[]) {
  const engine = useEngine()
  const fail = useFailure()
  const client = useQueryClient()
  const { data = nothing } = useQuery({ queryKey: ['schools', 'fills', talkId, ids], enabled: ids.length > 0, placeholderData: keepPreviousData, queryFn: ({ signal }) => engine.schools.fills({ talkId, ids: [...ids] }, { signal }) })
  const fills = useMemo(() => new Map(data.schools.map((fill) => [fill.id, fill])), [data])
  const pin = (id: SchoolId, slot: string, material: MaterialId | null | undefined) => {
    engine.schools
      .pinCase({ talkId, id, slot, material })
      .then(() => client.invalidateQueries({ queryKey: ['schools', 'fills'] }))
      .catch(fail)
  }
  return { fills, slots: data.slots, pin }
}

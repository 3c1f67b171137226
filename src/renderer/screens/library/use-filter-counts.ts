import { useQueries, useQuery } from '@tanstack/react-query'
import { materialStatuses } from '../../../shared/model/material'
import { useEngine } from '../../app/engine'
import { keys } from '../../app/queries'

/** Everything that one can filter by, with how many materials carry it. */
export function useFilterCounts() {
  const engine = useEngine()
  const labels = useQuery({ queryKey: keys.labels, queryFn: ({ signal }) => engine.materials.labels(undefined, { signal }) })
  const sources = useQuery({ queryKey: keys.sources, queryFn: ({ signal }) => engine.sources.list(undefined, { signal }) })
  const statuses = useQueries({
    queries: materialStatuses.map((status) => {
      const query = { text: '', filter: { status }, limit: 1 }
      return {
        queryKey: keys.search({ count: query }),
        queryFn: async ({ signal }: { signal: AbortSignal }) => (await engine.materials.search(query, { signal })).total,
      }
    }),
  })
  return {
    labels: labels.data,
    sources: sources.data ?? [],
    statuses: materialStatuses.map((status, place) => ({ status, count: statuses[place]?.data ?? 0 })),
  }
}

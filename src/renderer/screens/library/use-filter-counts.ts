import { useQuery } from '@tanstack/react-query'
import { useEngine } from '../../app/engine'
import { keys } from '../../app/queries'
import { libraryKeys } from './library-keys'

/** What only the newest versions add up to: one row is asked for, because only the total counts. */
const everything = { text: '', limit: 1 }

/** Everything that one can filter by, with how many materials carry it. */
export function useFilterCounts() {
  const engine = useEngine()
  const labels = useQuery({ queryKey: keys.labels, queryFn: ({ signal }) => engine.materials.labels(undefined, { signal }) })
  const sources = useQuery({ queryKey: keys.sources, queryFn: ({ signal }) => engine.sources.list(undefined, { signal }) })
  const facets = useQuery({ queryKey: libraryKeys.facets, queryFn: ({ signal }) => engine.finding.facets(undefined, { signal }) })
  const newest = useQuery({ queryKey: keys.search({ count: everything }), queryFn: async ({ signal }) => (await engine.materials.search(everything, { signal })).total })
  const withOlder = (facets.data?.statuses ?? []).reduce((sum, { count }) => sum + count, 0)
  return {
    labels: labels.data,
    sources: sources.data ?? [],
    facets: facets.data,
    /** Whether there are linked versions, of which lists show the newest only. */
    hasVersions: newest.data !== undefined && withOlder > newest.data,
  }
}

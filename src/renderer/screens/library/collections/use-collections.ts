import { useQuery } from '@tanstack/react-query'
import { useEngine } from '../../../app/engine'
import { libraryKeys } from '../library-keys'

/** Every reading list, in the order of the engine: due first. */
export function useCollections() {
  const engine = useEngine()
  return useQuery({ queryKey: libraryKeys.collections, queryFn: ({ signal }) => engine.collections.list(undefined, { signal }) }).data ?? []
}

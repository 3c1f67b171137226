import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { MaterialFilter, MaterialOrder, SearchResult } from '../../../shared/contract/library'
import { useEngine } from '../../app/engine'
import { keys } from '../../app/queries'

const PAGE = 50

/** Whether nothing follows. An estimate may be too low: then only a page that comes back short is the end. */
const isEnd = (last: SearchResult, seen: number): boolean => (last.approximate === true ? last.hits.length < PAGE : last.hits.length === 0 || seen >= last.total)

/**
 * Materials that match as one types: 50 at first, further ones by `fetchNextPage`. The answer to an older text is aborted and
 * never shown after a newer one; until the newer one comes, the older list stays in place, the same array.
 */
export function useMaterialSearch(text: string, filter: Partial<MaterialFilter>, options: { enabled?: boolean; order?: MaterialOrder } = {}) {
  const engine = useEngine()
  const order = options.order ?? 'relevance'
  // Only what is taken out here is watched: whoever looks at more is drawn again with every step of a call.
  const { data, isSuccess, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.search({ text, filter, order }),
    queryFn: ({ pageParam, signal }) => engine.materials.search({ text, filter, order, limit: PAGE, offset: pageParam }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.hits.length, 0)
      return isEnd(last, seen) ? undefined : seen
    },
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    gcTime: 60_000,
  })
  const hits = useMemo(() => data?.pages.flatMap((page) => page.hits) ?? [], [data])
  const last = data?.pages.at(-1)
  const approximate = last?.approximate === true && !isEnd(last, hits.length)
  // Whoever has read to the end knows how many there were.
  const total = last?.approximate === true && !approximate ? hits.length : (last?.total ?? 0)
  return { hits, total, /** Whether the total is an estimate. */ approximate, isSuccess, hasNextPage, fetchNextPage, isFetchingNextPage }
}

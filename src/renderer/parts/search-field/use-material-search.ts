import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { MaterialFilter, MaterialOrder } from '../../../shared/contract/library'
import { useEngine } from '../../app/engine'
import { keys } from '../../app/queries'

const PAGE = 50

/**
 * Materials that match as one types: 50 at first, further ones by `fetchNextPage`. The answer to an older text is aborted and
 * never shown after a newer one; until the newer one comes, the older list stays in place.
 */
export function useMaterialSearch(text: string, filter: Partial<MaterialFilter>, options: { enabled?: boolean; order?: MaterialOrder } = {}) {
  const engine = useEngine()
  const order = options.order ?? 'relevance'
  const query = useInfiniteQuery({
    queryKey: keys.search({ text, filter, order }),
    queryFn: ({ pageParam, signal }) => engine.materials.search({ text, filter, order, limit: PAGE, offset: pageParam }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.hits.length, 0)
      // An estimate may be too low: then only a page that comes back short is the end.
      const isEnd = last.approximate === true ? last.hits.length < PAGE : last.hits.length === 0 || seen >= last.total
      return isEnd ? undefined : seen
    },
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    gcTime: 60_000,
  })
  return { ...query, hits: query.data?.pages.flatMap((page) => page.hits) ?? [], total: query.data?.pages[0]?.total ?? 0, /** Whether the total is an estimate. */ approximate: query.data?.pages[0]?.approximate ?? false }
}

import { useQuery } from '@tanstack/react-query'
import type { CloseMatch } from '../../../shared/contract/imports'
import { useEngine } from '../../app/engine'
import type { NearProposal } from './near-duplicates'

/** A proposal beside the texts it is close to, nearest first; null while they are compared, and where none is asked for. */
export function useMatches(importId: string, near: NearProposal | null): readonly CloseMatch[] | null {
  const engine = useEngine()
  const { data } = useQuery({
    queryKey: ['import-comparison', importId, near],
    enabled: near !== null,
    gcTime: 10_000,
    queryFn: ({ signal }) => (near === null ? [] : engine.imports.compare({ importId, key: near.key, index: near.index, others: near.others.map(({ text }) => text) }, { signal })),
  })
  return near === null ? null : (data ?? null)
}

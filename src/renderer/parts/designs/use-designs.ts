import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OwnDesign } from '../../../shared/model/own-design'
import type { DesignLookup } from '../../../shared/slides/theme-of-talk'
import { useEngine } from '../../app/engine'

export const designsKey = ['talks', 'designs'] as const

const none: readonly never[] = []

/** The designs of the user's own, by name; none for as long as they are being read. */
export function useDesigns(): { readonly designs: readonly OwnDesign[]; readonly keys: readonly string[]; readonly find: DesignLookup } {
  const engine = useEngine()
  const designs = useQuery({ queryKey: designsKey, queryFn: ({ signal }) => engine.designs.list(undefined, { signal }) }).data ?? none
  return useMemo(() => ({ designs, keys: designs.map(({ key }) => key), find: (key) => designs.find((design) => design.key === key) ?? null }), [designs])
}

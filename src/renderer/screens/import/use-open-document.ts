import { useQuery, type QueryClient } from '@tanstack/react-query'
import type { ReadDocument } from '../../../shared/model/document'
import type { ProposedMaterial } from '../../../shared/model/material'
import { useMemo } from 'react'
import { useEngine, type Engine } from '../../app/engine'
import type { Proposal, ReviewedDocument } from './review'

/** A proposal with what it says, as edited. */
export type OpenProposal = Proposal & { readonly material: ProposedMaterial }

/** A document under review that somebody looks at. */
export type OpenDocument = Omit<ReviewedDocument, 'proposals'> & { readonly document: ReadDocument; readonly proposals: readonly OpenProposal[] }

const documentQuery = (engine: Engine, importId: string, key: string) => ({
  queryKey: ['import-document', importId, key],
  queryFn: ({ signal }: { signal: AbortSignal }) => engine.imports.document({ importId, key }, { signal }),
  gcTime: 10_000, // out of view for a while, out of memory: an import may hold thousands
})

/** Reads a document before it is shown, so that it is there with the first look. */
export const fetchDocument = (client: QueryClient, engine: Engine, importId: string, key: string): Promise<unknown> => client.prefetchQuery(documentQuery(engine, importId, key))

/** @returns `open` null while it is fetched, and where none is chosen; `error` when it cannot be had */
export function useOpenDocument(importId: string, reviewed: ReviewedDocument | undefined): { open: OpenDocument | null; error: unknown } {
  const engine = useEngine()
  const { data: document, error } = useQuery({ ...documentQuery(engine, importId, reviewed?.key ?? ''), enabled: reviewed !== undefined })
  const open = useMemo(() => (reviewed && document ? openDocument(reviewed, document) : null), [reviewed, document])
  return { open, error: reviewed ? error : null }
}

const openDocument = (reviewed: ReviewedDocument, document: ReadDocument): OpenDocument => ({
  ...reviewed,
  document,
  proposals: reviewed.proposals.flatMap((proposal) => {
    const material = proposal.edited?.material ?? document.materials[proposal.index]
    return material ? [{ ...proposal, material }] : []
  }),
})

/** A proposal and the one after it, as they stand; null at the end. */
export function withNext(proposals: readonly OpenProposal[], index: number | null): readonly [ProposedMaterial, ProposedMaterial] | null {
  const at = proposals.findIndex((proposal) => proposal.index === index)
  const [first, second] = at < 0 ? [] : proposals.slice(at, at + 2)
  return first && second ? [first.material, second.material] : null
}

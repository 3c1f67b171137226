import { useEffect, useState } from 'react'
import type { SimilarMaterial } from '../../../shared/contract/versions'
import { useEngine, type Engine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import type { Choice, Decision, Decisions, Review, ReviewedDocument } from './review'

/** The existing materials closest to proposals, nearest first, by {@link proposalKey}. Proposals without any are not in it. */
export type NearDuplicates = ReadonlyMap<string, readonly SimilarMaterial[]>

/** Names a proposal among all documents of a review. */
export const proposalKey = (documentKey: string, index: number): string => `${documentKey}/${index}`

/** Proposals asked about in one call: few enough that the engine answers other calls in between. */
const PORTION = 100

const isAborted = (error: unknown) => error instanceof Error && error.name === 'AbortError'

/**
 * Looks up, portion by portion while the user reads on, which proposals are close to what the library has. As they were read: later edits do not change the answer.
 * @returns what is known so far, and whether more is to come
 */
export function useNearDuplicates(documents: readonly ReviewedDocument[]): { near: NearDuplicates; searching: boolean } {
  const engine = useEngine()
  const fail = useFailure()
  const [first] = useState(documents)
  const [found, setFound] = useState<{ near: NearDuplicates; searching: boolean }>({ near: new Map(), searching: first.length > 0 })
  useEffect(() => {
    const stop = new AbortController()
    searchAll(engine, first, stop.signal, (near) => setFound({ near, searching: true }))
      .catch((error: unknown) => {
        if (!stop.signal.aborted && !isAborted(error)) fail(error)
      })
      .finally(() => setFound(({ near }) => ({ near, searching: false })))
    return () => stop.abort()
  }, [engine, fail, first])
  return found
}

async function searchAll(engine: Engine, documents: readonly ReviewedDocument[], signal: AbortSignal, onFound: (near: NearDuplicates) => void): Promise<void> {
  const wordings = documents.flatMap(({ key, document }) => document.materials.map(({ index, title, body }) => ({ key: proposalKey(key, index), title, body })))
  const near = new Map<string, readonly SimilarMaterial[]>()
  for (let from = 0; from < wordings.length && !signal.aborted; from += PORTION) {
    const answers = await engine.versions.similarTo({ wordings: wordings.slice(from, from + PORTION) }, { signal })
    for (const { key, matches } of answers) near.set(key, matches)
    if (answers.length > 0) onFound(new Map(near))
  }
}

/** Where the next proposal with a near-duplicate is that nothing was chosen for, after a place and then from the beginning; null when there is none. */
export function nextUndecided(review: Review, near: NearDuplicates, after: { key: string; index: number } | null): { key: string; index: number } | null {
  if (near.size === 0) return null
  const all = review.documents.filter(({ kept }) => kept).flatMap(({ key, proposals }) => proposals.map((proposal) => ({ key, index: proposal.material.index, open: isOpen(key, proposal, near) })))
  const at = after === null ? -1 : all.findIndex(({ key, index }) => key === after.key && index === after.index)
  const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(({ open }) => open)
  return next ? { key: next.key, index: next.index } : null
}

const isOpen = (key: string, { ticked, decision, material }: ReviewedDocument['proposals'][number], near: NearDuplicates): boolean => ticked && decision === null && near.has(proposalKey(key, material.index))

/** How many ticked proposals have a near-duplicate and nothing chosen for it. */
export const countUndecided = (review: Review, near: NearDuplicates): number =>
  near.size === 0 ? 0 : review.documents.reduce((sum, { key, kept, proposals }) => sum + (kept ? proposals.filter((proposal) => isOpen(key, proposal, near)).length : 0), 0)

/** The same choice for every proposal that has a near-duplicate and nothing chosen for it. */
export const decisionsForAll = (review: Review, near: NearDuplicates, choice: Choice): Decisions =>
  new Map(
    review.documents.map(({ key, proposals }) => [
      key,
      new Map(
        proposals.flatMap((proposal): [number, Decision][] => {
          const existing = near.get(proposalKey(key, proposal.material.index))?.[0]
          return existing && isOpen(key, proposal, near) ? [[proposal.material.index, { choice, existing: existing.id }]] : []
        }),
      ),
    ]),
  )

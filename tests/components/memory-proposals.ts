import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import { proposeForGaps, type CandidateFacts } from '../../src/shared/proposals/rank-materials'
import type { MemoryStore } from './memory-held'

/** Proposals from memory: nothing there was ever used, and all of it is fresh. */
export function memoryProposals(store: MemoryStore) {
  const server = implement(contract)
  return {
    forGaps: server.proposals.forGaps.handler(({ input }) => {
      const candidates = store.held.materials
        .filter(({ id }) => !input.cited.includes(id))
        .map(({ id, kind, title, topics, audiences, status, body, updatedAt }): CandidateFacts => ({ id, kind, title, topics, audiences, status, freshness: 'fresh', seconds: Math.round((body.length / 220) * 60), uses: [], updatedAt }))
      const occasion = { title: input.title, audience: input.audience, topics: [], language: input.language, now: 0 }
      return proposeForGaps(input.gaps, occasion, candidates, input.limit).map((ranked) => ranked.map(({ material: { id, kind, title, seconds }, reasons }) => ({ id, kind, title, seconds, reasons: [...reasons] })))
    }),
  }
}

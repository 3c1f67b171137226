import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import type { DraftOf, KeptDraft } from '../../src/shared/model/material-draft'

/** Drafts from memory. */
export function memoryDrafts(tick: () => number) {
  const server = implement(contract)
  const kept = new Map<DraftOf, KeptDraft>()
  return {
    kept,
    drafts: {
      list: server.drafts.list.handler(() => [...kept.values()].toSorted((a, b) => b.savedAt - a.savedAt).map(({ of, draft, savedAt }) => ({ of, title: draft.title, savedAt }))),
      get: server.drafts.get.handler(({ input }) => kept.get(input.of) ?? null),
      keep: server.drafts.keep.handler(({ input }) => void kept.set(input.of, { ...input, savedAt: tick() })),
      drop: server.drafts.drop.handler(({ input }) => void kept.delete(input.of)),
    },
  }
}

import { useEffect, useState } from 'react'
import { useEngine, type Engine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { proposalKey, type NearDuplicates, type NearProposal } from './near-duplicates'

/** Milliseconds between two looks of the screen at what was found. */
const PAUSE = 250

/**
 * Looks up, while the user reads on, which proposals are close to what the library has or to one another. As they were read: later edits do not change the answer.
 * @returns what is known so far; `done` of `total` documents were looked through, null when that is over
 */
export function useNearDuplicates(importId: string): { near: NearDuplicates; searched: { done: number; total: number } | null } {
  const engine = useEngine()
  const fail = useFailure()
  const [found, setFound] = useState<ReturnType<typeof useNearDuplicates>>({ near: new Map(), searched: null })
  useEffect(() => {
    if (importId === '') return undefined
    const stop = new AbortController()
    searchAll(engine, importId, stop.signal, setFound)
      .catch((error: unknown) => {
        if (!stop.signal.aborted) fail(error)
      })
      .finally(() => setFound(({ near }) => ({ near, searched: null })))
    return () => stop.abort()
  }, [engine, fail, importId])
  return found
}

async function searchAll(engine: Engine, importId: string, signal: AbortSignal, onFound: (found: ReturnType<typeof useNearDuplicates>) => void): Promise<void> {
  const near = new Map<string, NearProposal>()
  let shown = 0
  for await (const { key, close, done, total } of await engine.imports.close({ importId }, { signal })) {
    for (const { index, others } of close) near.set(proposalKey(key, index), { key, index, others })
    const now = performance.now()
    if (done < total && now - shown < PAUSE) continue
    shown = now
    onFound({ near: new Map(near), searched: { done, total } })
  }
}

import { useEffect, useState } from 'react'
import type { LongWork } from '../../../shared/contract/long-work'
import { useEngine, type Engine } from '../engine'

/** Milliseconds before work is worth a word: most of it has ended by then. */
const DELAY = 400

/** Work that has been under way for a while, as the engine tells it. */
export function useLongWork(): readonly LongWork[] {
  const engine = useEngine()
  const [works, setWorks] = useState<readonly LongWork[]>([])
  const [known, setKnown] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const stop = new AbortController()
    // The stream ends when the engine does; then nothing is under way.
    follow(engine, stop.signal, setWorks).catch(() => setWorks([]))
    return () => stop.abort()
  }, [engine])

  const ids = works.map(({ id }) => id).join(' ')
  useEffect(() => {
    const timer = setTimeout(() => setKnown(new Set(ids.split(' '))), DELAY)
    return () => clearTimeout(timer)
  }, [ids])
  return works.filter(({ id }) => known.has(id))
}

async function follow(engine: Engine, signal: AbortSignal, tell: (works: readonly LongWork[]) => void): Promise<void> {
  for await (const { works } of await engine.longWork.underWay(undefined, { signal })) tell(works)
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { SchoolTablePreview } from '../../../../shared/contract/school-tables'
import { useEngine } from '../../../app/engine'

type State =
  | { readonly step: 'choosing' }
  | { readonly step: 'reading'; readonly done: number; readonly total: number }
  | { readonly step: 'failed'; readonly failure: unknown }
  | { readonly step: 'read'; readonly tableId: string; readonly preview: SchoolTablePreview }

/** A file of a chosen folder is known by its path within it. */
const pathOf = (file: File): string => file.webkitRelativePath.split('/').slice(1).join('/') || file.name

/** Lets the engine read a table and its logos; nothing is stored. What is no longer wanted is let go. */
export function useSchoolTable() {
  const engine = useEngine()
  const [state, setState] = useState<State>({ step: 'choosing' })
  const stop = useRef<AbortController | null>(null)
  const waiting = useRef<string | null>(null)

  const letGo = useCallback(() => {
    stop.current?.abort()
    // Nobody waits for the answer, and the engine lets the oldest go by itself.
    if (waiting.current !== null) engine.schoolTables.discard({ tableId: waiting.current }).catch(() => undefined)
    waiting.current = null
  }, [engine])
  useEffect(() => letGo, [letGo])

  const read = async (table: File, logos: readonly File[]) => {
    letGo()
    const own = new AbortController()
    stop.current = own
    setState({ step: 'reading', done: 0, total: 0 })
    try {
      const events = await engine.schoolTables.open({ fileName: table.name, content: table, logos: logos.map((file) => ({ path: pathOf(file), content: file })) }, { signal: own.signal })
      for await (const event of events) {
        if (own.signal.aborted) return
        if (event.type === 'progress') setState({ step: 'reading', done: event.done, total: event.total })
        else {
          waiting.current = event.tableId
          setState({ step: 'read', tableId: event.tableId, preview: event.preview })
        }
      }
    } catch (failure) {
      setState(own.signal.aborted ? { step: 'choosing' } : { step: 'failed', failure })
    }
  }
  const again = () => {
    letGo()
    setState({ step: 'choosing' })
  }
  /** It was imported: there is nothing left to let go. */
  const done = () => {
    waiting.current = null
  }
  return { state, read, again, done }
}

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Restored } from '../../../shared/contract/keeping'
import type { OpeningStep } from '../../../shared/contract/opening'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'

/** How far it is; `doing` where a backup of an earlier Lectern is being brought on. */
export type RestoreProgress = { readonly done: number; readonly total: number; readonly doing?: OpeningStep['doing'] | undefined }

/** Puts a backup in the library's place. Until the moment of the exchange it can be cancelled, and nothing has changed. */
export function useRestore() {
  const engine = useEngine()
  const fail = useFailure()
  const client = useQueryClient()
  const running = useRef<AbortController | null>(null)
  const [progress, setProgress] = useState<RestoreProgress | null>(null)
  const [restored, setRestored] = useState<Restored | null>(null)

  const restore = async (from: { name: string } | { backupId: string }, signal: AbortSignal) => {
    for await (const event of await engine.keeping.restore(from, { signal })) {
      if (event.type === 'progress') {
        setProgress({ done: event.done, total: event.total, doing: event.doing })
        continue
      }
      await client.invalidateQueries()
      setRestored(event.restored)
    }
  }
  const start = (from: { name: string } | { backupId: string }, then?: () => void) => {
    const stop = new AbortController()
    running.current = stop
    setProgress({ done: 0, total: 0 })
    restore(from, stop.signal)
      .then(then)
      .catch((error: unknown) => stop.signal.aborted || fail(error))
      .finally(() => setProgress(null))
  }
  return { progress, restored, start, cancel: () => running.current?.abort() }
}

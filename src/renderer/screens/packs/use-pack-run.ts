import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PacksWish } from '../../../shared/contract/packs'
import type { PackReport } from '../../../shared/packs/pack-report'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { heldPacksKey } from './use-held-packs'

export type PackRunState =
  | { readonly at: 'rest' }
  | { readonly at: 'work'; readonly done: number; readonly total: number; readonly secondsLeft: number | null; readonly stopping: boolean }
  | { readonly at: 'stopped' }
  | { readonly at: 'end'; readonly report: PackReport; readonly folder: string }

/** One run of packs: its progress, its end, and how it is stopped. What is finished stays whatever happens. */
export function usePackRun() {
  const engine = useEngine()
  const fail = useFailure()
  const client = useQueryClient()
  const running = useRef<AbortController | null>(null)
  const [state, setState] = useState<PackRunState>({ at: 'rest' })

  const follow = async (wish: PacksWish, signal: AbortSignal) => {
    for await (const event of await engine.packs.make(wish, { signal })) {
      if (event.type === 'finished') setState({ at: 'end', report: event.report, folder: wish.to })
      else setState((before) => ({ at: 'work', done: event.done, total: event.total, secondsLeft: event.secondsLeft, stopping: before.at === 'work' && before.stopping }))
    }
  }
  const start = (wish: PacksWish) => {
    const stop = new AbortController()
    running.current = stop
    setState({ at: 'work', done: 0, total: wish.schools.length, secondsLeft: null, stopping: false })
    follow(wish, stop.signal)
      .catch((error: unknown) => {
        setState(stop.signal.aborted ? { at: 'stopped' } : { at: 'rest' })
        if (!stop.signal.aborted) fail(error)
      })
      .finally(() => void client.invalidateQueries({ queryKey: heldPacksKey }))
  }
  const stop = () => {
    setState((before) => (before.at === 'work' ? { ...before, stopping: true } : before))
    running.current?.abort()
  }
  return { state, start, stop, back: () => setState({ at: 'rest' }) }
}

import { Anchor } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { PacksWish } from '../../../shared/contract/packs'
import type { PackReport } from '../../../shared/packs/pack-report'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { addressOf, currentRoute, useRoute } from '../../app/router'
import { useText } from '../../i18n/language'
import { messages } from './messages'
import { heldPacksKey } from './use-held-packs'

export type PackRunState =
  | { readonly at: 'rest' }
  | { readonly at: 'work'; readonly title: string; readonly done: number; readonly total: number; readonly secondsLeft: number | null; readonly stopping: boolean }
  | { readonly at: 'stopped' }
  | { readonly at: 'end'; readonly title: string; readonly report: PackReport; readonly folder: string }

/** The notification of a run's end. */
const END = 'packs-ended'

type PackRun = {
  readonly state: PackRunState
  /** What was asked for last, to begin with when the screen of packs is opened again; null before the first run. */
  readonly last: PacksWish | null
  /** @param title of the talk */
  readonly start: (wish: PacksWish, title: string) => void
  readonly stop: () => void
  /** Done with looking at what became of the run. */
  readonly back: () => void
}

const PackRunContext = createContext<PackRun | null>(null)

export function usePackRun(): PackRun {
  const run = useContext(PackRunContext)
  if (!run) throw new Error('usePackRun needs a PackRunProvider above it')
  return run
}

/** The window's one run of packs: its progress, its end, and how it is stopped. It goes on while other screens are looked at, and what is finished stays whatever happens. */
export function PackRunProvider({ children }: { children: ReactNode }) {
  const engine = useEngine()
  const fail = useFailure()
  const client = useQueryClient()
  const text = useText(messages)
  const running = useRef<AbortController | null>(null)
  const [state, setState] = useState<PackRunState>({ at: 'rest' })
  const [last, setLast] = useState<PacksWish | null>(null)
  const { screen } = useRoute()
  useEffect(() => {
    if (screen !== 'packs') return
    notifications.hide(END)
    // Whoever leaves the screen has read what became of the run.
    return () => setState((now) => (now.at === 'work' ? now : { at: 'rest' }))
  }, [screen])

  const run = useMemo((): PackRun => {
    const follow = async (wish: PacksWish, title: string, signal: AbortSignal) => {
      for await (const event of await engine.packs.make(wish, { signal })) {
        if (event.type === 'progress') {
          setState((before) => ({ at: 'work', title, done: event.done, total: event.total, secondsLeft: event.secondsLeft, stopping: before.at === 'work' && before.stopping }))
          continue
        }
        setState({ at: 'end', title, report: event.report, folder: wish.to })
        if (currentRoute().screen !== 'packs') tellOfEnd(text, title, wish.talkId, event.report)
      }
    }
    return {
      state,
      last,
      start: (wish, title) => {
        const stop = new AbortController()
        running.current = stop
        setLast(wish)
        setState({ at: 'work', title, done: 0, total: wish.schools.length, secondsLeft: null, stopping: false })
        follow(wish, title, stop.signal)
          .catch((error: unknown) => {
            setState(stop.signal.aborted ? { at: 'stopped' } : { at: 'rest' })
            if (!stop.signal.aborted) fail(error)
          })
          .finally(() => void client.invalidateQueries({ queryKey: heldPacksKey }))
      },
      stop: () => {
        setState((before) => (before.at === 'work' ? { ...before, stopping: true } : before))
        running.current?.abort()
      },
      back: () => setState({ at: 'rest' }),
    }
  }, [engine, fail, client, text, state, last])
  return <PackRunContext value={run}>{children}</PackRunContext>
}

/** To somebody who looks at another screen; it stays until it is closed or the screen of packs is opened. */
function tellOfEnd(text: (typeof messages)['en'], title: string, talkId: string, { results, lacking }: PackReport): void {
  const ready = results.filter(({ status }) => status !== 'failed')
  const isWhole = ready.length === results.length && lacking === null
  const made = text.ready(ready.length, ready.filter(({ status }) => status === 'unchanged').length)
  notifications.show({
    id: END,
    title: text.ofTalk(title),
    color: isWhole ? 'green' : 'red',
    autoClose: false,
    message: (
      <>
        {isWhole ? made : text.butNotAll(made)}{' '}
        <Anchor href={addressOf.packs(talkId)} size="sm">
          {text.look}
        </Anchor>
      </>
    ),
  })
}

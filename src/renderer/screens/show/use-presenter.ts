import { useEffect, useReducer, useState } from 'react'
import { goTo, resumeClock, startClock, stopClock, type RehearsalClock } from '../../../shared/rehearsal/rehearsal-clock'
import { followShow, showFrom, type ShowCommand, type ShowState } from './show-state'

type Presenting = { readonly show: ShowState; readonly clock: RehearsalClock }
/** `now` is `performance.now()` of the deed: time belongs to what stood while it passed. */
type Deed = { readonly command: ShowCommand | { readonly kind: 'stop-or-go-on' }; readonly now: number }

const TICK = 500

/** A show with its clock. @param clicks of each slide @param start the slide it begins on */
export function usePresenter(clicks: readonly number[], start: number) {
  const [{ show, clock }, dispatch] = useReducer(
    ({ show, clock }: Presenting, { command, now }: Deed): Presenting => {
      if (command.kind === 'stop-or-go-on') return { show, clock: clock.since === null ? resumeClock(clock, now) : stopClock(clock, now) }
      const next = followShow(show, command, clicks)
      return { show: next, clock: goTo(clock, next.at, now) }
    },
    null,
    (): Presenting => ({ show: showFrom(start), clock: startClock(clicks.length, start, performance.now()) }),
  )
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK)
    return () => clearInterval(timer)
  }, [])
  return { show, clock, now, follow: (command: Deed['command']) => dispatch({ command, now: performance.now() }) }
}

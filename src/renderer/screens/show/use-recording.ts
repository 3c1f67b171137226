import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Talk } from '../../../shared/model/block'
import type { TalkId } from '../../../shared/model/ids'
import { RehearsalId, type Rehearsal } from '../../../shared/model/rehearsal'
import { elapsed, spentUntil, type RehearsalClock } from '../../../shared/rehearsal/rehearsal-clock'
import { rehearsedBlocks } from '../../../shared/rehearsal/rehearsed-blocks'
import type { Scene } from '../../../shared/slides/scene'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'

/** What a rehearsal is of, and whose. */
export type Rehearsing = { readonly talkId: TalkId; readonly lecturer: string; readonly audience: string; readonly minutes: number | null; readonly pace: number }

/** A shorter rehearsal is a slip of the finger and is never stored, in milliseconds. */
const SHORTEST = 3_000
/** A killed process costs no more than these. */
const KEEP_EVERY = 5_000

/**
 * Writes a rehearsal down while it runs: at every slide and every few seconds.
 * @param rehearsing null for a show that nobody records
 * @returns `failed` while the last writing failed, and `finish`, which gives the whole rehearsal and stores it; null where there is nothing to keep
 */
export function useRecording(rehearsing: Rehearsing | null, talk: Talk, scenes: readonly Scene[], clock: RehearsalClock) {
  const engine = useEngine()
  const fail = useFailure()
  const [failed, setFailed] = useState(false)
  const [{ id, startedAt }] = useState(() => ({ id: RehearsalId.parse(crypto.randomUUID()), startedAt: Date.now() }))
  // One writing after another: an older state must not come to lie over a newer one.
  const queue = useRef(Promise.resolve())

  const stateNow = (finished: boolean): Rehearsal | null => {
    const now = performance.now()
    if (rehearsing === null || elapsed(clock, now) < SHORTEST) return null
    const { talkId, lecturer, audience, minutes, pace } = rehearsing
    const blocks = rehearsedBlocks(talk, scenes, spentUntil(clock, now), pace)
    return { id, talkId, lecturer, audience, minutes, startedAt, endedAt: Date.now(), finished, blocks }
  }

  const write = useCallback(
    (rehearsal: Rehearsal | null, onFailure: (error: unknown) => void) => {
      if (rehearsal === null) return
      queue.current = queue.current
        .then(() => engine.rehearsals.keep({ ...rehearsal, blocks: [...rehearsal.blocks] }))
        .then(() => setFailed(false))
        .catch(onFailure)
    },
    [engine],
  )

  const keep = useEffectEvent(() => write(stateNow(false), () => setFailed(true)))
  const stopped = clock.since === null
  useEffect(() => keep(), [clock.at, stopped])
  useEffect(() => {
    const timer = setInterval(() => keep(), KEEP_EVERY)
    const keepLast = () => keep()
    window.addEventListener('pagehide', keepLast)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', keepLast)
    }
  }, [])

  return {
    failed,
    // Nobody is held in a show that has ended by an engine that does not answer.
    finish: (): Rehearsal | null => {
      const whole = stateNow(true)
      write(whole, fail)
      return whole
    },
  }
}

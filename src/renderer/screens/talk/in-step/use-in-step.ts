import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { fingerprint } from '../../../../shared/in-step/fingerprint'
import { rawTextOf } from '../../../../shared/markdown/block-texts'
import type { Talk } from '../../../../shared/model/block'
import type { TalkId } from '../../../../shared/model/ids'
import type { StepFinding } from '../../../../shared/model/in-step'
import { useEngine } from '../../../app/engine'
import type { Problem } from '../problems-list'
import type { TalkSession } from '../talk-session'
import { stepWarning } from '../../../../shared/in-step/step-warning'

/** Nobody is told of a script that has not followed while the hands are still on the keys. */
const QUIET_MS = 2_000

const none: readonly StepFinding[] = []
/** Read again with every change of a material; of the talk itself when it has come to rest, not at every save. */
export const inStepKey = (id: TalkId) => ['materials', 'in-step', id]

export type Steps = ReadonlyMap<string, readonly StepFinding[]>

/**
 * What is out of step, by the key of its block in the text on the screen. A block that is being edited has another fingerprint than the one that was
 * judged, so it is left in peace until it has been saved and the keys have rested.
 * @param text that `talk` was parsed from
 */
export function useInStep(id: TalkId, session: TalkSession, talk: Talk, text: string): { readonly steps: Steps; readonly problems: readonly Problem[] } {
  const engine = useEngine()
  const client = useQueryClient()
  const { data: findings = none } = useQuery({ queryKey: inStepKey(id), queryFn: ({ signal }) => engine.inStep.ofTalk({ id }, { signal }) })

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = session.subscribe(() => {
      clearTimeout(timer)
      if (session.snapshot().save === 'saved') timer = setTimeout(() => void client.invalidateQueries({ queryKey: inStepKey(id) }), QUIET_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client, id, session])

  const steps = useMemo(() => {
    const found = new Map<string, StepFinding[]>()
    if (findings.length === 0) return found
    const byPrint = Map.groupBy(findings, ({ print }) => print)
    for (const { key, span } of talk.sections.flatMap(({ blocks }) => blocks)) {
      const ofBlock = byPrint.get(fingerprint(rawTextOf(text, span)))
      if (ofBlock) found.set(key, ofBlock)
    }
    return found
  }, [findings, talk, text])
  const problems = useMemo(() => [...steps].flatMap(([block, found]) => found.map((finding) => ({ warning: stepWarning(finding), block }))), [steps])
  return { steps, problems }
}

import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import { findOutOfStep } from '../../src/shared/in-step/find-out-of-step'
import { fingerprint } from '../../src/shared/in-step/fingerprint'
import { followMarks } from '../../src/shared/in-step/step-marks'
import { blockTextsOf } from '../../src/shared/markdown/block-texts'
import type { TalkId } from '../../src/shared/model/ids'
import type { StepMark } from '../../src/shared/model/in-step'
import { reasonsOf } from './memory-finding'
import { gone } from './memory-gone'
import type { Held } from './memory-held'

/** What is in step and what is not, from memory. `follow` is told of every save. */
export function memoryInStep(held: () => Held, changed: () => void) {
  const server = implement(contract)
  const marks = new Map<TalkId, StepMark[]>()
  const textOf = (id: TalkId): string => held().talks.find((talk) => talk.id === id)?.markdown ?? gone('宣讲稿')
  const blockOf = (id: TalkId, print: string): number => blockTextsOf(textOf(id)).findIndex(({ text }) => fingerprint(text) === print)
  const put = (id: TalkId, next: StepMark[]) => {
    marks.set(id, next)
    changed()
  }
  return {
    follow: (id: TalkId, before: string, after: string, now: number) => marks.set(id, followMarks(marks.get(id) ?? [], blockTextsOf(before), blockTextsOf(after), now)),
    inStep: {
      ofTalk: server.inStep.ofTalk.handler(({ input: { id } }) =>
        findOutOfStep(textOf(id), marks.get(id) ?? [], (material) => {
          const found = held().materials.find((one) => one.id === material)
          const thrown = held().trash.find((one) => one.material.id === material)
          if (!found) return { title: thrown?.material.title ?? '', inTrash: thrown !== undefined }
          const source = held().sources.find((one) => one.id === found.provenance?.sourceId)?.title ?? null
          const superseded = () => held().revisions.filter((one) => one.id === material).map(({ draft }) => draft)
          return { material: found, sourceTitle: source, stale: { reasons: reasonsOf(held(), found), validUntil: found.validUntil ?? '', source: source ?? '' }, superseded }
        }),
      ),
      confirm: server.inStep.confirm.handler(({ input: { id, print } }) => {
        const mark = marks.get(id)?.find((one) => one.block === blockOf(id, print)) ?? null
        put(id, (marks.get(id) ?? []).filter((one) => one !== mark))
        return mark
      }),
      reopen: server.inStep.reopen.handler(({ input: { id, print, mark } }) => put(id, [...(marks.get(id) ?? []), { ...mark, block: blockOf(id, print) }])),
    },
  }
}

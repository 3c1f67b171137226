import { oc } from '@orpc/contract'
import { z } from 'zod'
import { TalkId } from '../model/ids'
import { StepFinding, StepMark } from '../model/in-step'

const OfBlock = z.object({ id: TalkId, /** Of the block's text, see `fingerprint`. */ print: z.string().max(20) })

/** Whether slides and scripts of a talk say the same, and whether its materials say what they said when they were brought in. */
export const inStep = {
  /** Of the stored text, in its order; empty when all is in step. */
  ofTalk: oc.input(z.object({ id: TalkId })).output(z.array(StepFinding)),
  /** Slide and script of this block agree as they stand. The answer takes it back with `reopen`; null when nothing was open. */
  confirm: oc.input(OfBlock).output(StepMark.nullable()),
  reopen: oc.input(OfBlock.extend({ mark: StepMark })).output(z.void()),
}

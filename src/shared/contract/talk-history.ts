import { oc } from '@orpc/contract'
import { z } from 'zod'
import { TalkId } from '../model/ids'
import { HistoryPage } from '../model/talk-history'

/** The stack of undo of a talk, kept beside its text; written by `talks.save`. */
export const talkHistory = {
  /** Up to `most` steps that lead to `upTo` and before; without it the newest that are done, and as many that can be redone. */
  steps: oc.input(z.object({ id: TalkId, upTo: z.int().min(0).optional(), most: z.int().min(1).max(1000) })).output(HistoryPage),
}

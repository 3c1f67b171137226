import { oc } from '@orpc/contract'
import { z } from 'zod'
import { DraftOf, KeptDraft } from '../model/material-draft'

/** What was written and not saved yet. It is kept while somebody types, so that neither a closed window nor a killed process loses it. */
export const drafts = {
  /** Last written first. */
  list: oc.output(z.array(KeptDraft.pick({ of: true, savedAt: true }).extend({ title: z.string() }))),
  get: oc.input(z.object({ of: DraftOf })).output(KeptDraft.nullable()),
  /** Takes the place of what was kept; stored when it returns. No deed: undo knows nothing of it. */
  keep: oc.input(KeptDraft.omit({ savedAt: true })).output(z.void()),
  drop: oc.input(z.object({ of: DraftOf })).output(z.void()),
}

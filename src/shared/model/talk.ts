import { z } from 'zod'
import { TalkId, Timestamp } from './ids'

/** A talk as stored: its Markdown is the whole truth, the other fields are read from it for lists. */
export const TalkRecord = z.object({
  id: TalkId,
  markdown: z.string().max(5_000_000),
  title: z.string(),
  audience: z.string(),
  format: z.string(),
  /** Minutes allowed, from the front matter. */
  minutes: z.number().nullable(),
  /** Counts saves, from 1; a save names the revision it was based on, so that two windows never overwrite each other in silence. */
  revision: z.int().min(1),
  createdAt: Timestamp,
  updatedAt: Timestamp,
})
export type TalkRecord = Readonly<z.infer<typeof TalkRecord>>

export const TalkSummary = TalkRecord.omit({ markdown: true }).extend({ blocks: z.int().nonnegative() })
export type TalkSummary = Readonly<z.infer<typeof TalkSummary>>

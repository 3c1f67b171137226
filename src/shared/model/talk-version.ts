import { z } from 'zod'
import { TalkId, Timestamp } from './ids'

export const TalkVersionId = z.uuid().brand<'talk-version'>()
export type TalkVersionId = z.infer<typeof TalkVersionId>

/**
 * Why a version was kept: the user asked for it, or it was kept by itself — as the text stood before work went on after a pause, before all places were
 * replaced, before an older version was put back; as it was rehearsed; as it was exported.
 */
export const versionReasons = ['by-hand', 'pause', 'before-replace', 'before-restore', 'rehearsed', 'exported'] as const
export const VersionReason = z.enum(versionReasons)
export type VersionReason = z.infer<typeof VersionReason>

export const VersionName = z.string().trim().max(100)

/** A talk as it stood once. */
export const TalkVersion = z.object({
  id: TalkVersionId,
  talkId: TalkId,
  reason: VersionReason,
  /** Given by the user; empty without. A version with a name is never thinned out. */
  name: VersionName,
  at: Timestamp,
  blocks: z.int().nonnegative(),
  /** What it took at the lecturer's pace of that time. */
  seconds: z.int().nonnegative(),
})
export type TalkVersion = Readonly<z.infer<typeof TalkVersion>>

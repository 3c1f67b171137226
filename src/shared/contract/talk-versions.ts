import { oc } from '@orpc/contract'
import { z } from 'zod'
import { TalkId } from '../model/ids'
import { TalkVersion, TalkVersionId, VersionName, VersionReason } from '../model/talk-version'

const OfVersion = z.object({ id: TalkVersionId })

/** How a talk stood at other times. Comparing two of them is pure (`compareTalks`); an older one is put back by saving its text. */
export const talkVersions = {
  /** Newest first. */
  list: oc.input(z.object({ talkId: TalkId })).output(z.array(TalkVersion)),
  text: oc.input(OfVersion).output(z.object({ markdown: z.string() })),
  /** Keeps a text of the talk, as the window shows it. Kept by itself, a text that the newest version has already is not kept twice. */
  keep: oc.input(z.object({ talkId: TalkId, reason: VersionReason, name: VersionName.default(''), markdown: z.string().max(5_000_000) })).output(TalkVersion),
  /** An empty name takes the name away. */
  rename: oc.input(OfVersion.extend({ name: VersionName })).output(TalkVersion),
  remove: oc.input(OfVersion).output(z.void()),
}

import { parseTalk } from '../../shared/markdown/parse-talk'
import type { TalkId } from '../../shared/model/ids'
import type { TalkVersion, VersionReason } from '../../shared/model/talk-version'
import { timeTalk } from '../../shared/speech/time-talk'
import type { Library } from '../library/library'
import { paceOfSpeaker } from './pace-of-speaker'

/**
 * Keeps a text of a talk as a version, with what lists show of it.
 * @param name empty for none
 */
export function keepVersion(library: Library, talkId: TalkId, reason: VersionReason, markdown: string, name = ''): TalkVersion {
  const { front, sections } = parseTalk(markdown).value
  const { seconds } = timeTalk({ front, sections }, paceOfSpeaker(library)(front.speaker))
  return library.talkVersions.keep({ talkId, reason, name, markdown, seconds, blocks: sections.reduce((count, { blocks }) => count + blocks.length, 0) })
}

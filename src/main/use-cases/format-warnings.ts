import { checkFormat } from '../../shared/formats/check-format'
import { parseTalk } from '../../shared/markdown/parse-talk'
import type { Warning } from '../../shared/outcome'
import { timeTalk } from '../../shared/speech/time-talk'
import type { Library } from '../library/library'
import { paceOfSpeaker } from './pace-of-speaker'
import { talkCatalogue } from './talk-catalogue'

/** What a talk lacks of its format and its audience's wishes, as that audience hears it. */
export function formatWarnings(library: Library, markdown: string): readonly Warning[] {
  const { front } = parseTalk(markdown).value
  const talk = parseTalk(markdown, { audience: front.audience }).value
  return checkFormat(talk, timeTalk(talk, paceOfSpeaker(library)(front.speaker)), talkCatalogue(library))
}

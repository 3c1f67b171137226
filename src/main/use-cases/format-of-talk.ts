import { formatFromTalk } from '../../shared/formats/format-from-talk'
import { formatOf, MOST_BLOCKS, type FormatDefinition } from '../../shared/formats/talk-formats'
import { parseTalk } from '../../shared/markdown/parse-talk'
import type { TalkId } from '../../shared/model/ids'
import { LecternError } from '../../shared/outcome'
import { timeTalk } from '../../shared/speech/time-talk'
import type { Library } from '../library/library'
import { paceOfSpeaker } from './pace-of-speaker'
import { talkCatalogue } from './talk-catalogue'

/**
 * The format that a talk is an example of.
 * @throws LecternError `talk-not-found`, `talk-too-long` when a format could not hold its blocks, `talk-empty`
 */
export function formatOfTalk(library: Library, id: TalkId): FormatDefinition {
  const talk = parseTalk(library.talks.get(id).markdown).value
  const blocks = talk.sections.reduce((count, section) => count + section.blocks.length, 0)
  if (blocks === 0) throw new LecternError('talk-empty', { 'zh-CN': '这份宣讲稿还没有段块，存不成一种形式。请先写出提纲。', en: 'This talk has no blocks yet, so there is no format in it. Write its outline first.' })
  if (blocks > MOST_BLOCKS) throw new LecternError('talk-too-long', { 'zh-CN': `这份宣讲稿有 ${blocks} 个段块，一种形式最多 ${MOST_BLOCKS} 个。请先复制一份，合并或删去一些段块再存。`, en: `This talk has ${blocks} blocks, and a format holds ${MOST_BLOCKS} at most. Make a copy, merge or leave out some, and save that.` })
  return formatFromTalk(talk, timeTalk(talk, paceOfSpeaker(library)(talk.front.speaker)), formatOf(talk.front.format, talkCatalogue(library)))
}

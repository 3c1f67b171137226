import type { Language, Localized } from '../language'
import { assertNever } from '../assert-never'
import type { Block, Talk } from '../model/block'
import type { TalkTime } from '../speech/time-talk'
import { wholeShares } from './shares'
import type { Format, FormatBlock, FormatDefinition } from './talk-formats'

/**
 * The format that a talk is an example of: its sections and titles, and shares as its times fall. A block whose title the talk's own format knows keeps
 * what that says of it (lane, speaker, advice); of the others the content tells what belongs there.
 * @param talk with at least one block, at most as many as a format may have
 * @param time of the same talk; a block that takes no time yet counts as half a minute
 */
export const formatFromTalk = (talk: Talk, time: TalkTime, origin: Format): FormatDefinition => {
  const known = new Map(origin.sections.flatMap(({ blocks }) => blocks).flatMap((block) => [block.title['zh-CN'], block.title.en].map((title) => [title, block] as const)))
  const sections = talk.sections.map((section, index) => ({ section, times: time.sections[index]?.blocks ?? [] })).filter(({ section }) => section.blocks.length > 0)
  const shares = wholeShares(sections.flatMap(({ section, times }) => section.blocks.map((_, index) => Math.max(UNWRITTEN, times[index]?.seconds ?? 0))))
  let next = 0
  return {
    name: inBoth(talk.front.title.slice(0, 60) || (talk.front.lang === 'zh-CN' ? '我的形式' : 'My format')),
    summary: inBoth(''),
    sections: sections.map(({ section }) => ({
      title: inBoth(withoutNumber(section.title)),
      blocks: section.blocks.map((block): FormatBlock => {
        const share = shares[next++] ?? 1
        const same = known.get(block.title)
        return same === undefined ? { ...ofContent(block), title: inBoth(block.title), share, guidance: inBoth('') } : { ...same, share }
      }),
    })),
  }
}

/** Seconds. */
const UNWRITTEN = 30

const inBoth = (text: string): Localized => ({ 'zh-CN': text, en: text }) satisfies Record<Language, string>

/** A new talk numbers its sections by itself. */
const withoutNumber = (title: string): string => title.replace(/^[一二三四五六七八九十]+、\s*/, '')

/** What a block is for, as far as its content tells. */
export const ofContent = ({ content: { kind } }: Block): Pick<FormatBlock, 'lane' | 'materials' | 'content'> => {
  switch (kind) {
    case 'points':
    case 'two-columns':
    case 'timeline':
    case 'agenda':
    case 'closing':
    case 'references':
      return { lane: 'frame', materials: ['note'], content: kind === 'two-columns' ? 'two-columns' : 'points' }
    case 'quote':
      return { lane: 'policy', materials: ['policy', 'quote', 'theory'], content: 'quote' }
    case 'table':
    case 'chart':
      return { lane: 'topic', materials: ['data'], content: 'points' }
    case 'picture':
      return { lane: 'frame', materials: ['picture'], content: 'points' }
    case 'case':
    case 'local-case':
      return { lane: 'case', materials: ['case'], content: kind }
    case 'question':
      return { lane: 'question', materials: ['question'], content: 'points' }
    case 'discussion':
    case 'activity':
      return { lane: 'interaction', materials: kind === 'activity' ? ['activity'] : ['question', 'activity'], content: kind }
    default:
      return assertNever(kind)
  }
}

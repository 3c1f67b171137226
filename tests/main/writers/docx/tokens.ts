import type { BlockContent, Talk } from '../../../../src/shared/model/block'
import { aTalk, block, bullets, content, front, inlines, section } from '../../../builders/talk'

/** Each word of the talk below, by where it stands: no two are alike, and none is part of another. */
export type Tokens = { readonly shown: readonly string[]; readonly said: readonly string[]; readonly asked: readonly string[]; readonly answered: readonly string[]; readonly sources: readonly string[] }

/** A talk with every kind of block in which every place that can hold text holds a word of its own, and those words. */
export function talkOfTokens(lang: 'zh-CN' | 'en', picture = ''): { readonly talk: Talk; readonly tokens: Tokens } {
  const tokens: Record<keyof Tokens, string[]> = { shown: [], said: [], asked: [], answered: [], sources: [] }
  let count = 0
  const word = (place: keyof Tokens): string => {
    count += 1
    const made = `${lang === 'en' ? 'word' : '词'}${String(count).padStart(3, '0')}`
    tokens[place].push(made)
    return made
  }
  const shown = (): string => word('shown')
  const asks = (options: number, answer: string): BlockContent => content.question(word('asked'), Array.from({ length: options }, () => word('asked')), answer, `${word('answered')}\n${word('answered')}`)
  const talk = aTalk(
    front({ title: shown(), subtitle: shown(), occasion: shown(), speaker: shown(), date: '', lang }),
    section(
      shown(),
      block(shown(), content.points(shown(), [shown(), shown(), [shown(), shown()]]), { script: word('said'), cites: [[word('sources'), word('sources')]] }),
      block(shown(), content.numbered(shown(), `**${shown()}**：${shown()}`), { script: word('said') }),
      block(shown(), content.quote(`${shown()}\n${shown()}`, shown())),
      block(shown(), { kind: 'table', lead: bullets(shown()), table: { header: [inlines(shown()), inlines(shown())], rows: [[inlines(shown()), inlines(shown())]], align: [null, 'right'] } }),
      block(shown(), content.chart('column', shown(), [shown(), shown()], { [shown()]: [1, 2] })),
    ),
    section(
      shown(),
      block(shown(), content.caseStudy(shown(), [shown(), shown()], [shown(), shown()], [shown(), shown()], [shown(), shown()])),
      block(shown(), content.twoColumns([shown(), shown()], [shown(), shown()])),
      block(shown(), content.timeline([shown(), shown()], [shown(), shown()])),
      block(shown(), content.picture(picture, picture === '' ? shown() : 'alt', shown())),
      block(shown(), content.discussion(2, shown(), shown())),
      block(shown(), content.activity(5, shown(), shown())),
      block(shown(), content.localCase(shown())),
    ),
    section(shown(), block(shown(), asks(4, 'B')), block(shown(), asks(3, 'AC')), block(shown(), asks(0, ''), { script: word('said'), cites: [[word('sources'), word('sources')]] })),
  )
  return { talk, tokens }
}

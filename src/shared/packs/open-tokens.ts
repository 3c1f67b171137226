import type { Localized } from '../language'
import { tokensIn, type TokenName } from '../markdown/fill-tokens'
import { readFrontMatter } from '../markdown/front-matter'
import type { Warning } from '../outcome'
import { tokenLabels } from './token-labels'

/**
 * The tokens that stay to be seen in what is exported, each once, in order.
 * @param markdown the talk as its school hears it, filled with what the school says of itself; `{{date}}` and `{{speaker}}` are filled from its front matter
 * @param heardIn whether it is for a school at all
 * @returns warnings `token-without-value`, of the whole talk
 */
export function openTokens(markdown: string, heardIn: 'a-school' | 'no-school'): readonly Warning[] {
  const { front } = readFrontMatter(markdown)
  const filled: Partial<Record<TokenName, string>> = { date: front.date, speaker: front.speaker }
  return tokensIn(markdown)
    .filter((token) => (filled[token] ?? '') === '')
    .map((token) => ({ code: 'token-without-value', place: '', message: sentence(token, heardIn) }))
}

function sentence(token: TokenName, heardIn: 'a-school' | 'no-school'): Localized {
  const { 'zh-CN': zh, en } = tokenLabels[token]
  if (token === 'date' || token === 'speaker')
    return { 'zh-CN': `讲稿里的 {{${token}}} 没有内容：讲稿还没有写${zh}。`, en: `{{${token}}} in the talk stays open: the talk names no ${en} yet.` }
  if (heardIn === 'a-school') return { 'zh-CN': `讲稿里的 {{${token}}} 没有内容：这所学校还没有填${zh}。`, en: `{{${token}}} in the talk stays open: the school has no ${en} yet.` }
  return { 'zh-CN': `讲稿里的 {{${token}}} 没有内容：没有选学校，会照原样留着。`, en: `{{${token}}} in the talk stays open: no school was chosen, so it is left as it is.` }
}

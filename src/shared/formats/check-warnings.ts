import type { Localized } from '../language'
import type { Block } from '../model/block'
import type { Warning } from '../outcome'
import { laneNames } from './lane-names'
import type { Lane } from './talk-formats'

/** What to do about a lane that is missing. */
const remedies: Partial<Readonly<Record<Lane, Localized>>> = {
  case: { 'zh-CN': '加一个“案例”段块，或把一条案例素材放进来。', en: 'Add a case block, or bring in a case from the library.' },
  policy: { 'zh-CN': '放一段文件原文，并注明出处。', en: 'Quote a passage of the document, with its source.' },
  theory: { 'zh-CN': '放一段原文，并注明出处。', en: 'Quote a passage, with its source.' },
  interaction: { 'zh-CN': '加一个“讨论”“活动”或“提问”段块，或在讲稿里写上[提问]。', en: 'Add a discussion, an activity or a question, or write [ask] in the script.' },
  question: { 'zh-CN': '加一个“提问”或“讨论”段块。', en: 'Add a question or a discussion.' },
  quiz: { 'zh-CN': '加几个“提问”段块。', en: 'Add some questions.' },
}

const whole = (code: string, chinese: string, english: string): Warning => ({ code, place: '', message: { 'zh-CN': chinese, en: english } })
const ofBlock = (code: string, { span }: Block, chinese: string, english: string): Warning => ({ code, place: `line ${span.line}`, message: { 'zh-CN': chinese, en: english } })
const percent = (part: number): string => `${Math.round(part * 100)}%`

export const laneMissing = (format: Localized, lane: Lane): Warning => {
  const word = laneNames[lane]
  const remedy = remedies[lane]
  return whole('format-lane-missing', `形式是“${format['zh-CN']}”，却没有${word['zh-CN']}。${remedy?.['zh-CN'] ?? ''}`, `The format is “${format.en}”, but there is nothing of ${word.en}. ${remedy?.en ?? ''}`.trim())
}

export const laneOutOfProportion = (lane: Lane, actual: number, planned: number, block: Block | null): Warning => {
  const word = laneNames[lane]
  const over = actual > planned
  const chinese = `${word['zh-CN']}占了 ${percent(actual)} 的时间，按形式和对象大约是 ${percent(planned)}。${over ? '可以删减，或把一部分移到讲义里。' : '可以多讲一点，或换一种形式。'}`
  const english = `${word.en.charAt(0).toUpperCase()}${word.en.slice(1)}: ${percent(actual)} of the time, where format and audience ask for about ${percent(planned)}. ${over ? 'Cut some, or move it to the handout.' : 'Say more, or choose another format.'}`
  return block === null ? whole('format-lane-share', chinese, english) : ofBlock('format-lane-share', block, chinese, english)
}

export const noInteraction = (audience: Localized): Warning =>
  whole('no-interaction', `${audience['zh-CN']}希望有互动，这里却一处也没有。${remedies.interaction?.['zh-CN'] ?? ''}`, `${audience.en} expect to take part, and there is nothing for them to do. ${remedies.interaction?.en ?? ''}`)

export const longSentences = (block: Block, audience: Localized, mean: number, wished: number): Warning =>
  ofBlock('long-sentences', block, `这里的讲稿平均一句 ${Math.round(mean)} 个字，${audience['zh-CN']}听起来轻松的是 ${wished} 个字以内。试着把长句断开。`, `Sentences of this script have ${Math.round(mean)} characters on average; ${audience.en.toLowerCase()} follow up to ${wished} with ease. Try to break the long ones.`)

export const rareCharacters = (block: Block, characters: readonly string[]): Warning =>
  ofBlock('rare-characters', block, `讲稿里生僻字偏多：${characters.join('、')}。念之前查一下读音，或换个说法。`, `The script has many rare characters: ${characters.join(', ')}. Look up how they are read, or put it another way.`)

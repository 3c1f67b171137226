import type { Localized } from '../language'
import type { Lane } from './talk-formats'

/** What a lane is called, as it stands within a sentence. */
export const laneNames: Readonly<Record<Lane, Localized>> = {
  frame: { 'zh-CN': '开场和收尾', en: 'opening and closing' },
  interaction: { 'zh-CN': '互动', en: 'interaction' },
  theory: { 'zh-CN': '理论', en: 'theory' },
  story: { 'zh-CN': '故事', en: 'stories' },
  policy: { 'zh-CN': '政策', en: 'policy' },
  case: { 'zh-CN': '案例', en: 'cases' },
  lesson: { 'zh-CN': '讲授', en: 'the lesson' },
  performance: { 'zh-CN': '展演', en: 'the performance' },
  topic: { 'zh-CN': '专题', en: 'the topic' },
  question: { 'zh-CN': '问答', en: 'questions' },
  quiz: { 'zh-CN': '竞答', en: 'the quiz' },
  sharing: { 'zh-CN': '分享', en: 'sharing' },
}

import type { Language } from '../../../shared/language'
import type { BlockKind } from '../../../shared/model/block'

/** What "add a block" can make, in the order of the menu. A picture is brought in as a file, so it is no template. */
export const templateKinds = ['points', 'quote', 'case', 'table', 'chart', 'two-columns', 'timeline', 'question', 'discussion', 'activity', 'local-case', 'agenda', 'closing', 'references'] as const satisfies readonly BlockKind[]
export type TemplateKind = (typeof templateKinds)[number]

const chinese: Record<TemplateKind, string> = {
  points: '## 新的段块\n- 第一点\n- 第二点\n- 第三点\n',
  quote: '## 引文\n> 在这里放一句逐字引文。\n> —— 《出处》\n',
  case: '## 案例\n:::case{stage=in-practice school="示例学校"}\n### 背景\n当时的情况\n### 做法\n做了什么\n### 成效\n有什么变化\n### 启示\n能学到什么\n:::\n',
  table: '## 表格\n| 项目 | 数量 |\n| --- | --- |\n| 甲 | 1 |\n| 乙 | 2 |\n',
  chart: '## 图表\n:::chart{type=column unit=所}\n| 年份 | 数量 |\n| --- | --- |\n| 2024 | 12 |\n| 2025 | 30 |\n:::\n',
  'two-columns': '## 两栏对照\n:::two-columns\n### 以前\n- 一点\n### 现在\n- 一点\n:::\n',
  timeline: '## 时间线\n:::timeline\n- 2024：起步\n- 2025：推开\n- 2026：见效\n:::\n',
  question: '## 想一想\n::::question{answer=A}\n题目写在这里？\n- A 第一个选项\n- B 第二个选项\n\n:::explanation\n为什么。\n:::\n::::\n',
  discussion: '## 讨论\n:::discussion{minutes=5}\n大家怎么看？\n:::\n',
  activity: '## 现场活动\n:::activity{minutes=5}\n两人一组，说一说。\n:::\n',
  'local-case': '## 我们学校的故事\n:::local-case\n:::\n',
  agenda: '## 目录\n:::agenda\n:::\n',
  closing: '## 谢谢大家\n:::closing\n:::\n',
  references: '## 出处\n:::references\n:::\n',
}

const english: Record<TemplateKind, string> = {
  points: '## New block\n- First point\n- Second point\n- Third point\n',
  quote: '## Quotation\n> A sentence, word for word.\n> —— Source\n',
  case: '## Case study\n:::case{stage=in-practice school="Example School"}\n### Background\nHow things stood\n### Action\nWhat was done\n### Result\nWhat changed\n### Lesson\nWhat others can learn\n:::\n',
  table: '## Table\n| Item | Number |\n| --- | --- |\n| One | 1 |\n| Two | 2 |\n',
  chart: '## Chart\n:::chart{type=column unit=schools}\n| Year | Schools |\n| --- | --- |\n| 2024 | 12 |\n| 2025 | 30 |\n:::\n',
  'two-columns': '## Side by side\n:::two-columns\n### Before\n- One point\n### Now\n- One point\n:::\n',
  timeline: '## Timeline\n:::timeline\n- 2024: Start\n- 2025: Spread\n- 2026: Results\n:::\n',
  question: '## Think\n::::question{answer=A}\nThe question goes here?\n- A First option\n- B Second option\n\n:::explanation\nWhy.\n:::\n::::\n',
  discussion: '## Discussion\n:::discussion{minutes=5}\nWhat do you think?\n:::\n',
  activity: '## Activity\n:::activity{minutes=5}\nIn pairs, tell each other.\n:::\n',
  'local-case': '## Our own school\n:::local-case\n:::\n',
  agenda: '## Agenda\n:::agenda\n:::\n',
  closing: '## Thank you\n:::closing\n:::\n',
  references: '## Sources\n:::references\n:::\n',
}

/** The Markdown of a new block, well-formed and in the language of the talk, ready to be typed over. */
export const blockTemplate = (kind: TemplateKind, language: Language): string => (language === 'en' ? english : chinese)[kind]

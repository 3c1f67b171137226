import { describe, expect, it } from 'vitest'
import { fillLocalSlots, localSlotsOf } from '../../../src/shared/brand/local-slots'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'

const talk = `---
title: 示例
---

# 一、做法
## 我们学校的故事
:::local-case{topic="阅读"}
- 没有案例时说这些
:::

:::script
请看我们自己的做法。
:::

## 收尾
- 谢谢
`
const aCase = `## 一张小桌子

:::case{stage=in-practice}
### 背景
- 走廊空着
:::

:::script
从前走廊空着。
:::

:::cite{material="019b0000-0000-7000-8000-000000000001" seen="aa"}
:::
`
const blocksOf = (markdown: string) => parseTalk(markdown).value.sections.flatMap(({ blocks }) => blocks)

describe('the slots of a talk for a school’s own case', () => {
  it('are told by their title, and by what they ask for', () => {
    expect(localSlotsOf(talk)).toEqual([{ key: '我们学校的故事', title: '我们学校的故事', topic: '阅读', line: 7 }])
    expect(localSlotsOf(`${talk}\n## 我们学校的故事\n:::local-case\n:::\n`).map(({ key }) => key)).toEqual(['我们学校的故事', '我们学校的故事#2'])
  })

  it('take a case in their place, keep the script that the talk has, and leave every other byte', () => {
    const filled = fillLocalSlots(talk, new Map([['我们学校的故事', aCase]]))
    const [block, after] = blocksOf(filled)
    expect(block).toMatchObject({ title: '我们学校的故事：一张小桌子', content: { kind: 'case', stage: 'in-practice' }, script: { text: '请看我们自己的做法。' } })
    expect(after).toMatchObject({ title: '收尾' })
    expect(filled).toContain(':::cite{material=')
    expect(filled.slice(0, filled.indexOf('## '))).toBe(talk.slice(0, talk.indexOf('## ')))
    expect(filled.slice(filled.indexOf('## 收尾'))).toBe(talk.slice(talk.indexOf('## 收尾')))
  })

  it('take the script of the case where the talk has none', () => {
    const [block] = blocksOf(fillLocalSlots(talk.replace(/:::script[\s\S]*?\n:::\n/, ''), new Map([['我们学校的故事', aCase]])))
    expect(block?.script?.text).toBe('从前走廊空着。')
  })

  it('show the title of the case alone where both together would be too long', () => {
    const [block] = blocksOf(fillLocalSlots(talk, new Map([['我们学校的故事', aCase.replace('一张小桌子', '一张小桌子怎样把一条空走廊变成全校最热闹的地方')]])))
    expect(block?.title).toBe('一张小桌子怎样把一条空走廊变成全校最热闹的地方')
  })

  it('stay as they are without a case', () => {
    expect(fillLocalSlots(talk, new Map())).toBe(talk)
    expect(fillLocalSlots(talk, new Map([['另一处', aCase]]))).toBe(talk)
  })

  it('fill within a part that is for some only, and never tear it apart', () => {
    const inside = talk.replace(':::local-case{topic="阅读"}\n- 没有案例时说这些\n:::', '::::only{audience=students}\n:::local-case\n:::\n::::')
    expect(blocksOf(fillLocalSlots(inside, new Map([['我们学校的故事', aCase]])))).toHaveLength(2)
    const torn = '## 问\n\n:::::question\n题\n\n::::explanation\n解\n::::\n:::::\n'
    expect(blocksOf(fillLocalSlots(inside, new Map([['我们学校的故事', torn]])))).toHaveLength(2)
  })

  it('are filled each by its own case: several in one block, in one condition, and one after the other', () => {
    const slot = ':::local-case\n:::\n'
    const several = `## 甲\n${slot}\n${slot}\n::::only{audience=students}\n## 乙\n${slot}\n## 丙\n${slot}::::\n\n## 丁\n${slot}`
    const keys = localSlotsOf(several).map(({ key }) => key)
    expect(keys).toEqual(['甲', '甲#2', '乙', '丙', '丁'])
    const filled = fillLocalSlots(several, new Map(keys.map((key, index) => [key, `## \n\n- 做法${index}\n`])))
    expect(localSlotsOf(filled)).toEqual([])
    expect(blocksOf(filled).map(({ title }) => title)).toEqual(['甲', '乙', '丙', '丁'])
    expect(filled.match(/做法\d/g)).toEqual(keys.map((_, index) => `做法${index}`))
  })

  it('take no case that leaves something open or brings further blocks with it', () => {
    for (const bad of ['## 开\n\n```\n没有关上\n', '## 开\n\n<!-- 没有关上\n', '## 一\n\n- 甲\n\n:::question\n## 二\n:::\n']) {
      const filled = fillLocalSlots(talk, new Map([['我们学校的故事', bad]]))
      expect(blocksOf(filled).map(({ title }) => title).at(-1)).toBe('收尾')
      expect(blocksOf(filled)).toHaveLength(2)
    }
  })

  it('keep what a talk asks for when their content is written anew', () => {
    expect(blocksOf(talk)[0]?.content).toMatchObject({ kind: 'local-case', topic: '阅读' })
  })
})

import { describe, expect, test } from 'vitest'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { rehearsedBlocks } from '../../../src/shared/rehearsal/rehearsed-blocks'
import { reportOf } from '../../../src/shared/rehearsal/rehearsal-report'
import { notoSansSc } from '../../../src/shared/slides/font-metrics'
import { layOut } from '../../../src/shared/slides/lay-out'
import { clearTheme } from '../../../src/shared/slides/themes/clear'
import { timeTalk } from '../../../src/shared/speech/time-talk'

const said = (characters: number): string => `:::script\n${'讲'.repeat(characters)}[停顿 2]\n:::\n`
const markdown = `---
title: 示例
---

# 第一部分

## 甲

- 要点

${said(220)}
## 乙

:::question
题干？

A. 对
B. 错

答案：A
:::

${said(110)}
# 第二部分

## 丙

- 要点

${said(440)}`

const talk = parseTalk(markdown).value
const { scenes } = layOut(talk, { theme: clearTheme, metrics: notoSansSc, picture: () => null, language: 'zh-CN' }).value
const spentOn = (seconds: Readonly<Record<string, number>>): number[] => {
  const left = { ...seconds }
  return scenes.map((scene) => {
    const spent = left[scene.block ?? scene.id] ?? 0
    left[scene.block ?? scene.id] = 0
    return spent * 1000
  })
}

describe('a rehearsal against its plan', () => {
  test('takes the slides of one block as one and leaves out what nobody stayed on', () => {
    const blocks = rehearsedBlocks(talk, scenes, spentOn({ '0.0': 70, '0.1': 31.04, cover: 5 }), 220)
    expect(blocks.map(({ title, section, planned, spoken }) => [title, section, planned, spoken])).toEqual([
      ['示例', '', 0, 5],
      ['甲', '第一部分', 62, 70],
      ['乙', '第一部分', 32, 31],
      ['丙', '第二部分', 122, 0],
    ])
    expect(blocks[1]).toMatchObject({ characters: 220, words: 0, still: 2 })
  })

  test('plans what the desk plans', () => {
    const blocks = rehearsedBlocks(talk, scenes, spentOn({}), 180)
    expect(blocks.reduce((sum, { planned }) => sum + planned, 0)).toBe(timeTalk(talk, 180).seconds)
  })

  test('adds up by section and names where the time ran and what was never on', () => {
    const report = reportOf({ blocks: rehearsedBlocks(talk, scenes, spentOn({ '0.0': 95, '0.1': 40 }), 220) })
    expect(report).toMatchObject({ planned: 216, spoken: 135 })
    expect(report.sections.map(({ title, planned, spoken }) => [title, planned, spoken])).toEqual([
      ['第一部分', 94, 135],
      ['第二部分', 122, 0],
    ])
    // Eight seconds over are not worth a word.
    expect(report.longest.map(({ title }) => title)).toEqual(['甲'])
    expect(report.skipped.map(({ title }) => title)).toEqual(['丙'])
  })
})

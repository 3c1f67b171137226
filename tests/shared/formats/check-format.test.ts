import { describe, expect, it } from 'vitest'
import { checkFormat } from '../../../src/shared/formats/check-format'
import { skeletonOf } from '../../../src/shared/formats/skeleton'
import { audiences, builtIn, formats } from '../../../src/shared/formats/talk-formats'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { timeTalk } from '../../../src/shared/speech/time-talk'

const check = (markdown: string) => {
  const talk = parseTalk(markdown).value
  return checkFormat(talk, timeTalk(talk, 220), builtIn)
}
const codes = (markdown: string) => check(markdown).map(({ code }) => code)
const front = (more: string) => `---\ntitle: 示例\nlang: zh-CN\n${more}---\n# 一\n`
const saying = (characters: number) => `:::script\n${'讲'.repeat(characters)}。\n:::\n`
const sourced = '## 原文\n> 一段\n\n:::cite{source="示例规划"}\n:::\n'
const asked = '## 讨论\n:::discussion{minutes=2}\n:::\n'
const cased = '## 做法\n:::case\n### 背景\n:::\n'

const withSentencesOf = (length: number) => `${front('audience: students\n')}## 甲\n:::script\n${Array.from({ length: 6 }, () => '讲'.repeat(length)).join('。')}。\n:::\n## 乙\n## 丙\n:::discussion\n:::\n`

const inProportion = (policy: number, more: number) =>
      `${front('format: policy+case\nminutes: 10\n')}## 三层意思\n> 一段\n${saying(policy)}## 一所学校的做法\n:::case\n### 背景\n:::\n${saying(more)}## 想一想，说一说\n:::discussion{minutes=1}\n:::\n## 正在发生的变化\n${saying(200)}`

describe('checkFormat', () => {
  it.each(formats.flatMap((format) => audiences.map((audience) => [format.key, audience.key] as const)))('has nothing to say of a fresh skeleton: %s for %s', (format, audience) => {
    expect(check(skeletonOf({ title: '示例', format, audience, minutes: 40, language: 'zh-CN', speaker: '', date: '' }))).toEqual([])
  })

  it('says nothing of a talk that has only begun, and nothing of a format or an audience that nobody knows', () => {
    expect(check(`${front('format: policy+case\naudience: students\n')}## 甲\n## 乙\n`)).toEqual([])
    expect(check(`${front('format: 我的\naudience: 家长\n')}## 甲\n## 乙\n## 丙\n`)).toEqual([])
  })

  it('misses the case of “policy + case”', () => {
    expect(codes(`${front('format: policy+case\n')}${sourced}${asked}## 丙\n`)).toEqual(['format-lane-missing'])
    expect(codes(`${front('format: policy+case\n')}${sourced}${asked}${cased}`)).toEqual([])
  })

  it('misses the policy where nothing is quoted or cited', () => {
    const [warning] = check(`${front('format: policy+case\n')}${cased}${asked}## 丙\n`)
    expect(warning?.message['zh-CN']).toContain('没有政策')
  })

  it('takes a cue in a script for interaction', () => {
    const begun = `${front('format: policy+case\naudience: students\n')}${sourced}${cased}`
    expect(codes(`${begun}## 丙\n`)).toEqual(['format-lane-missing'])
    expect(codes(`${begun}## 丙\n:::script\n谁来说说？[提问]\n:::\n`)).toEqual([])
  })

  it('misses what an audience wishes where the talk names no format', () => {
    expect(codes(`${front('audience: students\n')}## 甲\n## 乙\n## 丙\n`)).toEqual(['no-interaction'])
    expect(codes(`${front('audience: officials\n')}## 甲\n## 乙\n## 丙\n`)).toEqual([])
  })

  it('finds a lane out of proportion once the talk is written, and names its longest block', () => {
    const warnings = check(inProportion(1600, 100))
    expect(warnings.map(({ code }) => code)).toEqual(['format-lane-share', 'format-lane-share'])
    const lineOf = (title: string) => `line ${inProportion(1600, 100).split('\n').indexOf(`## ${title}`) + 1}`
    expect(warnings.map(({ place }) => place)).toEqual([lineOf('三层意思'), lineOf('一所学校的做法')])
    expect(codes(inProportion(750, 650))).toEqual([])
    // Half written: proportions say nothing yet.
    expect(codes(inProportion(300, 20))).toEqual([])
  })

  it('finds sentences longer than the audience follows, block by block', () => {
    expect(check(withSentencesOf(35))).toMatchObject([{ code: 'long-sentences', place: 'line 7' }])
    expect(check(withSentencesOf(18))).toEqual([])
  })

  it('finds scripts full of rare characters', () => {
    expect(codes(`${front('audience: students\n')}## 甲\n:::script\n${'好好学习。'.repeat(40)}饕餮魑魅魍魉。\n:::\n## 乙\n## 丙\n:::discussion\n:::\n`)).toEqual(['rare-characters'])
  })
})

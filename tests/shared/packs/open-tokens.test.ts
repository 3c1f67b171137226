import { describe, expect, it } from 'vitest'
import { openTokens } from '../../../src/shared/packs/open-tokens'

const talk = (front: string) => `---\ntitle: 走进{{school.short}}\n${front}---\n\n## {{school.name}}的老师们好\n- {{brand.slogan}}，{{date}}，{{speaker}}\n- {{school.name}}，{{没有的}}\n`
const said = (markdown: string, heardIn: 'a-school' | 'no-school') => openTokens(markdown, heardIn).map(({ message }) => message['zh-CN'])

describe('tokens that stay open in an export', () => {
  it('are named once each, with the reason: nobody chose a school, or the talk does not say', () => {
    expect(said(talk(''), 'no-school')).toEqual([
      '讲稿里的 {{school.short}} 没有内容：没有选学校，会照原样留着。',
      '讲稿里的 {{school.name}} 没有内容：没有选学校，会照原样留着。',
      '讲稿里的 {{brand.slogan}} 没有内容：没有选学校，会照原样留着。',
      '讲稿里的 {{date}} 没有内容：讲稿还没有写日期。',
      '讲稿里的 {{speaker}} 没有内容：讲稿还没有写主讲人。',
    ])
  })

  it('are in a school those that the school says nothing for', () => {
    expect(said(talk('date: 2026-09-10\nspeaker: 示例教师\n').replaceAll(/\{\{school\.\w+\}\}/g, '示例小学'), 'a-school')).toEqual(['讲稿里的 {{brand.slogan}} 没有内容：这所学校还没有填口号。'])
  })

  it('are none where everything is said', () => {
    expect(openTokens('---\ntitle: 一\ndate: 2026-09-10\n---\n\n## 二\n- {{date}}\n', 'no-school')).toEqual([])
  })
})

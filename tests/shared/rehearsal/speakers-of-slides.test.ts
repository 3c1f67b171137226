import { describe, expect, it } from 'vitest'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { speakersOfSlides } from '../../../src/shared/rehearsal/speakers-of-slides'

const talk = (second: string) => parseTalk(`---\nspeaker: 示例教师\n---\n# 一\n## 甲\n\n:::script\n各位好。\n:::\n\n## 乙\n\n${second}\n\n## 丙\n- 只看\n`).value

describe('who speaks while a slide stands', () => {
  it('is whom its block names, else the talk’s speaker, and goes on where nothing is said', () => {
    expect(speakersOfSlides(talk(':::script{speaker="学者"}\n我说。\n:::'), [null, '0.0', '0.1', null, '0.2'])).toEqual(['示例教师', '示例教师', '学者', '学者', '学者'])
  })

  it('goes without saying where one person speaks alone', () => {
    expect(speakersOfSlides(talk('- 无'), [null, '0.0', '0.1'])).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { countSpeech, readingLength } from '../../../src/shared/speech/count-speech'
import { speechMinutes, timeAsHeard, timeTalk } from '../../../src/shared/speech/time-talk'

describe('countSpeech', () => {
  it('counts Han characters and no punctuation', () => {
    expect(countSpeech('各位老师，大家好。——“开始”！')).toEqual({ characters: 9, words: 0 })
  })

  it('counts Latin words as words', () => {
    expect(countSpeech('Good morning, it’s a well-known place.')).toEqual({ characters: 0, words: 6 })
  })

  it('spells abbreviations in Chinese speech', () => {
    expect(countSpeech('用AI备课')).toEqual({ characters: 5, words: 0 })
  })

  it.each<[string, number]>([['0', 1], ['7', 1], ['10', 1], ['12', 2], ['20', 2], ['35', 3], ['100', 2], ['105', 4], ['1200', 4], ['1234', 7], ['1004', 4], ['10000', 2], ['12000', 4], ['3.14', 4], ['35%', 6], ['1,200', 4], ['02012345678', 11]])('reads %s aloud in %i syllables', (number, length) => {
    expect(readingLength(number)).toBe(length)
  })

  it('reads a year digit by digit', () => {
    expect(countSpeech('2026年').characters).toBe(5)
  })

  it('says neither marks nor addresses nor remarks', () => {
    expect(countSpeech('<!-- 备注 -->\n**讲台** [网站](https://example.org/a)\n:::only{audience=students}\n好\n:::')).toEqual({ characters: 5, words: 0 })
  })
})

describe('speechMinutes', () => {
  it('takes a minute for as many Han characters as the pace says', () => {
    expect(speechMinutes('讲'.repeat(220), 220)).toBe(1)
  })

  it('takes a minute for six tenths as many Latin words', () => {
    expect(speechMinutes('word '.repeat(132), 220)).toBe(1)
  })

  it('adds pauses, waiting for answers and activities', () => {
    expect(speechMinutes('[停顿 30]', 220)).toBe(0.5)
    expect(speechMinutes('[互动 3][翻页]', 220)).toBe(3)
    expect(Math.round(speechMinutes('[提问]', 220) * 60)).toBe(3)
  })

  it('is shorter for a faster speaker', () => {
    fc.assert(fc.property(fc.integer({ min: 120, max: 319 }), fc.string({ unit: fc.constantFrom('讲', '台', 'a', ' ', '1', '。'), maxLength: 200 }), (pace, script) => {
      expect(speechMinutes(script, pace + 1)).toBeLessThanOrEqual(speechMinutes(script, pace))
    }))
  })
})

describe('timeTalk', () => {
  const talk = (script: string, body = '') => parseTalk(`# 一\n## 块\n${body}\n\n:::script\n${script}\n:::\n## 又一块\n:::script\n好\n:::\n# 二\n## 无稿\n- 甲\n`).value

  it('is the sum of its parts to the second', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('讲', 'a', ' ', '7', '[停顿 1]'), maxLength: 300 }), fc.integer({ min: 120, max: 320 }), (script, pace) => {
      const { seconds, total, sections } = timeTalk(talk(script), pace)
      expect(sections.reduce((sum, section) => sum + section.seconds, 0)).toBe(seconds)
      for (const section of sections) expect(section.blocks.reduce((sum, block) => sum + block.seconds, 0)).toBe(section.seconds)
      expect(Number.isInteger(seconds)).toBe(true)
      expect(total).toBe(seconds / 60)
    }))
  })

  it('gives a block without a script no time', () => {
    expect(timeTalk(talk('讲'), 220).sections[1]?.blocks).toEqual([{ key: '1.0', seconds: 0, minutes: 0 }])
  })

  it('counts an activity once, although its script has the cue as well', () => {
    expect(timeTalk(talk('[互动 5]', ':::activity{minutes=5}\n两人一组\n:::'), 220).sections[0]?.blocks[0]?.minutes).toBe(5)
  })

  it('takes as long as the audience whose version is parsed', () => {
    const markdown = '# 一\n## 块\n::::script\n大家好\n:::only{audience=students}\n同学们好同学们好同学们好\n:::\n::::\n'
    expect(timeTalk(parseTalk(markdown, { audience: 'officials' }).value, 120).seconds).toBeLessThan(timeTalk(parseTalk(markdown, { audience: 'students' }).value, 120).seconds)
  })

  it('counts for an audience what it hears, and tells the time of what it does not hear all the same', () => {
    const said = (length: number) => `\n:::script\n${'讲'.repeat(length)}\n:::\n`
    const markdown = `# 一\n\n:::::except{audience=students}\n## 底稿\n${said(220)}\n:::::\n\n:::::only{audience=students}\n## 另写\n${said(110)}\n:::::\n\n# 二\n## 共同\n${said(220)}`
    const whole = timeTalk(parseTalk(markdown).value, 220)
    const heardBy = (audience: string) => timeAsHeard(whole, timeTalk(parseTalk(markdown, { audience }).value, 220))
    expect(heardBy('students')).toMatchObject({ seconds: 90, sections: [{ seconds: 30, blocks: [{ seconds: 60, unheard: true }, { seconds: 30 }] }, { seconds: 60 }] })
    expect(heardBy('officials').sections.map(({ seconds }) => seconds)).toEqual([60, 60])
    expect(whole.seconds).toBe(150)
  })
})

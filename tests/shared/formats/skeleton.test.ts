import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { skeletonOf } from '../../../src/shared/formats/skeleton'
import { audienceOf, audiences, formatOf, formats } from '../../../src/shared/formats/talk-formats'
import { timeBudget } from '../../../src/shared/formats/time-budget'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { builtInAudiences, talkFormats } from '../../../src/shared/model/block'
import { timeTalk } from '../../../src/shared/speech/time-talk'

const anyWish = fc.record({
  title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((title) => title.trim() !== ''),
  format: fc.constantFrom(...talkFormats, '我的形式'),
  audience: fc.constantFrom(...builtInAudiences, '家长'),
  minutes: fc.integer({ min: 1, max: 600 }),
  language: fc.constantFrom('zh-CN' as const, 'en' as const),
  speaker: fc.constantFrom('', '示例教师: 甲'),
  date: fc.constantFrom('', '2026-09-10'),
})

describe('formats and audiences', () => {
  it('are those that the front matter names', () => {
    expect(formats.map(({ key }) => key)).toEqual([...talkFormats])
    expect(audiences.map(({ key }) => key)).toEqual([...builtInAudiences])
  })

  it.each([...formats, formatOf('')].map((format) => [format.name.en, format] as const))('divide the whole time of %s', (_, format) => {
    expect(format.sections.flatMap(({ blocks }) => blocks).reduce((sum, { share }) => sum + share, 0)).toBe(100)
  })
})

describe('timeBudget', () => {
  it('sums to the minutes exactly, whatever the format and audience', () => {
    fc.assert(fc.property(anyWish, ({ format, audience, minutes }) => {
      const budget = timeBudget(formatOf(format), audienceOf(audience), minutes)
      expect(budget.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(minutes * 60)
      for (const { blocks, seconds } of budget) expect(blocks.reduce((sum, block) => sum + block.seconds, 0)).toBe(seconds)
    }))
  })

  it('gives students more of the time than officials', () => {
    const interaction = (audience: string) => timeBudget(formatOf('policy+case'), audienceOf(audience), 40).flatMap(({ blocks }) => blocks).filter(({ block }) => block.lane === 'interaction').reduce((sum, { seconds }) => sum + seconds, 0)
    expect(interaction('students')).toBeGreaterThan(interaction('officials'))
  })

  it('leaves out blocks rather than make them shorter than twenty seconds', () => {
    fc.assert(fc.property(anyWish, ({ format, audience, minutes }) => {
      for (const { seconds } of timeBudget(formatOf(format), audienceOf(audience), minutes).flatMap(({ blocks }) => blocks)) expect(seconds).toBeGreaterThanOrEqual(20)
    }))
  })
})

describe('skeletonOf', () => {
  it('is a talk without warnings that keeps what was wished for', () => {
    fc.assert(fc.property(anyWish, (wish) => {
      const { value, warnings } = parseTalk(skeletonOf(wish))
      expect(warnings).toEqual([])
      expect(value.front).toMatchObject({ title: wish.title.replace(/\s+/g, ' ').trim(), format: wish.format, audience: wish.audience, minutes: wish.minutes, date: wish.date, lang: wish.language })
      expect(value.sections.length).toBeGreaterThan(0)
    }))
  })

  it('says nothing and shows no advice before the writer has written', () => {
    fc.assert(fc.property(anyWish, (wish) => {
      const { value } = parseTalk(skeletonOf(wish))
      for (const { script, content } of value.sections.flatMap(({ blocks }) => blocks)) {
        expect(script).toBeNull()
        if (content.kind === 'points') expect(content.points).toEqual([])
      }
    }))
  })

  it('names the usual speakers of a talk that several people share, and nobody otherwise', () => {
    const wish = { title: '甲', format: 'policy+case', audience: '', minutes: 60, language: 'zh-CN', speaker: '', date: '' } as const
    const speakers = (severalSpeakers: boolean) => parseTalk(skeletonOf({ ...wish, severalSpeakers })).value.sections.flatMap(({ blocks }) => blocks.map(({ script }) => script?.speaker ?? ''))
    expect(speakers(true)).toEqual(formatOf('policy+case').sections.flatMap(({ blocks }) => blocks.map(({ speaker }) => speaker?.['zh-CN'] ?? '')))
    expect(new Set(speakers(false))).toEqual(new Set(['']))
    expect(parseTalk(skeletonOf({ ...wish, severalSpeakers: true })).warnings).toEqual([])
  })

  it('leaves most of the time free for speaking', () => {
    const talk = parseTalk(skeletonOf({ title: '甲', format: 'policy+case', audience: 'young-teachers', minutes: 30, language: 'zh-CN', speaker: '', date: '' })).value
    expect(timeTalk(talk, 220).total).toBeLessThan(10)
  })
})

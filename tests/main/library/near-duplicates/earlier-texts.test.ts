import { describe, expect, it } from 'vitest'
import { EarlierTexts } from '../../../../src/main/library/near-duplicates/earlier-texts'
import { sketchOf } from '../../../../src/main/library/near-duplicates/sketch'
import { tokensOf } from '../../../../src/main/library/near-duplicates/wording'
import { seeded } from '../../../bench/generated-materials'

const featuresOf = (body: string) => sketchOf(tokensOf({ title: '', body }))

/** Texts of their own, each with the same stock phrase at its end. */
const texts = (count: number): string[] => {
  const random = seeded(7)
  const character = () => String.fromCharCode(0x4e00 + Math.floor(random() * 3000))
  return Array.from({ length: count }, () => `${Array.from({ length: 120 }, character).join('')}各地各校要高度重视并结合实际认真贯彻落实`)
}

/** Entries looked at by the last tenth of so many texts, a text. */
const costOf = (count: number): number => {
  const earlier = new EarlierTexts()
  let before = 0
  for (const [at, text] of texts(count).entries()) {
    if (at === Math.floor(count * 0.9)) before = earlier.looked
    const features = featuresOf(text)
    earlier.sharing(features)
    earlier.add(features)
  }
  return (earlier.looked - before) / (count * 0.1)
}

describe('texts that came earlier', () => {
  it('names those that share most, the earliest first', () => {
    const earlier = new EarlierTexts()
    const [one = '', two = ''] = texts(2)
    for (const text of [one, two, one]) earlier.add(featuresOf(text))
    expect(earlier.sharing(featuresOf(one))).toEqual([0, 2])
  })

  it('costs the same a text however many came before, stock phrases and all', () => {
    const [thousand, sixThousand] = [costOf(1000), costOf(6000)]
    expect(sixThousand).toBeLessThan(thousand * 1.5)
    expect(thousand).toBeGreaterThan(0)
  })
})

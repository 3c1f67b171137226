import { describe, expect, test } from 'vitest'
import type { Rehearsal, RehearsedBlock } from '../../../src/shared/model/rehearsal'
import { RehearsalId } from '../../../src/shared/model/rehearsal'
import { TalkId } from '../../../src/shared/model/ids'
import { fitPace } from '../../../src/shared/rehearsal/fit-pace'
import { seeded } from '../../bench/generated-materials'

const rehearsal = (blocks: readonly RehearsedBlock[]): Rehearsal => ({
  id: RehearsalId.parse('0190b2f4-0000-7000-8000-000000000001'),
  talkId: TalkId.parse('0190b2f4-0000-7000-8000-000000000002'),
  lecturer: '示例教师',
  audience: '',
  minutes: 30,
  startedAt: 0,
  endedAt: 0,
  finished: true,
  blocks: [...blocks],
})

const spokenAt = (pace: number, characters: number, still = 0): RehearsedBlock => ({ title: '', section: '', characters, words: 0, still, planned: 0, spoken: (characters / pace) * 60 + still })

/** Normal noise from even numbers (Box & Muller 1958). */
const normal = (random: () => number): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** A talk of 30 blocks spoken at a pace that varies by an eighth from block to block, one in five interrupted or cut short. */
const simulated = (pace: number, seed: number): Rehearsal => {
  const random = seeded(seed)
  return rehearsal(
    Array.from({ length: 30 }, () => {
      const characters = 80 + Math.floor(random() * 320)
      const still = random() < 0.2 ? 5 : 0
      const even = spokenAt(pace * Math.exp(0.12 * normal(random)), characters, still)
      if (random() >= 0.2) return even
      return { ...even, spoken: random() < 0.7 ? even.spoken + 20 + random() * 160 : even.spoken * random() * 0.5 }
    }),
  )
}

describe('the pace fitted to rehearsals', () => {
  test('is the pace itself where every block was spoken at it, pauses left out', () => {
    const fit = fitPace([rehearsal(Array.from({ length: 12 }, (_, index) => spokenAt(200, 100 + index * 10, index)))])
    expect(fit).toMatchObject({ pace: 200, blocks: 12, leftOut: 0, rehearsals: 1 })
    expect(fit?.low).toBeLessThanOrEqual(200)
    expect(fit?.high).toBeGreaterThanOrEqual(200)
  })

  test('does not move when somebody comes in at the door', () => {
    const blocks = Array.from({ length: 20 }, (_, index) => spokenAt(210 + (index % 5) * 4, 150))
    const even = fitPace([rehearsal(blocks)])
    const interrupted = fitPace([rehearsal(blocks.map((block, index) => (index % 6 === 0 ? { ...block, spoken: block.spoken + 600 } : block)))])
    expect(Math.abs((interrupted?.pace ?? 0) - (even?.pace ?? 0))).toBeLessThanOrEqual(3)
    expect(interrupted?.leftOut).toBe(4)
  })

  test('lies within its interval in at least nine of ten simulated rehearsals with a fifth of them disturbed', () => {
    let within = 0
    const widths: number[] = []
    for (let seed = 1; seed <= 200; seed++) {
      const pace = 140 + (seed % 10) * 16
      const fit = fitPace([simulated(pace, seed)])
      if (fit && fit.low <= pace && pace <= fit.high) within++
      if (fit) widths.push((fit.high - fit.low) / pace)
    }
    expect(within).toBeGreaterThanOrEqual(180)
    // An interval that is always right because it says nothing would be no use.
    expect(widths.toSorted((a, b) => a - b)[100]).toBeLessThan(0.2)
  })

  test('counts Latin words as the characters that are said in their time', () => {
    const block = { ...spokenAt(200, 100), words: 60 }
    expect(fitPace([rehearsal(Array.from({ length: 10 }, () => ({ ...block, spoken: 60 })))])?.pace).toBe(200)
  })

  test('is silent while there is too little to tell', () => {
    expect(fitPace([])).toBeNull()
    expect(fitPace([rehearsal(Array.from({ length: 7 }, () => spokenAt(200, 300)))])).toBeNull()
    expect(fitPace([rehearsal(Array.from({ length: 9 }, () => spokenAt(200, 30)))])).toBeNull()
    expect(fitPace([rehearsal(Array.from({ length: 40 }, () => ({ ...spokenAt(200, 200), spoken: 0 })))])).toBeNull()
  })

  test('says the same of the same rehearsals', () => {
    expect(fitPace([simulated(220, 7), simulated(220, 8)])).toEqual(fitPace([simulated(220, 7), simulated(220, 8)]))
  })
})

import { describe, expect, it } from 'vitest'
import { eachGram, gramsOfWord } from '../../../../src/main/library/search/grams'

/** A gram's characters: see `grams.ts` for how they are put into the number. */
const readable = (code: number): string => {
  const pairs = 0x110000
  const triples = pairs + 0x110000 ** 2
  if (code < pairs) return String.fromCodePoint(code)
  if (code < triples) return String.fromCodePoint(Math.floor((code - pairs) / 0x110000), (code - pairs) % 0x110000)
  const rest = code - triples
  return String.fromCodePoint(Math.floor(rest / 0x800 ** 2), Math.floor(rest / 0x800) % 0x800, rest % 0x800)
}
const planOf = (word: string) => {
  const { grams, complete } = gramsOfWord(word)
  return { grams: grams.map(readable), complete }
}

const gramsOf = (folded: string): string[] => {
  const grams = new Set<string>()
  eachGram(folded, (gram) => grams.add(readable(gram)))
  return [...grams].sort()
}

describe('grams', () => {
  it('are single characters and neighbours in Chinese', () => {
    expect(gramsOf('教育部')).toEqual(['教', '育', '部', '教育', '育部'].sort())
  })

  it('are triples too in scripts with long words', () => {
    expect(gramsOf('ppt')).toEqual(['p', 'pp', 'ppt', 'pt', 't'])
  })

  it('never reach across a space', () => {
    expect(gramsOf('教 育')).toEqual(['教', '育'])
  })

  it('take punctuation for text', () => {
    expect(gramsOf('c+')).toEqual(['c', 'c+', '+'].sort())
  })

  it('take an astral character for one', () => {
    expect(gramsOf('😀教')).toEqual(['😀', '😀教', '教'].sort())
  })

  it('prove words of up to two characters, and of three in scripts with long words', () => {
    expect(planOf('教育')).toEqual({ grams: ['教育'], complete: true })
    expect(planOf('ppt')).toEqual({ grams: ['ppt'], complete: true })
    expect(planOf('教育部')).toEqual({ grams: ['教育', '育部'], complete: false })
    expect(planOf('教ppt')).toEqual({ grams: ['教p', 'ppt'], complete: false })
  })

  it('stay few for a pasted paragraph', () => {
    expect(gramsOfWord(Array.from({ length: 200 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('')).grams.length).toBeLessThanOrEqual(16)
  })
})

import { describe, expect, it } from 'vitest'
import { eachGram, gramsOfWord } from '../../../../src/main/library/search/grams'

const gramsOf = (folded: string): string[] => {
  const grams = new Set<string>()
  eachGram(folded, (gram) => grams.add(gram))
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

  it('write ASCII punctuation in its full-width form, which FTS5 does not take for a separator', () => {
    expect(gramsOf('c+')).toEqual(['c', 'c＋', '＋'].sort())
  })

  it('take an astral character for one', () => {
    expect(gramsOf('😀教')).toEqual(['😀', '😀教', '教'].sort())
  })

  it('prove words of up to two characters, and of three in scripts with long words', () => {
    expect(gramsOfWord('教育')).toEqual({ grams: ['教育'], complete: true })
    expect(gramsOfWord('ppt')).toEqual({ grams: ['ppt'], complete: true })
    expect(gramsOfWord('教育部')).toEqual({ grams: ['教育', '育部'], complete: false })
    expect(gramsOfWord('教ppt')).toEqual({ grams: ['教p', 'ppt'], complete: false })
  })

  it('stay few for a pasted paragraph', () => {
    expect(gramsOfWord(Array.from({ length: 200 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('')).grams.length).toBeLessThanOrEqual(16)
  })
})

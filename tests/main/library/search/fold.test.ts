import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldWithOrigins, isOrdinaryText, isOrdinaryWord, wordsOf } from '../../../../src/main/library/search/fold'

const everyUnit = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))

/** {@link fold} as it is defined, in one go. */
const asDefined = (text: string): string => text.toWellFormed().normalize('NFKC').toLowerCase().replaceAll('ς', 'σ').replaceAll(/\p{Cc}/gu, ' ')

describe('fold', () => {
  it('makes width, case and compatibility forms equal', () => {
    expect(fold('ＰＰＴ ㈱ ﬁ ① ｶﾞ')).toBe('ppt (株) fi 1 ガ')
  })

  it('folds a final sigma as any other, so that a part of a word is found inside it', () => {
    expect(fold('ΟΔΟΣΗΜΑ')).toContain(fold('ΟΔΟΣ'))
    expect(fold('ΟΔΟΣ')).toBe('οδοσ')
  })

  it('leaves no full-width form, no capital and no control character: the index uses them for itself', () => {
    for (const unit of everyUnit) expect(fold(unit)).not.toMatch(/[\uff01-\uff5eA-Z\p{Cc}]/u)
  })

  it('is what Unicode says of a text as a whole, whatever stands beside what, however long it is', () => {
    expect(everyUnit.flatMap((unit) => [unit, `教，${unit}Ａ`]).filter((text) => fold(text) !== asDefined(text))).toEqual([])
    for (const most of [10_000, 20_000, 40_000]) expect(fold('，教育ABC\n'.repeat(most / 7))).toBe(asDefined('，教育ABC\n'.repeat(most / 7)))
    const parts = fc.constantFrom('教', '，', 'Ａ', 'b', 'Z', 'é', '\n', '\u0000', '\u0001', 'が', '—', '㈱', '\u0301', '\ud800', 'ς')
    fc.assert(fc.property(fc.array(parts, { maxLength: 30 }).map((all) => all.join('')), (text) => fold(text) === asDefined(text)))
  })

  it('splits a query at any space and keeps each word once', () => {
    expect(wordsOf(' 教育\u3000数字\n教育 ')).toEqual(['教育', '数字'])
    expect(wordsOf(' \t ')).toEqual([])
  })
})

describe('an ordinary text', () => {
  it('holds no character that folds into a character of an ordinary word, but for ASCII capitals', () => {
    const offenders = everyUnit.filter((unit) => isOrdinaryText(unit) && Array.from(fold(unit)).some((folded) => isOrdinaryWord(folded)) && fold(unit) !== (/[A-Z]/.test(unit) ? unit.toLowerCase() : unit))
    expect(offenders).toEqual([])
  })

  it('holds no character that changes with its neighbours', () => {
    expect(everyUnit.filter((unit) => isOrdinaryText(unit) && /\p{M}/u.test(unit))).toEqual([])
    expect(['e\u0301', 'ᄒ\u1161', 'ｶﾞ', '\u0000'].filter(isOrdinaryText)).toEqual([])
  })

  it('may hold what Chinese prose holds', () => {
    expect(isOrdinaryText('《示例规划》（2026）：“推进” AI、VR——等……3.5％。\n- 一是；二是')).toBe(true)
  })
})

/** The stretch of the original in which a word was found. */
const origin = (text: string, word: string) => {
  const { folded, toOriginal } = foldWithOrigins(text)
  const at = folded.indexOf(fold(word))
  return text.slice(...toOriginal(at, at + fold(word).length))
}

describe('origins of folded text', () => {
  it('lead back to what the user wrote where folding changes lengths', () => {
    expect(origin('前㈱后', '株')).toBe('㈱')
    expect(origin('……教育', '教育')).toBe('教育')
    expect(origin('cafe\u0301教', 'é')).toBe('e\u0301')
    expect(origin('😀教育', '教育')).toBe('教育')
    expect(origin('ｶﾞ教', 'ガ')).toBe('ｶﾞ')
    expect(origin('한\u11ab글', '글')).toBe('글')
  })

  it('cover, for any text and any stretch of it, a stretch that folds to something containing it', () => {
    const parts = fc.constantFrom('教', '，', 'Ａ', 'b', '㈱', 'ﬁ', 'e', '\u0301', '…', '😀', 'ｶ', 'ﾞ', 'ᄒ', '\u1161', '\u11ab', 'Σ', 'İ', ' ', '\ud800', '각')
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }).map((all) => all.join('')), fc.nat(), fc.nat(), (text, a, b) => {
        const { folded, toOriginal } = foldWithOrigins(text)
        if (folded === '') return
        const start = a % folded.length
        const end = start + 1 + (b % (folded.length - start))
        const [from, to] = toOriginal(start, end)
        expect(fold(text.slice(from, to))).toContain(folded.slice(start, end))
      }),
      { numRuns: 2000 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advancesOf, breakLines, widthBetween } from '../../../src/shared/slides/break-lines'
import { textStyle } from '../../../src/shared/slides/compose'
import { notoSansSc } from '../../../src/shared/slides/font-metrics'
import { breakUnits } from '../../../src/shared/slides/kinsoku'
import { anyText } from '../../builders/slides'

const SIZE = 20
const measure = (text: string, bold = false) => advancesOf([{ text, style: textStyle(SIZE, 'ink', { bold }) }], notoSansSc)
/** Lines of `text` in a box of `ems` ems at 20 pt. */
const lines = (text: string, ems: number): string[] => {
  const starts = breakLines(text, measure(text), ems * SIZE)
  return starts.map((start, index) => text.slice(start, starts[index + 1]))
}

const widthOf = (text: string, bold: boolean) => measure(text, bold).reduce((sum, advance) => sum + advance, 0)

describe('breaking lines', () => {
  it('sets as many Han characters on a line as fit', () => {
    expect(lines('数字资源走进每一间教室', 4.5)).toEqual(['数字资源', '走进每一', '间教室'])
  })

  it('kerns the Latin letters of a run, regular and bold', () => {
    const apart = (pair: string, bold: boolean) => pair.split('').reduce((sum, letter) => sum + widthOf(letter, bold), 0)
    expect(widthOf('AV', false) - apart('AV', false)).toBeCloseTo(-0.015 * SIZE)
    expect(widthOf('AV', true)).toBeLessThan(apart('AV', true))
    expect(widthOf('数字', false)).toBe(apart('数字', false))
    const style = textStyle(SIZE, 'ink')
    expect(advancesOf([{ text: 'A', style }, { text: 'V', style }], notoSansSc).reduce((sum, advance) => sum + advance, 0)).toBe(apart('AV', false))
  })

  it('takes curly quotation marks for narrow among Latin letters and for a full em among Han characters', () => {
    expect(measure('teachers’')[8]).toBeCloseTo(0.278 * SIZE)
    expect(measure('draft “')[6]).toBeCloseTo(0.474 * SIZE)
    expect(measure('“备课”')[0]).toBe(SIZE)
    expect(measure('“')[0]).toBe(SIZE)
  })

  it('kerns curly quotation marks among Latin letters only', () => {
    expect(widthOf('It’s', false)).toBeLessThan(widthOf('It', false) + (0.278 + 0.468 - 0.05) * SIZE)
    expect(measure('“A”课')).toEqual(Float64Array.from([SIZE, 0.608 * SIZE, SIZE, SIZE]))
  })

  it('never starts a line with closing punctuation and takes a character along instead', () => {
    expect(lines('数字资源，走进教室', 4.5)).toEqual(['数字资', '源，走进', '教室'])
  })

  it('never ends a line with an opening mark', () => {
    expect(lines('请读完《规划》', 4.5)).toEqual(['请读完', '《规划》'])
  })

  it('keeps a Chinese dash and an ellipsis whole', () => {
    expect(lines('不求多——但求精', 4.4)).toEqual(['不求', '多——但', '求精'])
    expect(lines('他想了想……走了', 5.5)).toEqual(['他想了', '想……走了'])
  })

  it('keeps figures with their percent sign and Latin words whole', () => {
    expect(lines('使用率达到92.6%了', 7)).toEqual(['使用率达到', '92.6%了'])
    expect(lines('open the classroom door', 6)).toEqual(['open the ', 'classroom ', 'door'])
  })

  it('keeps an apostrophe inside its word', () => {
    expect(lines('we don’t know', 3)).toEqual(['we ', 'don’t ', 'know'])
  })

  it('breaks a compound after its hyphen but not a range of figures', () => {
    expect(breakUnits('well-known 2024-2025').map(({ start, end }) => 'well-known 2024-2025'.slice(start, end))).toEqual(['well-', 'known', ' ', '2024-2025'])
  })

  it('breaks an address between characters only when it is wider than the line', () => {
    expect(lines('见https://example.org/abc', 30)).toEqual(['见https://example.org/abc'])
    const broken = lines('见https://example.org/abc', 6)
    expect(broken[0]).toBe('见')
    expect(broken.slice(1).join('')).toBe('https://example.org/abc')
  })

  it('ends lines of an address after slashes where LibreOffice does', () => {
    const address = 'https://example.org/a/very/long/address/that/does/not/fit/on/one/line/of/a/slide/because/it/never/ends.html'
    // Within 66 characters of a space only the room counts.
    expect(lines(`See ${address} now`, 20)).toEqual(['See ', 'https://example.org/a/very/long/address/t', 'hat/does/not/fit/on/one/line/of/a/slide/', 'because/it/never/ends.html now'])
    // Without a space before it an address is broken after slashes from its start.
    expect(lines(address, 20)).toEqual(['https://example.org/a/very/long/address/', 'that/does/not/fit/on/one/line/of/a/slide/', 'because/it/never/ends.html'])
    expect(lines(`${'a'.repeat(70)}/2024/${'b'.repeat(30)}`, 20).some((line) => line.startsWith('2024'))).toBe(false)
  })

  it('lets spaces hang over the end of a line', () => {
    expect(lines('数字资源  走进', 4.05)).toEqual(['数字资源  ', '走进'])
  })

  it('never splits a surrogate pair or an emoji from its joiners', () => {
    expect(lines('𠮷𠮷𠮷', 1.5)).toEqual(['𠮷', '𠮷', '𠮷'])
    expect(breakUnits('👩‍🏫好').map(({ end }) => end)).toEqual([5, 6])
  })

  it('measures bold Latin wider than regular and Han alike', () => {
    expect(widthOf('classroom', true)).toBeGreaterThan(widthOf('classroom', false))
    expect(widthOf('教室', true)).toBe(widthOf('教室', false))
  })

  it('measures the Chinese dash as two ems, its form in simplified Chinese', () => {
    expect(measure('——').reduce((sum, advance) => sum + advance, 0)).toBe(2 * SIZE)
  })

  const anyLine = fc.tuple(anyText(40), fc.double({ min: 2, max: 40, noNaN: true }))

  it('loses no character, whatever the text and the width', () => {
    fc.assert(fc.property(anyLine, ([text, ems]) => lines(text, ems).join('') === text))
  })

  it('makes no line wider than the box unless it holds one character', () => {
    fc.assert(
      fc.property(anyLine, ([text, ems]) => {
        const advances = measure(text)
        const starts = breakLines(text, advances, ems * SIZE)
        return starts.every((start, index) => {
          const end = starts[index + 1] ?? text.length
          return widthBetween(text, advances, start, end) <= ems * SIZE + 1e-6 || Array.from(text.slice(start, end).trim()).length <= 1
        })
      }),
    )
  })

  it('starts and ends no line with a forbidden mark unless one unit is wider than the line', () => {
    fc.assert(
      fc.property(anyLine, ([text, ems]) => {
        const advances = measure(text)
        const units = breakUnits(text)
        const widest = Math.max(...units.map(({ start, end }) => widthBetween(text, advances, start, end)))
        fc.pre(widest <= ems * SIZE)
        // After a space a line may begin with anything: the writer has parted the two.
        return lines(text, ems).every((line, index, all) => (index === 0 || all[index - 1]?.endsWith(' ') || !/^[，。、》”）…—%]/u.test(line)) && (index === all.length - 1 || !/[《“（]$/u.test(line)))
      }),
    )
  })
})

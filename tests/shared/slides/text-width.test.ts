import { describe, expect, it } from 'vitest'
import { plainRun, setParagraphs, textOf, textStyle } from '../../../src/shared/slides/compose'
import { notoSansSc } from '../../../src/shared/slides/font-metrics'
import { steadyWidth } from '../../../src/shared/slides/text-width'

const SIZE = 26
const specOf = (text: string) => ({ runs: [plainRun(text, textStyle(SIZE))] })
const linesAt = (text: string, width: number): string[] =>
  setParagraphs([specOf(text)], width, notoSansSc).flatMap(({ runs, lineStarts }) => lineStarts.map((start, line) => textOf(runs).slice(start, lineStarts[line + 1])))

const ADDRESS = 'See https://example.org/a/very/long/address/that/does/not/fit/on/one/line/of/a/slide for more'

describe('the steady width of a text', () => {
  it('keeps lines of Han away from whole numbers of ems', () => {
    const width = steadyWidth(10 * SIZE, [specOf('数字资源')], notoSansSc)
    expect(width).toBeLessThan(10 * SIZE)
    expect((width / SIZE) % 1).toBeLessThan(0.94)
    expect(steadyWidth(10.5 * SIZE, [specOf('数字资源')], notoSansSc)).toBe(10.5 * SIZE)
  })

  it.each([512, 600, 677, 740, 800])('ends lines within a long address after slashes, of %d pt', (room) => {
    const width = steadyWidth(room, [specOf(ADDRESS)], notoSansSc)
    expect(width).toBeLessThanOrEqual(room)
    expect(width).toBeGreaterThan(room * 0.85)
    const lines = linesAt(ADDRESS, width)
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.slice(0, -1).filter((line) => !/[ /]$/.test(line))).toEqual([])
    expect([0.996, 1.004].map((part) => linesAt(ADDRESS, width * part))).toEqual([lines, lines])
  })

  it('breaks a long address at the same letters in every program where no line of it can end after a slash', () => {
    const width = steadyWidth(430, [specOf(ADDRESS)], notoSansSc)
    expect(linesAt(ADDRESS, width)).toContain('https://example.org/a/very/long/a')
    expect(linesAt(ADDRESS, width * 0.996)).toEqual(linesAt(ADDRESS, width * 1.004))
  })

  it('looks for no address in thousands of pasted characters', () => {
    expect(steadyWidth(600, [specOf('a1b2c3/d4'.repeat(200))], notoSansSc)).toBe(steadyWidth(600, [specOf('See')], notoSansSc))
  })

  it('narrows nothing for an address that fits on a line', () => {
    expect(steadyWidth(1600, [specOf(ADDRESS)], notoSansSc)).toBe(steadyWidth(1600, [specOf('See')], notoSansSc))
  })
})

import { describe, expect, it } from 'vitest'
import { steadyPdf } from '../../../src/main/printing/steady-pdf'

const pdf = (created: string, changed: string): Uint8Array => Buffer.from(`%PDF-1.4\n\xff\xfe<</Title (甲)\n/CreationDate (D:${created}')\n/ModDate (D:${changed}')>>\n`, 'latin1')
const made = new Date(Date.UTC(2026, 8, 10, 1, 2, 3))

const named = (...nodes: readonly string[]): string => Buffer.from(steadyPdf(Buffer.from(nodes.map((node) => `(node${node})`).join(' ')), made)).toString('latin1')

describe('a steady PDF', () => {
  it('has both dates of the talk, whatever the clock and its zone', () => {
    const text = Buffer.from(steadyPdf(pdf("20300101000000+00'00", "20300102030405-08'00"), made)).toString('latin1')
    expect(text).toContain("/CreationDate (D:20260910010203+00'00')")
    expect(text).toContain("/ModDate (D:20260910010203+00'00')")
  })

  it('names what refers to each other the same in every file', () => {
    expect(named('00000244', '00000300', '00000244')).toBe('(node00000001) (node00000002) (node00000001)')
    expect(named('00000244', '00000300', '00000244')).toBe(named('00000007', '00000008', '00000007'))
  })

  it('keeps its length and every other byte', () => {
    const before = pdf("20300101000000+00'00", "20300101000000+00'00")
    const after = steadyPdf(before, made)
    expect(after.byteLength).toBe(before.byteLength)
    expect(after.subarray(0, 12)).toEqual(new Uint8Array(before.subarray(0, 12)))
  })
})

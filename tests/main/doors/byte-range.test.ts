import { describe, expect, it } from 'vitest'
import { byteRange } from '../../../src/main/host/byte-range'

describe('the bytes that a request asks for', () => {
  it.each([
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=99-99', { start: 99, end: 99 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['Bytes= 5-6 ', { start: 5, end: 6 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=100-200', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    [null, 'whole'],
    ['', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=20-10', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['lines=1-2', 'whole'],
    ['bytes=a-b', 'whole'],
  ])('%s of a hundred', (header, expected) => {
    expect(byteRange(header, 100)).toEqual(expected)
  })

  it('has nothing to send of an empty file but the whole', () => {
    expect([byteRange(null, 0), byteRange('bytes=0-', 0), byteRange('bytes=-5', 0)]).toEqual(['whole', 'unsatisfiable', 'unsatisfiable'])
  })
})

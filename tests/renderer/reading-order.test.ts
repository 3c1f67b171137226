import { describe, expect, it } from 'vitest'
import { moved } from '../../src/renderer/screens/library/collections/reading-order'

describe('moving within a reading order', () => {
  it('takes one up and down by a place', () => {
    expect(moved(['a', 'b', 'c'], 'b', 0)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 'b', 2)).toEqual(['a', 'c', 'b'])
  })

  it('stops at the ends', () => {
    expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'a', 9)).toEqual(['b', 'a'])
  })

  it('leaves an order alone that does not hold what is to be moved', () => {
    expect(moved(['a', 'b'], 'x', 0)).toEqual(['a', 'b'])
  })
})

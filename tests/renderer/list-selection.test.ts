import { describe, expect, it } from 'vitest'
import { destinationOf, neighbourOf, nothingSelected, select, selectOne } from '../../src/renderer/screens/library/list-selection'

const order = ['a', 'b', 'c', 'd', 'e']

describe('choosing rows', () => {
  it('extends from the anchor, also backwards', () => {
    const from = selectOne('c')
    expect([...select(from, order, 'e', 'range').ids]).toEqual(['c', 'd', 'e'])
    expect([...select(select(from, order, 'e', 'range'), order, 'a', 'range').ids]).toEqual(['a', 'b', 'c'])
  })
  it('chooses one alone when the anchor is no longer listed', () => {
    expect([...select(selectOne('z'), order, 'b', 'range').ids]).toEqual(['b'])
  })
  it('adds and takes away with Ctrl', () => {
    const two = select(selectOne('a'), order, 'c', 'toggle')
    expect([...two.ids]).toEqual(['a', 'c'])
    expect([...select(two, order, 'a', 'toggle').ids]).toEqual(['c'])
  })
})

describe('moving by key', () => {
  it('begins at the first row', () => {
    expect(destinationOf('ArrowDown', nothingSelected.active, order, 3)).toBe('a')
  })
  it('stops at the ends', () => {
    expect(destinationOf('ArrowDown', 'e', order, 3)).toBe('e')
    expect(destinationOf('ArrowUp', 'a', order, 3)).toBe('a')
    expect(destinationOf('PageDown', 'd', order, 3)).toBe('e')
  })
  it('goes nowhere in an empty list, nor for other keys', () => {
    expect(destinationOf('ArrowDown', null, [], 3)).toBeNull()
    expect(destinationOf('x', 'a', order, 3)).toBeNull()
  })
})

describe('what takes the place of removed rows', () => {
  it('is the next one that stays', () => {
    expect(neighbourOf(new Set(['b', 'c']), order)).toBe('d')
  })
  it('is the one before at the end of the list', () => {
    expect(neighbourOf(new Set(['d', 'e']), order)).toBe('c')
  })
  it('is nothing when all are removed', () => {
    expect(neighbourOf(new Set(order), order)).toBeNull()
  })
})

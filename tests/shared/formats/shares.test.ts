import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeShares, withShare } from '../../../src/shared/formats/shares'

const sum = (shares: readonly number[]): number => shares.reduce((all, share) => all + share, 0)
const weights = fc.array(fc.integer({ min: 1, max: 3600 }), { minLength: 1, maxLength: 60 })

describe('wholeShares', () => {
  it('are whole, at least 1, and sum to 100', () => {
    fc.assert(fc.property(weights, (given) => {
      const shares = wholeShares(given)
      expect(sum(shares)).toBe(100)
      for (const share of shares) expect(Number.isInteger(share) && share >= 1).toBe(true)
    }))
  })

  it('follow the order of the weights', () => {
    fc.assert(fc.property(weights, (given) => {
      const shares = wholeShares(given)
      given.forEach((a, i) => given.forEach((b, j) => a > b && expect(shares[i]).toBeGreaterThanOrEqual(shares[j] ?? 0)))
    }))
  })

  it('are the weights themselves where these are whole per cents', () => {
    expect(wholeShares([50, 30, 20])).toEqual([50, 30, 20])
    expect(wholeShares([1, 1, 1])).toEqual([34, 33, 33])
  })
})

describe('withShare', () => {
  it('keeps 100 in all and at least 1 each, whichever slider is moved wherever', () => {
    const moves = fc.array(fc.tuple(fc.nat(59), fc.integer({ min: -20, max: 140 })), { maxLength: 8 })
    fc.assert(fc.property(weights, moves, (given, moved) => {
      let shares = wholeShares(given)
      for (const [at, value] of moved) {
        const where = at % shares.length
        shares = withShare(shares, where, value)
        expect(sum(shares)).toBe(100)
        for (const share of shares) expect(Number.isInteger(share) && share >= 1).toBe(true)
        if (shares.length > 1 && value >= 1 && value <= 100 - (shares.length - 1)) expect(shares[where]).toBe(value)
      }
    }))
  })

  it('takes from the others in proportion', () => {
    expect(withShare([40, 40, 20], 0, 70)).toEqual([70, 20, 10])
  })
})

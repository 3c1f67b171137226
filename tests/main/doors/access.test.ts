import { describe, expect, it } from 'vitest'
import { Access } from '../../../src/main/host/access'

/** The part of a Set-Cookie header that a browser sends back. */
const sentBack = (setCookie: string | null): string => (setCookie ?? '').split(';')[0] ?? ''

describe('access to the loopback door', () => {
  it('swaps the token for a cookie that scripts cannot read', () => {
    const access = new Access()
    const cookie = access.exchange(access.token, 4000)
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/)
    expect(cookie).not.toContain(access.token)
    expect(access.admits(sentBack(cookie), 4000)).toBe(true)
  })

  it('takes the token of a browser’s command line once only', () => {
    const access = new Access()
    access.exchange(access.token, 4000)
    expect(access.exchange(access.token, 4000)).toBeNull()
  })

  it('takes the token of a printed address in a second browser too', () => {
    const access = new Access()
    access.allowReuse()
    access.exchange(access.token, 4000)
    expect(access.exchange(access.token, 4000)).not.toBeNull()
  })

  it.each(['', 'x', 'A'.repeat(32)])('refuses the wrong token %j and stays usable', (wrong) => {
    const access = new Access()
    expect(access.exchange(wrong, 4000)).toBeNull()
    expect(access.used).toBe(false)
    expect(access.exchange(access.token, 4000)).not.toBeNull()
  })

  it('admits nobody without the cookie, or with that of another port', () => {
    const access = new Access()
    const cookie = sentBack(access.exchange(access.token, 4000))
    expect(access.admits(undefined, 4000)).toBe(false)
    expect(access.admits('lectern-4000=guess', 4000)).toBe(false)
    expect(access.admits(cookie, 4001)).toBe(false)
    expect(access.admits(`other=1; ${cookie}`, 4000)).toBe(true)
  })
})

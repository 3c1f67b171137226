import { randomBytes, timingSafeEqual } from 'node:crypto'

const secret = () => randomBytes(24).toString('base64url')

const same = (given: string, expected: string): boolean => {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Who may talk to the engine through the loopback door. The address carries a token; the page swaps it for a cookie that scripts cannot
 * read. A token given to a browser's command line is seen by every user of the computer, so it works once.
 */
export class Access {
  readonly token = secret()
  readonly #session = secret()
  #reusable = false
  #used = false

  /** A printed address is seen only by who started the program, and may be opened in a second browser. */
  allowReuse(): void {
    this.#reusable = true
  }

  /** Whether a page has swapped the token. */
  get used(): boolean {
    return this.#used
  }

  /**
   * @param token as sent by the page
   * @param port of the door; cookies are shared by all ports of a host, so the name carries it
   * @returns the value of a Set-Cookie header, or null when refused
   */
  exchange(token: string, port: number): string | null {
    if (!same(token, this.token) || (this.#used && !this.#reusable)) return null
    this.#used = true
    return `lectern-${port}=${this.#session}; Path=/; HttpOnly; SameSite=Strict`
  }

  /** @param cookies the Cookie header of a request */
  admits(cookies: string | undefined, port: number): boolean {
    return (cookies ?? '').split(/;\s*/).some((pair) => {
      const at = pair.indexOf('=')
      return pair.slice(0, at) === `lectern-${port}` && same(pair.slice(at + 1), this.#session)
    })
  }
}

import type { OwnAudience, OwnFormat } from '../model/own-definitions'
import { builtIn, type Catalogue } from './talk-formats'

/** The built-in formats and audiences, and the user's own behind them. */
export const catalogueOf = (formats: readonly OwnFormat[], audiences: readonly OwnAudience[]): Catalogue => ({
  formats: [...builtIn.formats, ...formats.map(({ key, definition }) => ({ key, ...definition }))],
  audiences: [...builtIn.audiences, ...audiences.map(({ key, definition }) => ({ key, ...definition }))],
})

/**
 * What a talk may name a new definition by: its name, without what separates keys in `:::only{audience="…"}` or ends an attribute.
 * @param taken keys that are in use; the answer is none of them
 */
export const freeKey = (name: string, taken: ReadonlySet<string>): string => {
  const plain = Array.from(name.replace(/[\s,，、"'“”{}#:：]+/gu, '-').replace(/^-+|-+$/g, '')).slice(0, 50).join('') || 'own'
  for (let number = 1; ; number++) {
    const key = number === 1 ? plain : `${plain}-${number}`
    if (!taken.has(key)) return key
  }
}

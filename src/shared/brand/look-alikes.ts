import type { SchoolSummary } from '../model/brand'
import { distance } from '../slides/colour'

/** Brands of one district whose colours are closer together than this (ΔE OK) are taken for one another across a hall. */
export const ALIKE = 0.055
/** Names that share this part of their pairs of characters are taken for one another. */
const SAME_NAME = 0.75

export type LookAlike = { readonly id: SchoolSummary['id']; readonly name: string; readonly why: 'colour' | 'name'; /** Of the colours, ΔE OK; 0 for names. */ readonly distance: number }

type One = Pick<SchoolSummary, 'name' | 'short' | 'district' | 'primary'> & { readonly id: SchoolSummary['id'] | null }

/** Schools of the same district that look like one, or are called almost like it, the nearest first. */
export function lookAlikes(one: One, schools: readonly SchoolSummary[]): readonly LookAlike[] {
  const pairs = pairsOf(one.name)
  return schools
    .filter(({ id, district }) => id !== one.id && district === one.district)
    .flatMap((other): LookAlike[] => {
      const apart = one.primary === null || other.primary === null ? Number.POSITIVE_INFINITY : distance(one.primary, other.primary)
      return [
        ...(sameName(one, other, pairs) ? [{ id: other.id, name: other.name, why: 'name', distance: 0 } as const] : []),
        ...(apart < ALIKE ? [{ id: other.id, name: other.name, why: 'colour', distance: apart } as const] : []),
      ]
    })
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
}

const sameName = (one: One, other: SchoolSummary, pairs: ReadonlySet<string>): boolean => {
  if (one.name === other.name || (one.short !== '' && one.short === other.short)) return true
  const [own, others] = [numeralsOf(one.name), numeralsOf(other.name)]
  // 第一小学 and 第二小学 differ in the one character that matters.
  if (own !== others) return false
  const theirs = pairsOf(other.name)
  const shared = [...pairs].filter((pair) => theirs.has(pair)).length
  return (2 * shared) / Math.max(1, pairs.size + theirs.size) >= SAME_NAME
}

const numeralsOf = (name: string): string => (name.match(/[一二三四五六七八九十百零〇\d]/gu) ?? []).join('')

const pairsOf = (name: string): ReadonlySet<string> => {
  const characters = Array.from(name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase())
  return new Set(characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`))
}

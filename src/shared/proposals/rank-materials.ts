import type { Language } from '../language'
import type { MaterialId } from '../model/ids'
import type { MaterialKind, MaterialStatus } from '../model/material'

/** A place in a talk for which material is sought. */
export type Gap = {
  /** Kinds that belong there, the fittest first. */
  readonly kinds: readonly MaterialKind[]
  /** How long it may take. */
  readonly seconds: number
}

/** What a proposal has to know of the talk. */
export type Occasion = {
  readonly title: string
  /** Key of the audience; empty for everyone. */
  readonly audience: string
  /** What the talk is about, as labels of the library. */
  readonly topics: readonly string[]
  /** What it is given in. */
  readonly language: Language
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What the library knows of a material that may be proposed. */
export type CandidateFacts = {
  readonly id: MaterialId
  readonly kind: MaterialKind
  readonly title: string
  readonly topics: readonly string[]
  readonly audiences: readonly string[]
  readonly status: MaterialStatus
  readonly freshness: 'fresh' | 'expiring' | 'stale'
  /** What it takes to say. */
  readonly seconds: number
  /** When the talks that cite it were last changed, by their audience. */
  readonly uses: readonly { readonly audience: string; readonly at: number }[]
  readonly updatedAt: number
}

/** Why a material is proposed, or what speaks against it; `kind` and `topic` say which. */
export type ProposalReason =
  | { readonly code: 'kind'; readonly kind: MaterialKind }
  | { readonly code: 'topic'; readonly topic: string }
  | { readonly code: 'title' | 'audience' | 'approved' | 'never-used' | 'rested' | 'fits' }
  | { readonly code: 'other-audience' | 'told-lately' | 'used-lately' | 'too-long' | 'expiring' | 'other-language' }

export type RankedMaterial = { readonly material: CandidateFacts; readonly score: number; readonly reasons: readonly ProposalReason[] }

/** A story that was told within so many days is remembered: a school term's half. */
export const LATELY_DAYS = 90
const DAY = 86_400_000

/**
 * Points for each reason. The kind decides first (a format says what belongs where), then what the talk is about; a material that this audience has
 * heard lately falls behind any other of its kind. Differences smaller than a point are made by age alone.
 */
const POINTS = { kinds: [30, 20, 12], topic: 25, furtherTopic: 5, titleMost: 12, audience: 15, otherAudience: -10, approved: 12, neverUsed: 10, rested: 6, usedLately: -4, toldLately: -40, fits: 10, tooLong: -8, expiring: -6, otherLanguage: -25 } as const

/** A material fits when saying it takes between these parts of the time; above the third it is too long even when it is shortened. */
const FITS = { least: 0.3, most: 1.3, tooLong: 2.5 }

/**
 * The materials that may fill a gap, the fittest first. Retired and stale ones are never proposed, nor are kinds that do not belong there.
 * Pure: the same facts give the same order; equal scores fall to the one changed last, then to the id.
 */
export const rankMaterials = (gap: Gap, occasion: Occasion, candidates: readonly CandidateFacts[]): readonly RankedMaterial[] => {
  const titleGrams = gramsOf(occasion.title)
  return candidates
    .filter(({ kind, status, freshness }) => gap.kinds.includes(kind) && status !== 'retired' && freshness !== 'stale')
    .map((material) => weighed(material, gap, occasion, titleGrams))
    .sort((a, b) => b.score - a.score || b.material.updatedAt - a.material.updatedAt || (a.material.id < b.material.id ? -1 : 1))
}

/**
 * The fittest for every gap, at most `limit` each; what is the first choice of a gap is not proposed again for a later one, so that taking the first of
 * each never brings in a material twice.
 */
export const proposeForGaps = (gaps: readonly Gap[], occasion: Occasion, candidates: readonly CandidateFacts[], limit: number): readonly (readonly RankedMaterial[])[] => {
  const first = new Set<MaterialId>()
  return gaps.map((gap) => {
    const ranked = rankMaterials(gap, occasion, candidates)
      .filter(({ material }) => !first.has(material.id))
      .slice(0, limit)
    if (ranked[0] !== undefined) first.add(ranked[0].material.id)
    return ranked
  })
}

type Weight = { readonly points: number; readonly reason: ProposalReason }

const weighed = (material: CandidateFacts, gap: Gap, occasion: Occasion, titleGrams: ReadonlySet<string>): RankedMaterial => {
  const weights = [
    { points: POINTS.kinds[Math.min(gap.kinds.indexOf(material.kind), POINTS.kinds.length - 1)] ?? 0, reason: { code: 'kind', kind: material.kind } as const },
    ...aboutTopics(material, occasion),
    ...aboutTitle(material, titleGrams),
    ...aboutLanguage(material, occasion),
    ...aboutAudience(material, occasion),
    ...(material.status === 'approved' ? [{ points: POINTS.approved, reason: { code: 'approved' } as const }] : []),
    ...aboutUse(material, occasion),
    ...aboutLength(material, gap),
    ...(material.freshness === 'expiring' ? [{ points: POINTS.expiring, reason: { code: 'expiring' } as const }] : []),
  ] satisfies readonly Weight[]
  return { material, score: weights.reduce((sum, { points }) => sum + points, 0), reasons: weights.map(({ reason }) => reason) }
}

const aboutTopics = ({ topics }: CandidateFacts, occasion: Occasion): readonly Weight[] =>
  topics.filter((topic) => occasion.topics.includes(topic)).slice(0, 2).map((topic, index) => ({ points: index === 0 ? POINTS.topic : POINTS.furtherTopic, reason: { code: 'topic', topic } }))

/** Two titles that share a third of the shorter one's pairs of characters speak of the same thing. */
const aboutTitle = ({ title }: CandidateFacts, wanted: ReadonlySet<string>): readonly Weight[] => {
  const own = gramsOf(title)
  const shared = [...own].filter((gram) => wanted.has(gram)).length
  const share = shared / Math.max(1, Math.min(own.size, wanted.size))
  return shared < 2 || share < 1 / 3 ? [] : [{ points: Math.round(POINTS.titleMost * Math.min(1, share)), reason: { code: 'title' } }]
}

/** A title without a Han character is taken for a foreign one; an English talk may well quote Chinese. */
const aboutLanguage = ({ title }: CandidateFacts, { language }: Occasion): readonly Weight[] =>
  /\p{Script=Han}/u.test(title) === (language === 'zh-CN') ? [] : [{ points: POINTS.otherLanguage, reason: { code: 'other-language' } }]

const aboutAudience = ({ audiences }: CandidateFacts, { audience }: Occasion): readonly Weight[] => {
  if (audience === '' || audiences.length === 0) return []
  return audiences.includes(audience) ? [{ points: POINTS.audience, reason: { code: 'audience' } }] : [{ points: POINTS.otherAudience, reason: { code: 'other-audience' } }]
}

const aboutUse = ({ uses }: CandidateFacts, { audience, now }: Occasion): readonly Weight[] => {
  if (uses.length === 0) return [{ points: POINTS.neverUsed, reason: { code: 'never-used' } }]
  const lately = uses.filter(({ at }) => now - at < LATELY_DAYS * DAY)
  if (lately.length === 0) return [{ points: POINTS.rested, reason: { code: 'rested' } }]
  // A talk without an audience was for everyone.
  return lately.some((use) => use.audience === audience || use.audience === '') ? [{ points: POINTS.toldLately, reason: { code: 'told-lately' } }] : [{ points: POINTS.usedLately, reason: { code: 'used-lately' } }]
}

const aboutLength = ({ seconds }: CandidateFacts, gap: Gap): readonly Weight[] => {
  if (gap.seconds <= 0) return []
  const part = seconds / gap.seconds
  if (part > FITS.tooLong) return [{ points: POINTS.tooLong, reason: { code: 'too-long' } }]
  return part >= FITS.least && part <= FITS.most ? [{ points: POINTS.fits, reason: { code: 'fits' } }] : []
}

/** Pairs of neighbouring Han characters, and Latin words. */
const gramsOf = (text: string): ReadonlySet<string> => {
  const grams = new Set<string>()
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    const characters = Array.from(run)
    for (let at = 0; at + 1 < characters.length; at++) grams.add(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`)
  }
  for (const [word] of text.toLowerCase().matchAll(/\p{Script=Latin}{3,}/gu)) grams.add(word)
  return grams
}

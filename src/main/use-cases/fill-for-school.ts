import { fillLocalSlots, localSlotsOf, type LocalSlot } from '../../shared/brand/local-slots'
import { fillSlots, type LocalOccasion } from '../../shared/brand/rank-local-cases'
import { schoolTokens } from '../../shared/brand/school-tokens'
import { fillTokens, tokensIn, type TokenName } from '../../shared/markdown/fill-tokens'
import type { Brand } from '../../shared/model/brand'
import type { TalkId } from '../../shared/model/ids'
import type { SlotFill } from '../../shared/model/local-case'
import type { School } from '../../shared/model/school'
import type { Library } from '../library/library'
import { blockFromMaterial } from './block-from-material'
import { talkFacts } from './talk-facts'

/** A talk, and what of it is different in every school; read once for all of them. */
export type TalkForSchools = {
  /** Null for a talk that is not in the library: nothing can be pinned for it. */
  readonly id: TalkId | null
  readonly markdown: string
  readonly slots: readonly LocalSlot[]
  readonly occasion: LocalOccasion
  readonly tokens: readonly TokenName[]
}

/** What stands in the places of a talk that are kept for a school. */
export type SchoolFill = {
  readonly slots: readonly SlotFill[]
  /** Tokens that the talk names and the school says nothing for. */
  readonly missing: readonly TokenName[]
}

export const talkForSchools = (library: Library, id: TalkId | null, markdown: string): TalkForSchools => {
  const { title, audience, cites } = talkFacts(markdown)
  return { id, markdown, slots: localSlotsOf(markdown), occasion: { topics: library.candidates.topicsOf(title, cites), audience, told: cites }, tokens: tokensIn(markdown) }
}

/** Looks up what a talk says in a school; changes nothing. */
export function schoolFill(library: Library, { id, slots, occasion, tokens }: TalkForSchools, school: School, brand: Brand): SchoolFill {
  const values = schoolTokens(school, brand)
  const missing = tokens.filter((token) => (token.startsWith('school.') || token.startsWith('brand.')) && (values[token] ?? '') === '')
  if (slots.length === 0) return { slots: [], missing }
  return { slots: [...fillSlots(slots, occasion, library.localCases.of(school), id === null ? new Map() : library.localCases.pins(id, school.id))], missing }
}

type FilledTalk = SchoolFill & { readonly markdown: string; /** Blocks of Markdown, each by the key of the slot that it stands in. */ readonly cases: ReadonlyMap<string, string> }

/** The talk as it is given in a school: its own cases in their slots, its names in the place of tokens. `{{date}}` and `{{speaker}}` stay: an export fills them. */
export function fillForSchool(library: Library, talk: TalkForSchools, school: School, brand: Brand): FilledTalk {
  const fill = schoolFill(library, talk, school, brand)
  const cases = new Map(fill.slots.flatMap(({ slot, chosen }) => (chosen === null ? [] : [[slot, blockFromMaterial(library, chosen)] as const])))
  return { ...fill, cases, markdown: fillTokens(fillLocalSlots(talk.markdown, cases), schoolTokens(school, brand)) }
}

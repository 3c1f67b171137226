import type { CloseText } from '../../../shared/contract/imports'
import type { Choice, Decision, Decisions, Proposal, Review, ReviewedDocument } from './review'

/** A proposal among all documents of a review. */
export type Place = { readonly key: string; readonly index: number }

/** A proposal and the texts it is close to, nearest first. */
export type NearProposal = Place & { readonly others: readonly { readonly text: CloseText; readonly similarity: number }[] }

/** Names a proposal among all documents of a review. */
export const proposalKey = (documentKey: string, index: number): string => `${documentKey}/${index}`

/** What proposals are close to, by {@link proposalKey} and in the order of the documents. Proposals that are close to nothing are not in it. */
export type NearDuplicates = ReadonlyMap<string, NearProposal>

/** Looks proposals up: a review has tens of thousands. */
class Standing {
  readonly #documents: ReadonlyMap<string, ReviewedDocument>

  constructor({ documents }: Review) {
    this.#documents = new Map(documents.map((document) => [document.key, document]))
  }

  /** The proposal, if it is to be stored as things stand. */
  of({ key, index }: Place): Proposal | null {
    const document = this.#documents.get(key)
    if (document?.kept !== true) return null
    const { proposals } = document
    const proposal = proposals[index]?.index === index ? proposals[index] : proposals.find((one) => one.index === index)
    return proposal?.ticked === true ? proposal : null
  }

  /** The nearest text beside which a proposal would be stored with nothing chosen for it; null when there is nothing to choose. */
  openBeside(near: NearProposal): CloseText | null {
    const proposal = this.of(near)
    if (proposal === null || proposal.decision !== null) return null
    return near.others.find(({ text }) => text.of === 'library' || this.of(text) !== null)?.text ?? null
  }
}

/** Where the next proposal is that is close to something and for which nothing was chosen, after a place and then from the beginning; null when there is none. */
export function nextUndecided(review: Review, near: NearDuplicates, after: Place | null): Place | null {
  if (near.size === 0) return null
  const standing = new Standing(review)
  const rank = new Map(review.documents.map(({ key }, at) => [key, at]))
  const isAfter = (one: Place, other: Place) => {
    const [oneRank, otherRank] = [rank.get(one.key) ?? 0, rank.get(other.key) ?? 0]
    return oneRank === otherRank ? one.index > other.index : oneRank > otherRank
  }
  let first: Place | null = null
  for (const one of near.values()) {
    if (standing.openBeside(one) === null) continue
    if (after === null || isAfter(one, after)) return { key: one.key, index: one.index }
    first ??= { key: one.key, index: one.index }
  }
  return first
}

/** How many proposals are close to something and have nothing chosen for them. */
export function countUndecided(review: Review, near: NearDuplicates): number {
  if (near.size === 0) return 0
  const standing = new Standing(review)
  let count = 0
  for (const one of near.values()) if (standing.openBeside(one) !== null) count++
  return count
}

const nameOf = (text: CloseText): string => (text.of === 'library' ? text.id : proposalKey(text.key, text.index))

/**
 * The same choice for every proposal that is close to something and has nothing chosen for it. Nothing is left out in favour of a text that is itself left out by
 * the same choice: of three that resemble one another in a row, the last may be too far from the first. Those stay to be chosen.
 */
export function decisionsForAll(review: Review, near: NearDuplicates, choice: Choice): Decisions {
  const standing = new Standing(review)
  const gone = new Set<string>()
  const favoured = new Set<string>()
  const isThere = (text: CloseText) => text.of === 'library' || (standing.of(text) !== null && !gone.has(nameOf(text)))
  const decisions = new Map<string, Map<number, Decision>>()
  for (const one of near.values()) {
    const name = proposalKey(one.key, one.index)
    if (standing.openBeside(one) === null || gone.has(name)) continue
    const other = one.others.find(({ text }) => isThere(text) && !(choice === 'replace' && favoured.has(nameOf(text))))?.text
    if (other === undefined) continue
    if (choice === 'keep-existing') gone.add(name)
    if (choice === 'replace') {
      gone.add(nameOf(other))
      favoured.add(name)
    }
    const ofDocument = decisions.get(one.key) ?? new Map<number, Decision>()
    decisions.set(one.key, ofDocument.set(one.index, { choice, other }))
  }
  return decisions
}

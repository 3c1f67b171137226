import { assertNever } from '../../../shared/assert-never'
import type { ImportedFile } from '../../../shared/contract/library'
import type { ReadDocument } from '../../../shared/model/document'
import type { MaterialId } from '../../../shared/model/ids'
import type { ProposedMaterial } from '../../../shared/model/material'

/**
 * What becomes of a proposal whose wording is close to a material of the library: the library's stays and the proposal is left out; the proposal takes its place;
 * both stay; the proposal becomes its newer version.
 */
export const choices = ['keep-existing', 'replace', 'keep-both', 'version'] as const
export type Choice = (typeof choices)[number]

/** What the user has chosen for a proposal and the existing material next to which it was shown. */
export type Decision = { readonly choice: Choice; readonly existing: MaterialId }

/** A proposal as it stands in the review: with the user's edits, ticked when it is to be stored. `decision` null: nothing was chosen, and it is stored as it is. */
export type Proposal = { readonly material: ProposedMaterial; readonly ticked: boolean; readonly decision: Decision | null }

/** A document under review. `kept` false leaves the whole document out. */
export type ReviewedDocument = {
  readonly key: string
  readonly fileName: string
  readonly document: ReadDocument
  readonly title: string
  readonly kept: boolean
  readonly proposals: readonly Proposal[]
}

export type Review = { readonly documents: readonly ReviewedDocument[] }

/** Choices by document and proposal. */
export type Decisions = ReadonlyMap<string, ReadonlyMap<number, Decision>>

export type ReviewAction = DocumentAction | { readonly type: 'decide'; readonly decisions: Decisions }

type DocumentAction =
  | { readonly type: 'tick'; readonly key: string; readonly index: number; readonly ticked: boolean }
  | { readonly type: 'tick-all'; readonly key: string; readonly ticked: boolean }
  | { readonly type: 'keep'; readonly key: string; readonly kept: boolean }
  | { readonly type: 'rename-source'; readonly key: string; readonly title: string }
  | { readonly type: 'change'; readonly key: string; readonly index: number; readonly changes: Partial<Pick<ProposedMaterial, 'title' | 'kind' | 'body'>> }
  | { readonly type: 'merge-with-next'; readonly key: string; readonly index: number }

/** Everything that was read, all ticked. */
export const beginReview = (files: readonly ImportedFile[]): Review => ({
  documents: files.flatMap((file) =>
    file.status === 'read'
      ? [{ key: file.key, fileName: file.fileName, document: file.document, title: file.document.title, kept: true, proposals: file.document.materials.map((material) => ({ material, ticked: true, decision: null })) }]
      : [],
  ),
})

/** One edit of the review. Proposals are named by their `index`, which a merge leaves with the first of the two. */
export function changeReview(review: Review, action: ReviewAction): Review {
  if (action.type === 'decide') return { documents: review.documents.map((document) => decide(document, action.decisions.get(document.key))) }
  return { documents: review.documents.map((document) => (document.key === action.key ? changeDocument(document, action) : document)) }
}

function decide(document: ReviewedDocument, decisions: ReadonlyMap<number, Decision> | undefined): ReviewedDocument {
  if (!decisions) return document
  return {
    ...document,
    proposals: document.proposals.map((proposal) => {
      const decision = decisions.get(proposal.material.index)
      return decision ? { ...proposal, decision, ticked: decision.choice !== 'keep-existing' } : proposal
    }),
  }
}

function changeDocument(document: ReviewedDocument, action: DocumentAction): ReviewedDocument {
  switch (action.type) {
    case 'keep':
      return { ...document, kept: action.kept }
    case 'rename-source':
      return { ...document, title: action.title }
    case 'tick-all':
      return { ...document, proposals: document.proposals.map((proposal) => ticked(proposal, action.ticked)) }
    case 'tick':
      return changeProposal(document, action.index, (proposal) => ticked(proposal, action.ticked))
    case 'change':
      return changeProposal(document, action.index, (proposal) => ({ ...proposal, material: { ...proposal.material, ...action.changes } }))
    case 'merge-with-next': {
      const at = document.proposals.findIndex((proposal) => proposal.material.index === action.index)
      const [first, second] = document.proposals.slice(at, at + 2)
      if (at < 0 || !first || !second) return document
      return { ...document, proposals: document.proposals.toSpliced(at, 2, { ticked: first.ticked || second.ticked, material: merge(first.material, second.material), decision: null }) }
    }
    default:
      return assertNever(action)
  }
}

const changeProposal = (document: ReviewedDocument, index: number, change: (proposal: Proposal) => Proposal): ReviewedDocument => ({
  ...document,
  proposals: document.proposals.map((proposal) => (proposal.material.index === index ? change(proposal) : proposal)),
})

/** Ticking by hand goes before an earlier choice that it contradicts. */
const ticked = (proposal: Proposal, ticked: boolean): Proposal => ({
  ...proposal,
  ticked,
  decision: proposal.decision !== null && (proposal.decision.choice === 'keep-existing') === ticked ? null : proposal.decision,
})

const union = (some: readonly string[], more: readonly string[]) => [...new Set([...some, ...more])]

/** Two proposals as one: the first gives its name and place, the text and the range of paragraphs run on to the end of the second. */
function merge(first: ProposedMaterial, second: ProposedMaterial): ProposedMaterial {
  return {
    ...first,
    body: [first.body, second.body].map((body) => body.trim()).filter(Boolean).join('\n\n'),
    tags: union(first.tags, second.tags),
    topics: union(first.topics, second.topics),
    audiences: union(first.audiences, second.audiences),
    from: Math.min(first.from, second.from),
    to: Math.max(first.to, second.to),
  }
}

type AcceptedFile = { key: string; title: string; materials: ProposedMaterial[] }

/** What accepting stores: per document the ticked proposals, with the version they continue. A title left empty falls back to what was read. */
export function accepted(review: Review): AcceptedFile[] {
  return review.documents.filter(({ kept }) => kept).map(acceptedOf)
}

function acceptedOf({ key, title, document, fileName, proposals }: ReviewedDocument): AcceptedFile {
  const titles = new Map(document.materials.map((material) => [material.index, material.title]))
  return {
    key,
    title: title.trim() || document.title || fileName,
    materials: proposals
      .filter((proposal) => proposal.ticked)
      .map(({ material, decision }) => ({
        ...material,
        title: material.title.trim() || titles.get(material.index) || fileName,
        ...(decision?.choice === 'version' ? { versionOf: decision.existing } : {}),
      })),
  }
}

/** Existing materials whose place a ticked proposal takes. */
export const replaced = (review: Review): MaterialId[] => [
  ...new Set(
    review.documents
      .filter(({ kept }) => kept)
      .flatMap(({ proposals }) => proposals.flatMap(({ ticked, decision }) => (ticked && decision?.choice === 'replace' ? [decision.existing] : []))),
  ),
]

/** How many sources and materials accepting would store. */
export function countAccepted(review: Review): { sources: number; materials: number } {
  let sources = 0
  let materials = 0
  for (const { kept, proposals } of review.documents) {
    if (!kept) continue
    sources += 1
    for (const proposal of proposals) if (proposal.ticked) materials += 1
  }
  return { sources, materials }
}

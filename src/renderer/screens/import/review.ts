import { assertNever } from '../../../shared/assert-never'
import type { ImportedFile } from '../../../shared/contract/library'
import type { ReadDocument } from '../../../shared/model/document'
import type { ProposedMaterial } from '../../../shared/model/material'

/** A proposal as it stands in the review: with the user's edits, ticked when it is to be stored. */
export type Proposal = { readonly material: ProposedMaterial; readonly ticked: boolean }

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

export type ReviewAction =
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
      ? [{ key: file.key, fileName: file.fileName, document: file.document, title: file.document.title, kept: true, proposals: file.document.materials.map((material) => ({ material, ticked: true })) }]
      : [],
  ),
})

/** One edit of the review. Proposals are named by their `index`, which a merge leaves with the first of the two. */
export function changeReview(review: Review, action: ReviewAction): Review {
  return { documents: review.documents.map((document) => (document.key === action.key ? changeDocument(document, action) : document)) }
}

function changeDocument(document: ReviewedDocument, action: ReviewAction): ReviewedDocument {
  switch (action.type) {
    case 'keep':
      return { ...document, kept: action.kept }
    case 'rename-source':
      return { ...document, title: action.title }
    case 'tick-all':
      return { ...document, proposals: document.proposals.map((proposal) => ({ ...proposal, ticked: action.ticked })) }
    case 'tick':
      return changeProposal(document, action.index, (proposal) => ({ ...proposal, ticked: action.ticked }))
    case 'change':
      return changeProposal(document, action.index, (proposal) => ({ ...proposal, material: { ...proposal.material, ...action.changes } }))
    case 'merge-with-next': {
      const at = document.proposals.findIndex((proposal) => proposal.material.index === action.index)
      const [first, second] = document.proposals.slice(at, at + 2)
      if (at < 0 || !first || !second) return document
      return { ...document, proposals: document.proposals.toSpliced(at, 2, { ticked: first.ticked || second.ticked, material: merge(first.material, second.material) }) }
    }
    default:
      return assertNever(action)
  }
}

const changeProposal = (document: ReviewedDocument, index: number, change: (proposal: Proposal) => Proposal): ReviewedDocument => ({
  ...document,
  proposals: document.proposals.map((proposal) => (proposal.material.index === index ? change(proposal) : proposal)),
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

/** What accepting would store: per document the ticked proposals. A title left empty falls back to what was read. */
export function accepted(review: Review): { key: string; title: string; materials: ProposedMaterial[] }[] {
  return review.documents
    .filter((document) => document.kept)
    .map((document) => ({
      key: document.key,
      title: document.title.trim() || document.document.title || document.fileName,
      materials: document.proposals
        .filter((proposal) => proposal.ticked)
        .map(({ material }) => ({ ...material, title: material.title.trim() || (document.document.materials.find(({ index }) => index === material.index)?.title ?? document.fileName) })),
    }))
}

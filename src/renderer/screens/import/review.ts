import { assertNever } from '../../../shared/assert-never'
import type { AcceptedFile, CloseText, ImportedFile } from '../../../shared/contract/imports'
import type { ProposedMaterial } from '../../../shared/model/material'

/**
 * What becomes of a proposal whose wording is close to another text, one of the library or of an earlier file: the other stays and the proposal is left out; the
 * proposal takes its place; both stay; the proposal becomes its newer version.
 */
export const choices = ['keep-existing', 'replace', 'keep-both', 'version'] as const
export type Choice = (typeof choices)[number]

/** What the user has chosen for a proposal and the text beside which it was shown. */
export type Decision = { readonly choice: Choice; readonly other: CloseText }

/** A proposal as the user wrote it, and the title it had been read with. */
type Edited = { readonly material: ProposedMaterial; readonly titleAsRead: string }

/**
 * A proposal as it stands in the review, ticked when it is to be stored. What it says is in the document, which is in memory only while it is open, unless the
 * user edited it. `decision` null: nothing was chosen, and it is stored as it is.
 */
export type Proposal = { readonly index: number; readonly ticked: boolean; readonly decision: Decision | null; readonly edited: Edited | null }

/** A document under review. `kept` false leaves the whole document out. */
export type ReviewedDocument = {
  readonly key: string
  readonly fileName: string
  readonly title: string
  readonly titleAsRead: string
  readonly kept: boolean
  /** How many were read; merged ones are missing from `proposals`. */
  readonly proposed: number
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
  /** `material` is the proposal as it stood before these changes. */
  | { readonly type: 'change'; readonly key: string; readonly material: ProposedMaterial; readonly changes: Partial<Pick<ProposedMaterial, 'title' | 'kind' | 'body'>> }
  /** Two neighbours, as they stand. */
  | { readonly type: 'merge'; readonly key: string; readonly materials: readonly [ProposedMaterial, ProposedMaterial] }

/** Everything that was read, all ticked. */
export const beginReview = (files: readonly ImportedFile[]): Review => ({
  documents: files.flatMap((file) =>
    file.status === 'read'
      ? [
          {
            key: file.key,
            fileName: file.fileName,
            title: file.summary.title,
            titleAsRead: file.summary.title,
            kept: true,
            proposed: file.summary.proposals,
            proposals: Array.from({ length: file.summary.proposals }, (_, index) => ({ index, ticked: true, decision: null, edited: null })),
          },
        ]
      : [],
  ),
})

/** One edit of the review. Proposals are named by their `index`, which a merge leaves with the first of the two. */
export function changeReview(review: Review, action: ReviewAction): Review {
  if (action.type === 'decide') return { documents: review.documents.map(deciding(action.decisions)) }
  return { documents: review.documents.map((document) => (document.key === action.key ? changeDocument(document, action) : document)) }
}

/** Decisions concern two: of two texts in the same import the other one is ticked or not as well. */
function deciding(decisions: Decisions): (document: ReviewedDocument) => ReviewedDocument {
  const others = new Map<string, Map<number, boolean>>()
  for (const { choice, other } of [...decisions.values()].flatMap((ofDocument) => [...ofDocument.values()])) {
    if (other.of !== 'import') continue
    const ofDocument = others.get(other.key) ?? new Map<number, boolean>()
    others.set(other.key, ofDocument.set(other.index, choice !== 'replace'))
  }
  return (document) => {
    const own = decisions.get(document.key)
    const asOther = others.get(document.key)
    if (!own && !asOther) return document
    const proposals = document.proposals.map((proposal) => {
      const decision = own?.get(proposal.index)
      if (decision) return { ...proposal, decision, ticked: decision.choice !== 'keep-existing' }
      const stays = asOther?.get(proposal.index)
      return stays === undefined ? proposal : ticked(proposal, stays)
    })
    return { ...document, proposals, kept: document.kept || [...(asOther?.values() ?? [])].some(Boolean) }
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
      return changeProposal(document, action.material.index, (proposal) => edited(proposal, action.material, { ...action.material, ...action.changes }))
    case 'merge': {
      const [material, following] = action.materials
      const at = document.proposals.findIndex(({ index }) => index === material.index)
      const [first, second] = document.proposals.slice(at, at + 2)
      if (at < 0 || !first || second?.index !== following.index) return document
      const merged = { ...edited(first, material, merge(material, following)), ticked: first.ticked || second.ticked, decision: null }
      return { ...document, proposals: document.proposals.toSpliced(at, 2, merged) }
    }
    default:
      return assertNever(action)
  }
}

const changeProposal = (document: ReviewedDocument, index: number, change: (proposal: Proposal) => Proposal): ReviewedDocument => ({
  ...document,
  proposals: document.proposals.map((proposal) => (proposal.index === index ? change(proposal) : proposal)),
})

const edited = (proposal: Proposal, before: ProposedMaterial, material: ProposedMaterial): Proposal => ({ ...proposal, edited: { material, titleAsRead: proposal.edited?.titleAsRead ?? before.title } })

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

/** What accepting stores: per document what is left out of what was read, what was edited, and whose version or place each takes. A title left empty falls back to what was read. */
export function accepted(review: Review): AcceptedFile[] {
  return review.documents.filter(({ kept }) => kept).map(acceptedOf)
}

function acceptedOf({ key, title, titleAsRead, fileName, proposed, proposals }: ReviewedDocument): AcceptedFile {
  const stored = proposals.filter((proposal) => proposal.ticked)
  const indices = new Set(stored.map(({ index }) => index))
  return {
    key,
    title: title.trim() || titleAsRead || fileName,
    leftOut: Array.from({ length: proposed }, (_, index) => index).filter((index) => !indices.has(index)),
    changed: stored.flatMap(({ edited }) => (edited ? [{ ...edited.material, title: edited.material.title.trim() || edited.titleAsRead || fileName }] : [])),
    versions: stored.flatMap(({ index, decision }) => (decision?.choice === 'version' ? [{ index, of: decision.other }] : [])),
    replacements: stored.flatMap(({ index, decision }) => (decision?.choice === 'replace' && decision.other.of === 'library' ? [{ index, of: decision.other.id }] : [])),
  }
}

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

import { blockTextsOf, type BlockText } from '../markdown/block-texts'
import { blockMarkdownOf } from '../markdown/material-block'
import type { StaleReason } from '../model/freshness'
import { MaterialId } from '../model/ids'
import type { BlockParts, MaterialChanged, MaterialGone, StepFinding, StepMark } from '../model/in-step'
import type { Material, MaterialDraft } from '../model/material'
import { diffText } from '../text-diff/diff-text'
import { fingerprint, materialPrint } from './fingerprint'
import { verdictOf } from './step-marks'

/** A material as a library knows it. */
export type KnownMaterial = {
  readonly material: Material
  /** Null without a source. */
  readonly sourceTitle: string | null
  /** Of whatever concerns the material; empty when it is fresh. */
  readonly stale: { readonly reasons: readonly StaleReason[]; readonly validUntil: string; readonly source: string }
  /** What it said before, oldest first; asked only where it says something else now. */
  readonly superseded: () => readonly MaterialDraft[]
}
export type GoneMaterial = { readonly title: string; readonly inTrash: boolean }

/** Reasons for which a material should not be spoken of any more; that it soon will be so is no reason to interrupt anybody. */
const over: readonly StaleReason[] = ['expired', 'source-expired', 'source-superseded']

/**
 * What of a talk is no longer in step, in its order: blocks whose slide or script was changed alone, materials that were changed or deleted since they
 * were brought in, or that are out of date. A citation that says nothing of the state it goes by is taken to be up to date.
 */
export const findOutOfStep = (markdown: string, marks: readonly StepMark[], lookUp: (id: MaterialId) => KnownMaterial | GoneMaterial): StepFinding[] => {
  const marked = new Map(marks.map((mark) => [mark.block, mark]))
  return blockTextsOf(markdown).flatMap((block, index): StepFinding[] => {
    const place = { block: block.key, print: fingerprint(block.text) }
    const behind = sideBehind(marked.get(index), block)
    return [...(behind === null ? [] : [{ ...place, ...behind }]), ...block.cites.flatMap((cite) => ofMaterial(cite, lookUp).map((finding) => ({ ...place, ...finding })))]
  })
}

const sideBehind = (mark: StepMark | undefined, block: BlockText) => {
  const kind = mark === undefined ? null : verdictOf(mark, block)
  if (mark === undefined || kind === null) return null
  const [was, now] = kind === 'script-behind' ? [mark.wasShown, block.shown] : [mark.wasSaid, block.said]
  return { kind, difference: [...diffText(was ?? '', now)], since: mark.at }
}

type WithoutPlace<Finding> = Finding extends StepFinding ? Omit<Finding, 'block' | 'print'> : never

const ofMaterial = ({ material: name, seen }: BlockText['cites'][number], lookUp: (id: MaterialId) => KnownMaterial | GoneMaterial): WithoutPlace<StepFinding>[] => {
  const id = MaterialId.safeParse(name).data
  if (id === undefined) return []
  const known = lookUp(id)
  if (!('material' in known)) return [{ kind: 'material-gone', material: id, ...known } satisfies WithoutPlace<MaterialGone>]
  const changed = materialChanged(known, seen)
  const reasons = known.stale.reasons.filter((reason) => over.includes(reason))
  return [...(changed === null ? [] : [changed]), ...(reasons.length === 0 ? [] : [{ kind: 'material-stale' as const, material: id, title: known.material.title, reasons, validUntil: known.stale.validUntil, source: known.stale.source }])]
}

const materialChanged = ({ material, sourceTitle, superseded }: KnownMaterial, seen: string): WithoutPlace<MaterialChanged> | null => {
  const now = materialPrint(material)
  if (seen === '' || seen === now) return null
  const was = superseded().findLast((draft) => materialPrint(draft) === seen) ?? null
  return {
    kind: 'material-changed',
    material: material.id,
    title: material.title,
    seen,
    now,
    difference: was && { title: [...diffText(was.title, material.title)], body: [...diffText(was.body, material.body)] },
    brought: was && partsOf({ ...material, ...was }, sourceTitle),
    fresh: partsOf(material, sourceTitle),
  }
}

/** The block that a material makes. */
const partsOf = (material: Material, sourceTitle: string | null): BlockParts => {
  const [block] = blockTextsOf(blockMarkdownOf(material, sourceTitle))
  return { title: block?.title ?? '', shown: block?.shown ?? '', said: block?.said ?? '' }
}

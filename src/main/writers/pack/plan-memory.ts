import type { BlockContent } from '../../../shared/model/block'
import type { PlanMemory, PlannedBlock } from '../docx/plan-script'

/**
 * Remembers how blocks were planned in the copies before, for as long as what they show is in use. Pieces stay the same objects, so that what follows from them is
 * found by them. For copies that have preset, language, audiences' names and pictures in common.
 */
export function planMemory(): PlanMemory {
  const known = new WeakMap<BlockContent, { readonly key: string; readonly planned: PlannedBlock }>()
  return ({ content }, key, plan) => {
    const before = known.get(content)
    if (before?.key === key) return before.planned
    const planned = plan()
    known.set(content, { key, planned })
    return planned
  }
}

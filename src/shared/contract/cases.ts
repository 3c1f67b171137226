import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CaseEvent, CaseEventDraft, CaseEventId, CasePart, CaseStudy } from '../model/case-study'
import { MaterialId } from '../model/ids'
import { Material } from '../model/material'

/** Case studies. Their text is the material's body and nothing else; school and consent are fields of the material (`materials.update`). */
export const cases = {
  /** The case read out of its body, and its steps, oldest first. For any kind of material: one becomes a case by its kind. */
  read: oc.input(z.object({ id: MaterialId })).output(z.object({ study: CaseStudy, events: z.array(CaseEvent) })),
  /** Puts Markdown in the place of what a part says, or adds the part where it belongs; everything else of the body stays to the byte. */
  writePart: oc.input(z.object({ id: MaterialId, part: CasePart, markdown: z.string().max(100_000) })).output(Material),
  /** The stage of the material follows its latest step. */
  addEvent: oc.input(z.object({ id: MaterialId, event: CaseEventDraft })).output(CaseEvent),
  changeEvent: oc.input(z.object({ id: CaseEventId, changes: CaseEventDraft.partial() })).output(CaseEvent),
  removeEvent: oc.input(z.object({ id: CaseEventId })).output(z.void()),
}

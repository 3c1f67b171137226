import { z } from 'zod'
import { CalendarDate } from './calendar-date'
import { MaterialId, Timestamp } from './ids'
import { CaseStage } from './material'

/** The parts of which a case study is told (product.md). */
export const caseParts = ['background', 'action', 'result', 'lesson'] as const
export const CasePart = z.enum(caseParts)
export type CasePart = z.infer<typeof CasePart>

export const CaseEventId = z.uuid().brand<'case-event'>()
export type CaseEventId = z.infer<typeof CaseEventId>

/** A step of a case on the chain reviewed → adopted → in practice → feedback. Feedback may come more than once. */
export const CaseEvent = z.object({ id: CaseEventId, materialId: MaterialId, stage: CaseStage, date: CalendarDate, note: z.string(), recordedAt: Timestamp })
export type CaseEvent = Readonly<z.infer<typeof CaseEvent>>

export const CaseEventDraft = z.object({ stage: CaseStage, /** Empty when nobody remembers the day. */ date: CalendarDate, note: z.string().max(5000) })
export type CaseEventDraft = Readonly<z.infer<typeof CaseEventDraft>>

/** A case as it reads out of its Markdown body. Parts in the order of the text; several headings may belong to one part; `part` is null for a heading of another kind. */
export const CaseStudy = z.object({
  /** What stands before the first part. */
  lead: z.string(),
  parts: z.array(z.object({ part: CasePart.nullable(), title: z.string(), body: z.string() })),
  /** Those of the four that the body does not tell, or leaves empty. */
  missing: z.array(CasePart),
})
export type CaseStudy = Readonly<z.infer<typeof CaseStudy>>

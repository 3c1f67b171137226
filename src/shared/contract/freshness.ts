import { oc } from '@orpc/contract'
import { z } from 'zod'
import { StaleReason } from '../model/freshness'
import { MaterialId, SourceId, TalkId } from '../model/ids'
import { Source } from '../model/source'

export const StaleMaterial = z.object({ id: MaterialId, title: z.string(), reasons: z.array(StaleReason).min(1), /** The earliest last day that concerns it; empty without. */ validUntil: z.string(), source: z.string() })
export type StaleMaterial = z.infer<typeof StaleMaterial>

export const StaleSource = z.object({ source: Source, reasons: z.array(StaleReason).min(1), /** Title of the newer one; empty without. */ supersededByTitle: z.string(), materials: z.int() })
export type StaleSource = z.infer<typeof StaleSource>

export const StaleTalk = z.object({ id: TalkId, title: z.string(), materials: z.array(StaleMaterial).min(1) })
export type StaleTalk = z.infer<typeof StaleTalk>

/** What is out of date or soon will be, and the talks that rest on it. The last day of a material is set by `materials.update`, of a source by `sources.update`. */
export const freshness = {
  report: oc.output(z.object({ /** Up to 1,000; `materialCount` tells how many there are. */ materials: z.array(StaleMaterial), materialCount: z.int(), sources: z.array(StaleSource), talks: z.array(StaleTalk) })),
  /** The stale materials of one talk; empty when it rests on none. */
  ofTalk: oc.input(z.object({ id: TalkId })).output(z.array(StaleMaterial)),
  /** Why this material is not fresh; null when it is. */
  ofMaterial: oc.input(z.object({ id: MaterialId })).output(StaleMaterial.nullable()),
  /** `by` takes the place of the source; null: it stands again. Refused with `source-supersedes-itself` where the two would stand in a circle. */
  supersede: oc.input(z.object({ id: SourceId, by: SourceId.nullable() })).output(Source),
}

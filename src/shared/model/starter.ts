import { z } from 'zod'
import { BrandDraft } from './brand'
import { CaseStage, MaterialDraft, MaterialKind, MaterialStatus, type ProposedMaterial } from './material'
import { SchoolDraft } from './school'

/**
 * What the user would add by hand to a material that was read from a document. Every field left out keeps the reader's proposal;
 * tags, topics and audiences are added to those proposed.
 */
export const Dressing = z.object({
  kind: MaterialKind.optional(),
  tags: z.array(z.string()).default([]),
  topics: z.array(z.string()).default([]),
  audiences: z.array(z.string()).default([]),
  status: MaterialStatus.optional(),
  stage: CaseStage.optional(),
  school: z.string().optional(),
})
export type Dressing = Readonly<z.infer<typeof Dressing>>

/** `resources/starter/starter.json`: the example library that `demo` puts into an empty one. Files are relative to it, with `/`. */
export const Starter = z.object({
  sources: z.array(
    z.object({
      file: z.string(),
      /** For every material proposed from the document. */
      all: Dressing,
      /** For those whose title or heading path contains `match`. */
      some: z.array(z.object({ match: z.string().min(1), dress: Dressing })),
    }),
  ),
  /** Materials without a source. Pictures in a body are relative to `starter.json`. */
  materials: z.array(MaterialDraft),
  /** Schools with their brands; a logo is a PNG or JPEG relative to `starter.json`. */
  schools: z.array(z.object({ school: SchoolDraft, brand: BrandDraft, logo: z.string() })).default([]),
  /** Talks in Markdown; their pictures are relative to the talk's file. */
  talks: z.array(z.object({ file: z.string() })),
})
export type Starter = Readonly<z.infer<typeof Starter>>

/**
 * A proposed material with its dressings put on in order: the one for its whole document first, then those whose `match` it meets.
 * A stage is only ever given to a case.
 */
export function dress(material: ProposedMaterial, source: Starter['sources'][number]): ProposedMaterial {
  const places = [material.title, ...material.path]
  const own = source.some.filter((entry) => places.some((place) => place.includes(entry.match))).map((entry) => entry.dress)
  return [source.all, ...own].reduce((dressed, dressing) => {
    const kind = dressing.kind ?? dressed.kind
    return {
      ...dressed,
      kind,
      tags: union(dressed.tags, dressing.tags),
      topics: union(dressed.topics, dressing.topics),
      audiences: union(dressed.audiences, dressing.audiences),
      status: dressing.status ?? dressed.status,
      stage: kind === 'case' ? (dressing.stage ?? dressed.stage) : null,
      school: dressing.school ?? dressed.school,
    }
  }, material)
}

const union = (first: readonly string[], second: readonly string[]): string[] => [...new Set([...first, ...second])]

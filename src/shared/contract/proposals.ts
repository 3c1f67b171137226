import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Language } from '../language'
import { MaterialId } from '../model/ids'
import { MaterialKind } from '../model/material'

const Reason = z.union([
  z.object({ code: z.literal('kind'), kind: MaterialKind }),
  z.object({ code: z.literal('topic'), topic: z.string() }),
  z.object({ code: z.enum(['title', 'audience', 'approved', 'never-used', 'rested', 'fits', 'other-audience', 'told-lately', 'used-lately', 'too-long', 'expiring', 'other-language']) }),
])

/** A material proposed for a gap of a talk, with the reasons (`shared/proposals/rank-materials.ts`), those against it included. */
export const Proposal = z.object({ id: MaterialId, kind: MaterialKind, title: z.string(), /** What it takes to say at the library's pace. */ seconds: z.int(), reasons: z.array(Reason) })
export type Proposal = Readonly<z.infer<typeof Proposal>>

export const proposals = {
  /** For each gap the fittest materials of the library, best first; `cited` are those that the talk has already. */
  forGaps: oc
    .input(
      z.object({
        title: z.string().max(300),
        audience: z.string().max(60),
        language: Language,
        gaps: z.array(z.object({ kinds: z.array(MaterialKind).min(1).max(10), seconds: z.number().min(0) })).max(60),
        cited: z.array(MaterialId).max(5000).default([]),
        limit: z.int().min(1).max(20).default(3),
      }),
    )
    .output(z.array(z.array(Proposal))),
}

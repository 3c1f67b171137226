import { oc } from '@orpc/contract'
import { z } from 'zod'
import { MaterialId, Timestamp } from '../model/ids'
import { MaterialKind, MaterialStatus } from '../model/material'
import { TextDiff } from '../model/text-diff'

/** An existing material whose wording is close to a given one, and how the two differ: existing → given. */
export const SimilarMaterial = z.object({
  id: MaterialId,
  kind: MaterialKind,
  status: MaterialStatus,
  /** Title of its source; empty without. */
  source: z.string(),
  locator: z.string(),
  updatedAt: Timestamp,
  /** Share of characters that both have in the same order, 0–1; 1: the same but for punctuation, width, case and spaces. */
  similarity: z.number().min(0).max(1),
  title: TextDiff,
  body: TextDiff,
})
export type SimilarMaterial = z.infer<typeof SimilarMaterial>

export const MaterialVersion = z.object({ id: MaterialId, rank: z.int().min(1), title: z.string(), status: MaterialStatus, source: z.string(), createdAt: Timestamp, updatedAt: Timestamp })
export type MaterialVersion = z.infer<typeof MaterialVersion>

/** Near-duplicates and linked versions. Lists and searches show the newest version only, unless the filter says otherwise. */
export const versions = {
  /** The nearest other materials of a stored one; its linked versions are left out. */
  similarToMaterial: oc.input(z.object({ id: MaterialId, most: z.int().min(1).max(20).default(5) })).output(z.array(SimilarMaterial)),
  /** Pairs of near-duplicates in the whole library, nearest first; walks it in portions: ask again with `after: next` until that is null. */
  duplicates: oc
    .input(z.object({ after: z.int().min(0).default(0), most: z.int().min(1).max(200).default(50) }))
    .output(z.object({ pairs: z.array(z.object({ older: MaterialId, newer: MaterialId, olderTitle: z.string(), newerTitle: z.string(), similarity: z.number() })), next: z.int().nullable() })),
  /** The difference between any two materials: `from` → `to`. */
  diff: oc.input(z.object({ from: MaterialId, to: MaterialId })).output(z.object({ similarity: z.number(), title: TextDiff, body: TextDiff })),
  /** Makes these materials, and those linked to them already, versions of one; the last named is the newest. One deed. */
  link: oc.input(z.object({ ids: z.array(MaterialId).min(2).max(100) })).output(z.array(MaterialVersion)),
  /** Takes a material out of its versions; the others stay linked. */
  unlink: oc.input(z.object({ id: MaterialId })).output(z.void()),
  /** Newest first; empty where a material stands for itself. */
  of: oc.input(z.object({ id: MaterialId })).output(z.array(MaterialVersion)),
}

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Brand, BrandDraft, BrandId, SchoolSummary } from '../model/brand'
import { School, SchoolDraft, SchoolId } from '../model/school'

const SchoolIds = z.array(SchoolId).min(1).max(100_000)

/** Schools, each with exactly one brand in use. Every change can be undone. */
export const schools = {
  /** All of them, by district and name; schools of no district last. A window filters and searches them itself. */
  list: oc.output(z.array(SchoolSummary)),
  /** With every brand that it had, newest first; the first one is in use. */
  get: oc.input(z.object({ id: SchoolId })).output(z.object({ school: School, brand: Brand, history: z.array(Brand) })),
  add: oc.input(z.object({ school: SchoolDraft, brand: BrandDraft.optional() })).output(School),
  change: oc.input(z.object({ id: SchoolId, changes: SchoolDraft.partial() })).output(School),
  /** Into the trash, with their brands. */
  remove: oc.input(z.object({ ids: SchoolIds })).output(z.object({ removed: z.int() })),
  /** The brand that a school uses from now on; the one before it stays in its history. */
  useBrand: oc.input(z.object({ id: SchoolId, brand: BrandDraft })).output(Brand),
  /** Uses again what the school used once. */
  restoreBrand: oc.input(z.object({ id: SchoolId, brand: BrandId })).output(Brand),
}

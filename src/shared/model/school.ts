import { z } from 'zod'
import { Timestamp } from './ids'

export const SchoolId = z.uuid().brand<'school'>()
export type SchoolId = z.infer<typeof SchoolId>

export const schoolLevels = ['primary', 'junior', 'senior', 'vocational', 'higher'] as const
export const SchoolLevel = z.enum(schoolLevels)
export type SchoolLevel = z.infer<typeof SchoolLevel>

/** Somebody at a school; `reach` is a telephone number or an address, as the user wrote it. */
export const SchoolContact = z.object({ name: z.string().trim().min(1).max(100), role: z.string().max(100), reach: z.string().max(200) })
export type SchoolContact = Readonly<z.infer<typeof SchoolContact>>

/** What a user can write of a school. `short` and `district` may be empty, `level` unknown. */
export const SchoolDraft = z.object({
  name: z.string().trim().min(1).max(200),
  short: z.string().trim().max(100).default(''),
  district: z.string().trim().max(100).default(''),
  level: SchoolLevel.nullable().default(null),
  contacts: z.array(SchoolContact).max(50).default([]),
  notes: z.string().max(10_000).default(''),
})
export type SchoolDraft = Readonly<z.infer<typeof SchoolDraft>>

export const School = SchoolDraft.extend({ id: SchoolId, createdAt: Timestamp, updatedAt: Timestamp })
export type School = Readonly<z.infer<typeof School>>

import { z } from 'zod'

/** A day as people write it on paper: ISO 8601, `2026-11-25`, without a time zone; empty when open. */
export const CalendarDate = z.union([z.iso.date(), z.literal('')])
export type CalendarDate = z.infer<typeof CalendarDate>

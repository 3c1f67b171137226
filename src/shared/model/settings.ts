import { z } from 'zod'
import { Language } from '../language'

export const Settings = z.object({
  /** Null until chosen: the door then follows the system. */
  language: Language.nullable(),
  appearance: z.enum(['system', 'light', 'dark']),
  /** Han characters a minute; the documented range is 120–320 (issue: talk desk, "Time"). */
  pace: z.int().min(120).max(320),
  speaker: z.string().max(100),
})
export type Settings = Readonly<z.infer<typeof Settings>>

export const defaultSettings: Settings = { language: null, appearance: 'system', pace: 220, speaker: '' }

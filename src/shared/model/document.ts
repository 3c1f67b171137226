import { z } from 'zod'
import { Warning } from '../outcome'
import { ProposedMaterial } from './material'
import { OutlineEntry, SourceFormat, SourceParagraph } from './source'

/** A document as read, nothing of it stored yet: its full text, its outline and the materials proposed from it. */
export const ReadDocument = z.object({
  format: SourceFormat,
  title: z.string(),
  issuer: z.string(),
  number: z.string(),
  date: z.string(),
  paragraphs: z.array(SourceParagraph),
  outline: z.array(OutlineEntry),
  materials: z.array(ProposedMaterial),
  warnings: z.array(Warning),
})
export type ReadDocument = Readonly<z.infer<typeof ReadDocument>>

import { z } from 'zod'
import { Warning } from '../outcome'
import { AssetHash } from './ids'
import { ProposedMaterial } from './material'
import { OutlineEntry, SourceFormat, SourceParagraph } from './source'

/** A picture of a document; materials refer to it as `asset:<hash>`. Its bytes travel apart from the document and are kept only with a material that shows it. */
export const DocumentPicture = z.object({ hash: AssetHash, mime: z.enum(['image/png', 'image/jpeg']), /** Pixels. */ width: z.int().min(1), height: z.int().min(1), /** Size of the file. */ bytes: z.int().min(1) })
export type DocumentPicture = Readonly<z.infer<typeof DocumentPicture>>

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
  /** Every picture that was taken out of the document; absent where there is none. */
  pictures: z.array(DocumentPicture).optional(),
  warnings: z.array(Warning),
})
export type ReadDocument = Readonly<z.infer<typeof ReadDocument>>

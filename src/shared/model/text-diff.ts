import { z } from 'zod'

/** A stretch of two texts side by side. The `same` and `removed` stretches together are the older text, `same` and `added` the newer. */
export const DiffPiece = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })
export type DiffPiece = Readonly<z.infer<typeof DiffPiece>>

export const TextDiff = z.array(DiffPiece)
export type TextDiff = readonly DiffPiece[]

import { z } from 'zod'
import { Localized } from './language'

/** What a lossy conversion lost, or what the user should know of it. */
export const Warning = z.object({
  /** Stable and machine-readable, `kebab-case`: tests and scripts hold on to it. */
  code: z.string(),
  /** Where in the input: a paragraph number, `line 12`, a part name; empty when it concerns the whole. */
  place: z.string(),
  message: Localized,
})
export type Warning = Readonly<z.infer<typeof Warning>>

/** The result of a conversion that may lose something: it says so instead of throwing. */
export type Outcome<T> = { readonly value: T; readonly warnings: readonly Warning[] }

/**
 * A failure the user is told about. `code` is stable; `message` says what happened, what is safe and what to do next.
 * Everything else that is thrown is a defect of ours and is shown as such.
 */
export class LecternError extends Error {
  override readonly name = 'LecternError'
  constructor(
    readonly code: string,
    readonly localized: Localized,
    options?: { cause?: unknown },
  ) {
    super(localized.en, options)
  }
}

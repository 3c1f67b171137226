import type { Localized } from '../../shared/language'

/** The command line was written wrongly: exit code 2 and one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  constructor(readonly localized: Localized) {
    super(localized.en)
  }
}

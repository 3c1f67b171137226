import { ORPCError } from '@orpc/server'
import { ValidationError } from '@orpc/contract'
import { failureOf } from '../../shared/contract/failure'
import { LecternError } from '../../shared/outcome'

/**
 * What of a thrown error may cross a process: code and sentences, never a stack or a path.
 * @param error anything a handler threw
 * @param report hears of defects, for the log
 * @returns an oRPC error that `failureOf` reads on the other side
 */
export function wireFailure(error: unknown, report: (defect: unknown) => void): ORPCError<string, unknown> {
  if (error instanceof LecternError) return new ORPCError(error.code, { message: error.message, data: { message: error.localized }, cause: error })
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) return error
  report(error)
  const { code, message } = failureOf(error)
  return new ORPCError(code, { message: message.en, data: { message } })
}

/** Passes an iterator on, its failures made fit for the wire; ending it early ends the source. */
export async function* withWireFailures<T, R>(events: AsyncIterator<T, R>, report: (defect: unknown) => void): AsyncGenerator<T, R, void> {
  let ended = false
  try {
    for (;;) {
      const next = await events.next()
      if (next.done === true) {
        ended = true
        return next.value
      }
      yield next.value
    }
  } catch (error) {
    ended = true
    throw wireFailure(error, report)
  } finally {
    if (!ended) await events.return?.()
  }
}

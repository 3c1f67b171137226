import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { DEFECT, failureOf as failureOfCall, type Failure } from '../../shared/contract/failure'
import type { Language } from '../../shared/language'
import { LecternError } from '../../shared/outcome'
import { useLanguage } from '../i18n/language'

/** What to tell the user of anything that was thrown, by the engine or by shared code inside the window. */
export const failureOf = (error: unknown): Failure => (error instanceof LecternError ? { code: error.code, message: error.localized } : failureOfCall(error))

const isCancelled = (error: unknown) => error instanceof Error && error.name === 'AbortError'

/** Tells a failure in the user's language, at the bottom of the window. Cancelling is not a failure. */
export function showFailure(error: unknown, language: Language): void {
  if (isCancelled(error)) return
  const { code, message } = failureOf(error)
  if (code === DEFECT) console.error(error)
  // Stopping long work is no failure either; that nothing has changed is worth a calm word.
  notifications.show({ id: `failure-${code}`, ...(code === 'cancelled' ? {} : { color: 'red' }), message: message[language], autoClose: 12_000 })
}

/** `const fail = useFailure(); … .catch(fail)` */
export function useFailure(): (error: unknown) => void {
  const language = useLanguage()
  return useCallback((error: unknown) => showFailure(error, language), [language])
}

import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { z } from 'zod'
import { Localized, type Language } from '../../shared/language'
import { useLanguage } from '../i18n/language'

/** A refusal as the engine sends it across the port: a stable code and the sentence in both languages. */
const Refusal = z.object({ code: z.string(), data: z.object({ message: Localized }) })
/** The same, thrown inside the window by shared code (LecternError). */
const LocalRefusal = z.object({ code: z.string(), localized: Localized })

export type Failure = { readonly code: string; readonly message: Localized }

const defect: Localized = {
  'zh-CN': '出了意外，这一步没有完成。您的内容没有丢失，可以再试一次。',
  en: 'Something unexpected happened and this step was not completed. Your work is safe; please try again.',
}

/** What to tell the user of anything that was thrown; what is not a refusal with a sentence of its own is a defect of ours and is said to be one. */
export function failureOf(error: unknown): Failure {
  const local = LocalRefusal.safeParse(error)
  if (local.success) return { code: local.data.code, message: local.data.localized }
  const remote = Refusal.safeParse(error)
  if (remote.success) return { code: remote.data.code, message: remote.data.data.message }
  return { code: 'defect', message: defect }
}

const isCancelled = (error: unknown) => error instanceof Error && error.name === 'AbortError'

/** Tells a failure in the user's language, at the bottom of the window. Cancelling is not a failure. */
export function showFailure(error: unknown, language: Language): void {
  if (isCancelled(error)) return
  const { code, message } = failureOf(error)
  if (code === 'defect') console.error(error)
  notifications.show({ id: `failure-${code}`, color: 'red', message: message[language], autoClose: 12_000 })
}

/** `const fail = useFailure(); … .catch(fail)` */
export function useFailure(): (error: unknown) => void {
  const language = useLanguage()
  return useCallback((error: unknown) => showFailure(error, language), [language])
}

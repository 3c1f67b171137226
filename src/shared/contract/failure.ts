import { z } from 'zod'
import { Localized } from '../language'

/** What a call that failed tells the user. On the wire: an oRPC error with this `code` and `data: { message }`. */
export const Failure = z.object({ code: z.string(), message: Localized })
export type Failure = Readonly<z.infer<typeof Failure>>

/** The code of everything that is our own fault; details go to the engine's log, never to the window. */
export const DEFECT = 'defect'

const defect: Failure = {
  code: DEFECT,
  message: {
    'zh-CN': '这一步没有完成，是软件自身的问题。已保存的内容不受影响，可以再试一次。',
    en: 'This did not work, and the fault is Lectern’s own. What was saved is safe; you can try again.',
  },
}

/** Failures that the transport itself reports, by their oRPC code. */
const ofTransport: Readonly<Record<string, Failure>> = {
  BAD_REQUEST: {
    code: 'bad-request',
    message: { 'zh-CN': '填写的内容不符合要求，没有改动任何东西。请检查后再试。', en: 'Something filled in is not valid; nothing was changed. Please check it and try again.' },
  },
}

const Shape = z.object({ code: z.string(), data: z.object({ message: Localized }) })
const Transport = z.object({ code: z.string() })

/**
 * Reads whatever a call of the contract threw.
 * @param error anything that was caught
 * @returns its code and sentence; the sentence for a defect when it is none of the failures we know
 */
export function failureOf(error: unknown): Failure {
  const ours = Shape.safeParse(error)
  if (ours.success) return { code: ours.data.code, message: ours.data.data.message }
  const transport = Transport.safeParse(error)
  return (transport.success ? ofTransport[transport.data.code] : undefined) ?? defect
}

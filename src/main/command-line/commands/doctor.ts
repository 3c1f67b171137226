import type { Answer } from '../answer'
import type { Session } from '../session'

/** `doctor`: is the library sound? */
export async function doctor(session: Session): Promise<Answer> {
  const { ok, problems } = await session.client.app.doctor()
  const sentences = problems.map(({ code, message }) => ({ code, message: session.say(message) }))
  const fine = session.say({ 'zh-CN': '素材库完好。', en: 'The library is sound.' })
  return { json: { ok, problems: sentences }, lines: ok ? [fine] : [], problems: sentences.map(({ message }) => message) }
}

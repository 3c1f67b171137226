import type { Answer } from '../answer'
import type { Session } from '../session'

/** `demo`: fills an empty library with the example. */
export async function demo(session: Session): Promise<Answer> {
  const counts = await session.client.app.demo()
  const { sources, materials, talks } = counts
  return { json: counts, lines: [session.say({ 'zh-CN': `已放入示例：${sources} 个出处，${materials} 条素材，${talks} 篇宣讲稿。`, en: `The example is in: ${sources} sources, ${materials} materials, ${talks} talks.` })], problems: [] }
}

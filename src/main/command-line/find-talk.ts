import type { TalkId } from '../../shared/model/ids'
import { LecternError } from '../../shared/outcome'
import type { Session } from './session'

/**
 * A talk by its id or its exact title.
 * @returns null when there is none
 * @throws LecternError several-talks when two have the title
 */
export async function findTalk(session: Session, name: string): Promise<TalkId | null> {
  const talks = await session.client.talks.list()
  const byId = talks.find(({ id }) => id === name.toLowerCase())
  if (byId !== undefined) return byId.id
  const named = talks.filter(({ title }) => title === name)
  if (named.length < 2) return named[0]?.id ?? null
  const ids = named.map(({ id }) => id).join('、')
  throw new LecternError('several-talks', { 'zh-CN': `有 ${named.length} 篇宣讲稿都叫“${name}”，请写编号：${ids}。`, en: `${named.length} talks are called “${name}”; please give the id: ${ids}.` })
}

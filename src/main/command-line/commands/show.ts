import { failureOf } from '../../../shared/contract/failure'
import { MaterialId, SourceId, TalkId } from '../../../shared/model/ids'
import { LecternError } from '../../../shared/outcome'
import type { Answer } from '../answer'
import type { Session } from '../session'
import { findTalk } from '../find-talk'

/** `show ID`: a material with its source, history, versions and, of a case, its parts and steps, a source with outline and full text, or a talk with its Markdown. A talk may be named by its title. */
export async function show(session: Session, name: string): Promise<Answer> {
  return (await showMaterial(session, name)) ?? (await showSource(session, name)) ?? (await showTalk(session, name))
}

async function showMaterial(session: Session, name: string): Promise<Answer | null> {
  const id = MaterialId.safeParse(name)
  if (!id.success) return null
  const found = await orNull(session.client.materials.get({ id: id.data }))
  if (found === null) return null
  const { material, source, usedIn } = found
  const origin = source === null || material.provenance === null ? [] : [`《${source.title}》${material.provenance.locator}`]
  const [history, versions, told] = await Promise.all([
    session.client.revisions.list({ id: id.data }),
    session.client.versions.of({ id: id.data }),
    material.kind === 'case' ? session.client.cases.read({ id: id.data }) : null,
  ])
  return { json: { type: 'material', ...material, source, usedIn, history, versions, ...(told ? { case: told } : {}) }, lines: [`${material.title}  (${material.kind})`, ...origin, '', material.body], problems: [] }
}

async function showSource(session: Session, name: string): Promise<Answer | null> {
  const id = SourceId.safeParse(name)
  if (!id.success) return null
  const found = await orNull(session.client.sources.get({ id: id.data }))
  if (found === null) return null
  const { source, outline, materials } = found
  const paragraphs = source.paragraphs === 0 ? [] : await session.client.sources.paragraphs({ id: id.data, from: 1, to: source.paragraphs })
  return {
    json: { type: 'source', ...source, outline, materials, text: paragraphs },
    lines: [`${source.title}  (${source.fileName})`, '', ...paragraphs.map(({ number, text }) => number + text)],
    problems: [],
  }
}

async function showTalk(session: Session, name: string): Promise<Answer> {
  const id = await findTalk(session, name)
  if (id === null) throw notFound(name)
  const talk = await session.client.talks.get({ id: TalkId.parse(id) })
  return { json: { type: 'talk', ...talk }, lines: [talk.markdown], problems: [] }
}

/** Only "there is none" is an answer here; any other failure stays one. */
async function orNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch (error) {
    if (failureOf(error).code.endsWith('not-found')) return null
    throw error
  }
}

export const notFound = (name: string): LecternError =>
  new LecternError('not-found', { 'zh-CN': `素材库里没有“${name}”。可以用 lectern search 或 lectern list 查找编号。`, en: `There is no “${name}” in the library. lectern search and lectern list give the ids.` })

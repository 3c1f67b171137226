import type { SchoolId } from '../../shared/model/school'
import { LecternError } from '../../shared/outcome'
import type { Session } from './session'

/**
 * A school by its id, its exact name, or its short name.
 * @throws LecternError `school-not-found`, `several-schools` when two are called so
 */
export function findSchool(session: Session, name: string): SchoolId {
  const { schools } = session.engine.context.library
  const byId = schools.find(name.toLowerCase())
  if (byId !== null) return byId.id
  const named = schools.named(name)
  const [only] = named
  if (only === undefined) throw new LecternError('school-not-found', { 'zh-CN': `素材库里没有学校“${name}”。可以用 lectern list schools 查看。`, en: `There is no school “${name}” in the library. lectern list schools names them.` })
  if (named.length === 1) return only.id
  const ids = named.map(({ id, district }) => `${id}${district === '' ? '' : ` (${district})`}`).join('、')
  throw new LecternError('several-schools', { 'zh-CN': `有 ${named.length} 所学校都叫“${name}”，请写编号：${ids}。`, en: `${named.length} schools are called “${name}”; please give the id: ${ids}.` })
}

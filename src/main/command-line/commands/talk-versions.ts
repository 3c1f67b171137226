import type { TalkId } from '../../../shared/model/ids'
import { TalkVersionId, type TalkVersion } from '../../../shared/model/talk-version'
import { versionReasonNames } from '../../../shared/model/version-reason-names'
import { LecternError } from '../../../shared/outcome'
import type { Answer } from '../answer'
import { findTalk } from '../find-talk'
import type { Session } from '../session'
import { notFound } from './show'

/** `talk versions TALK`: how it stood at other times, newest first. */
export async function listVersions(session: Session, name: string): Promise<Answer> {
  const versions = await session.client.talkVersions.list({ talkId: await talkCalled(session, name) })
  return { json: { versions: versions.map((version) => asJson(version)) }, lines: versions.map((version) => line(session, version)), problems: [] }
}

/** `talk keep TALK [--name NAME]`: the text as it stands becomes a version. */
export async function keepTalk(session: Session, talk: string, name = ''): Promise<Answer> {
  const talkId = await talkCalled(session, talk)
  const { markdown } = await session.client.talks.get({ id: talkId })
  const version = await session.client.talkVersions.keep({ talkId, reason: 'by-hand', name, markdown })
  return { json: asJson(version), lines: [line(session, version)], problems: [] }
}

/**
 * `talk restore TALK VERSION`: puts an older text back; what stood there is kept as a version first, whose id the answer names.
 * @param wanted a version's id or its name
 */
export async function restoreVersion(session: Session, talk: string, wanted: string): Promise<Answer> {
  const id = await talkCalled(session, talk)
  const version = versionCalled(await session.client.talkVersions.list({ talkId: id }), wanted)
  const { markdown } = await session.client.talkVersions.text({ id: version.id })
  const present = await session.client.talks.get({ id })
  const kept = await session.client.talkVersions.keep({ talkId: id, reason: 'before-restore', name: '', markdown: present.markdown })
  // Only if nobody has written in the meantime: what is kept is what is replaced.
  await session.client.talks.save({ id, markdown, revision: present.revision })
  const said = session.say({ 'zh-CN': `已换回；原来的内容留作版本 ${kept.id}`, en: `Put back; what stood there is kept as version ${kept.id}` })
  return { json: { id, restored: version.id, kept: kept.id }, lines: [said], problems: [] }
}

/** @throws LecternError not-found, several-talks */
async function talkCalled(session: Session, name: string): Promise<TalkId> {
  const id = await findTalk(session, name)
  if (id === null) throw notFound(name)
  return id
}

/** The version of an id, else the one of a name. @throws LecternError version-not-found, several-versions */
function versionCalled(versions: readonly TalkVersion[], wanted: string): TalkVersion {
  const id = TalkVersionId.safeParse(wanted.toLowerCase()).data
  const [found, ...others] = id === undefined ? versions.filter(({ name }) => name === wanted) : versions.filter((version) => version.id === id)
  if (found === undefined) throw new LecternError('version-not-found', { 'zh-CN': `这篇宣讲稿没有版本“${wanted}”。可以用 lectern talk versions 查看有哪些版本。`, en: `This talk has no version “${wanted}”. lectern talk versions lists them.` })
  if (others.length === 0) return found
  const ids = [found, ...others].map((version) => version.id)
  throw new LecternError('several-versions', { 'zh-CN': `有 ${ids.length} 个版本都叫“${wanted}”，请写编号：${ids.join('、')}。`, en: `${ids.length} versions are called “${wanted}”; please give the id: ${ids.join(', ')}.` })
}

const asJson = ({ id, name, reason, at, blocks, seconds }: TalkVersion) => ({ id, name, reason, at: new Date(at).toISOString(), blocks, seconds })

const line = (session: Session, { id, name, reason, at }: TalkVersion): string => [id, new Date(at).toISOString(), versionReasonNames[session.language][reason], name].filter((part) => part !== '').join('  ')

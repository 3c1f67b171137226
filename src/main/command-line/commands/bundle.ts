import { createWriteStream } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { PinCounts } from '../../../shared/contract/leaving'
import { MaterialId, TalkId } from '../../../shared/model/ids'
import { LecternError } from '../../../shared/outcome'
import { cannotWrite } from '../../host/write-whole-file'
import { SpentBytes } from '../../spent-bytes'
import { packBundle, packMarkdown } from '../../use-cases/pack-library'
import type { Answer } from '../answer'
import { existingFile } from '../existing-file'
import { progressOf } from '../packing-progress'
import type { Session } from '../session'
import { UsageError } from '../usage-error'

/** `bundle export [ID…] --to FILE`: everything, or the materials and talks named, with what they rest on. */
export async function exportBundle(session: Session, ids: readonly string[], to: string | undefined): Promise<Answer> {
  if (to === undefined) throw new UsageError({ 'zh-CN': 'bundle export 需要 --to 文件.lectern。', en: 'bundle export needs --to FILE.lectern.' })
  const file = resolve(to)
  const { bytes, counts, warnings } = await packBundle(session.engine.context.library, file, wishOf(session, ids), { progress: progressOf(session), signal: session.signal })
  return { json: { path: file, bytes, counts, warnings: warnings.map(({ code, message }) => ({ code, message: session.say(message) })) }, lines: [file], problems: warnings.map(({ message }) => session.say(message)) }
}

/** `bundle show FILE`: what a bundle holds and how it stands to the library; changes nothing. */
export async function showBundle(session: Session, file: string): Promise<Answer> {
  const contents = await session.engine.context.works.run('compareBundle', { file: await existingFile(file) }, { signal: session.signal, watch: progressOf(session) })
  const { counts, standing, pins, records } = contents
  const lines = [
    session.say({
      'zh-CN': `${counts.sources} 个出处，${counts.materials} 条素材，${counts.talks} 篇宣讲稿，${counts.schools ?? 0} 所学校，${counts.collections ?? 0} 个素材集，${counts.searches ?? 0} 条保存的查找，${counts.pins ?? 0} 处为学校选定的案例；其中新的 ${standing.new} 项，相同的 ${standing.identical} 项，有不同的 ${standing.newer + standing.older} 项。`,
      en: `${counts.sources} sources, ${counts.materials} materials, ${counts.talks} talks, ${counts.schools ?? 0} schools, ${counts.collections ?? 0} collections, ${counts.searches ?? 0} saved searches, ${counts.pins ?? 0} cases chosen for schools; ${standing.new} new, ${standing.identical} the same, ${standing.newer + standing.older} different.`,
    }),
    ...pinsDiffering(session, pins),
    ...records.map(({ id, type, title, standing }) => `${id}  ${type}  ${standing}  ${title}`),
  ]
  return { json: contents, lines, problems: [] }
}

/** What stays as it is here, because a place has one choice only. */
const pinsDiffering = (session: Session, { differing }: PinCounts): string[] =>
  differing === 0 ? [] : [session.say({ 'zh-CN': `有 ${differing} 处为学校选定的案例与这里不同，保留这里选的。`, en: `${differing} cases are chosen otherwise for a school here; what is chosen here stays.` })]

/** `bundle merge FILE` */
export async function mergeBundleFile(session: Session, file: string): Promise<Answer> {
  const report = await session.engine.context.works.run('mergeBundle', { file: await existingFile(file) }, { signal: session.signal, watch: progressOf(session) })
  const { added, identical, keptBoth, pins } = report
  const lines = [
    session.say({ 'zh-CN': `加入 ${added} 项，相同而跳过 ${identical} 项，内容不同、两份都保留 ${keptBoth.length} 项。`, en: `${added} added, ${identical} the same and passed over, ${keptBoth.length} different and both kept.` }),
    ...pinsDiffering(session, pins),
    ...keptBoth.map(({ id, keptAs, type, title, standing }) => `${id}  ${keptAs}  ${type}  ${standing}  ${title}`),
  ]
  return { json: report, lines, problems: [] }
}

/** What a file leaves behind: the record that it was made of, its path, what the calls for it held. */
const BYTES_A_FILE = 4096
/** UTF-16 of the record's text and of the file's, and the file's bytes. */
const BYTES_A_CHARACTER = 7

/** `markdown [ID…] --to DIR`: the library, or a part of it, as plain files in an empty folder. */
export async function exportMarkdown(session: Session, ids: readonly string[], to: string | undefined): Promise<Answer> {
  if (to === undefined) throw new UsageError({ 'zh-CN': 'markdown 需要 --to 文件夹。', en: 'markdown needs --to DIR.' })
  const folder = resolve(to)
  await refuseFilled(folder)
  let files = 0
  const spent = new SpentBytes('major')
  const put = async (name: string, content: string | AsyncIterable<Uint8Array>): Promise<void> => {
    const file = join(folder, name)
    try {
      await mkdir(dirname(file), { recursive: true })
      // Hundreds of thousands of them are small texts, and a stream for each would take more than all else that is done for it.
      if (typeof content === 'string') await writeFile(file, content)
      else await pipeline(content, createWriteStream(file))
    } catch (error) {
      throw cannotWrite(file, error)
    }
    files++
    spent.add(BYTES_A_FILE + (typeof content === 'string' ? content.length * BYTES_A_CHARACTER : 0))
  }
  const { counts, warnings } = await packMarkdown(session.engine.context.library, put, wishOf(session, ids), session.language, { progress: progressOf(session), signal: session.signal })
  return { json: { path: folder, files, counts, warnings: warnings.map(({ code, message }) => ({ code, message: session.say(message) })) }, lines: [folder], problems: warnings.map(({ message }) => session.say(message)) }
}

/** Files of an earlier export would stand among those of this one, and nobody could tell them apart. */
async function refuseFilled(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  if (names.length > 0) throw new LecternError('folder-not-empty', { 'zh-CN': `文件夹 ${folder} 里已经有文件，没有写入。请另选一个空文件夹。`, en: `The folder ${folder} is not empty; nothing was written. Please name an empty one.` })
}

/** Ids of materials and talks; none is everything. @throws UsageError for what is no id, LecternError not-found for one that is not there */
function wishOf(session: Session, ids: readonly string[]): { materials: MaterialId[]; talks: TalkId[] } | null {
  if (ids.length === 0) return null
  const { library } = session.engine.context
  const talks = new Set(library.talks.list().map(({ id }) => id))
  const wish: { materials: MaterialId[]; talks: TalkId[] } = { materials: [], talks: [] }
  for (const id of ids) {
    const material = MaterialId.safeParse(id.toLowerCase())
    if (!material.success) throw new UsageError({ 'zh-CN': `“${id}”不是编号。`, en: `“${id}” is not an id.` })
    const talk = TalkId.parse(material.data)
    if (talks.has(talk)) wish.talks.push(talk)
    else wish.materials.push(library.materials.get(material.data).id)
  }
  return wish
}

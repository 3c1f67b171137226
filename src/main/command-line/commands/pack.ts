import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { extname, resolve } from 'node:path'
import { PackKind } from '../../../shared/contract/packs'
import type { TalkId } from '../../../shared/model/ids'
import { SchoolId, SchoolLevel, schoolLevels } from '../../../shared/model/school'
import { LecternError } from '../../../shared/outcome'
import type { PackReport } from '../../../shared/packs/pack-report'
import type { Answer } from '../answer'
import { findTalk } from '../find-talk'
import { progressOf } from '../packing-progress'
import type { Session } from '../session'
import { readTalkFile } from '../talk-file'
import { UsageError } from '../usage-error'
import { lookFrom, presetFrom } from './export'
import { notFound } from './show'

type Options = { to?: string; schools?: string; jobs?: string; zip?: boolean; formats?: string; preset?: string; audiences?: string; design?: string }

/** `pack TALK --schools all|S,S… --to DIR`: a pack for every school, and an index over them. Exit 1 where a school's pack failed or was not made. */
export async function packTalk(session: Session, name: string, options: Options): Promise<Answer> {
  const { to, schools: named } = options
  if (to === undefined) throw new UsageError({ 'zh-CN': 'pack 需要 --to 文件夹。', en: 'pack needs --to DIR.' })
  if (named === undefined) throw new UsageError({ 'zh-CN': 'pack 需要 --schools all 或 --schools 学校,学校…。', en: 'pack needs --schools all or --schools S,S….' })
  const wish = { kinds: kindsFrom(options.formats), preset: presetFrom(options.preset), audiences: audiencesFrom(options.audiences), zip: options.zip === true, shownAs: await lookFrom(session, { ...(options.design !== undefined && { design: options.design }) }), threads: threadsFrom(options.jobs), to: resolve(to) }
  const { context } = session.engine
  const file = extname(name).toLowerCase() === '.md' && existsSync(name) ? resolve(name) : null
  const talk = file === null ? await storedTalk(session, name) : { id: null, markdown: await readTalkFile(file) }
  const schools = schoolsFrom(session, named)
  const report = await context.works.run('makePacks', { ...wish, talk, schools, file, language: session.language, version: context.version, packFile: context.packFile }, { signal: session.signal, watch: progressOf(session) })
  return answerOf(session, wish.to, report)
}

function answerOf(session: Session, to: string, { results, notTried, lacking, older, ms }: PackReport): Answer {
  const failed = results.filter(({ status }) => status === 'failed')
  const ready = results.filter(({ status }) => status !== 'failed')
  const skipped = ready.filter(({ status }) => status === 'unchanged').length
  return {
    json: {
      packs: ready.length,
      files: ready.reduce((sum, { files }) => sum + files, 0),
      skipped,
      failed: failed.map(({ school, failure }) => ({ school: school.name, id: school.id, error: failure === null ? '' : session.say(failure.message) })),
      notTried,
      lacking,
      older: older.map(({ place, school }) => ({ place, school: school.name })),
      leftOut: ready.flatMap(({ school, leftOut }) => leftOut.map(({ code, message }) => ({ school: school.name, code, message: session.say(message) }))),
      ms: Math.round(ms),
    },
    lines: [
      to,
      session.say({
        'zh-CN': `${ready.length} 个宣讲包已做好${skipped > 0 ? `，其中 ${skipped} 个没有变化` : ''}${older.length > 0 ? `；另有 ${older.length} 所学校还是旧版本，见 index.html` : ''}。`,
        en: `${ready.length} ${ready.length === 1 ? 'pack is' : 'packs are'} ready${skipped > 0 ? `, ${skipped} of them unchanged` : ''}${older.length > 0 ? `; ${older.length} more ${older.length === 1 ? 'school holds' : 'schools hold'} an older version, see index.html` : ''}.`,
      }),
    ],
    problems: [
      ...failed.map(({ school, failure }) => `${school.name}: ${failure === null ? '' : session.say(failure.message)}`),
      ...(lacking === null ? [] : [session.say(diskFull(lacking, notTried))]),
    ],
  }
}

const MEGABYTE = 1024 * 1024
const diskFull = (lacking: number, notTried: number) => ({
  'zh-CN': `磁盘已满，还有 ${notTried} 所学校没有做，大约还缺 ${Math.ceil(lacking / MEGABYTE)} MB。已做好的都完整；腾出空间后再运行一次，会接着做。`,
  en: `The disk is full: ${notTried} ${notTried === 1 ? 'school' : 'schools'} to go, for which about ${Math.ceil(lacking / MEGABYTE)} MB are lacking. What is finished is whole; free some space and run it again to go on.`,
})

async function storedTalk(session: Session, name: string): Promise<{ id: TalkId; markdown: string }> {
  const id = await findTalk(session, name)
  if (id === null) throw notFound(name)
  const { markdown } = session.engine.context.library.talks.get(id)
  return { id, markdown }
}

/** By id or exact name. @throws LecternError no-schools, school-not-found, several-schools */
function schoolsFrom(session: Session, named: string): SchoolId[] {
  const { library } = session.engine.context
  if (named.trim() === 'all') {
    const all = library.schools.list().map(({ id }) => id)
    if (all.length === 0) throw new LecternError('no-schools', { 'zh-CN': '素材库里还没有学校。请先用 schools import 导入。', en: 'There are no schools in the library yet. Take them in with schools import first.' })
    return all
  }
  const ids = named.split(',').map((one) => one.trim()).filter((one) => one !== '').map((one) => schoolFrom(session, one))
  return [...new Set(ids)]
}

function schoolFrom(session: Session, name: string): SchoolId {
  const { library } = session.engine.context
  const id = SchoolId.safeParse(name.toLowerCase())
  if (id.success) return library.schools.get(id.data).id
  const found = library.schools.named(name)
  const [only] = found
  if (only === undefined) throw new LecternError('school-not-found', { 'zh-CN': `没有叫“${name}”的学校。请检查名称，或写编号（list schools）。`, en: `No school is called “${name}”. Please check the name, or give its id (list schools).` })
  if (found.length > 1) throw new LecternError('several-schools', { 'zh-CN': `有 ${found.length} 所学校都叫“${name}”，请写编号：${found.map((one) => one.id).join('、')}。`, en: `${found.length} schools are called “${name}”; please give the id: ${found.map((one) => one.id).join(', ')}.` })
  return only.id
}

function kindsFrom(list: string | undefined): PackKind[] {
  if (list === undefined) return ['slides', 'script', 'handout', 'quiz']
  return [...new Set(list.split(',').map((name) => name.trim()))].map((name) => {
    const kind = PackKind.safeParse(name)
    if (kind.success) return kind.data
    throw new UsageError({ 'zh-CN': `--formats 中的“${name}”不能放进宣讲包，可以写：${PackKind.options.join(',')}。`, en: `--formats cannot put “${name}” into a pack; it takes: ${PackKind.options.join(',')}.` })
  })
}

function audiencesFrom(list: string | undefined): Partial<Record<SchoolLevel, string>> {
  const audiences: Partial<Record<SchoolLevel, string>> = {}
  for (const pair of (list ?? '').split(',').filter((one) => one.trim() !== '')) {
    const [level = '', audience = ''] = pair.split('=').map((part) => part.trim())
    const known = SchoolLevel.safeParse(level)
    if (!known.success || audience === '') throw new UsageError({ 'zh-CN': `--audiences 写作 学段=对象，学段是 ${schoolLevels.join('、')}；不能是“${pair}”。`, en: `--audiences is LEVEL=AUDIENCE,…, where a level is one of ${schoolLevels.join(', ')}; not “${pair}”.` })
    audiences[known.data] = audience
  }
  return audiences
}

function threadsFrom(jobs: string | undefined): number {
  if (jobs === undefined) return availableParallelism()
  const count = Number(jobs)
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count
  throw new UsageError({ 'zh-CN': `--jobs 是 1 到 64 的整数，不能是“${jobs}”。`, en: `--jobs is a whole number from 1 to 64, not “${jobs}”.` })
}

import { resolve } from 'node:path'
import { openingSentence } from '../../../shared/opening-sentence'
import { packBackup } from '../../use-cases/pack-library'
import { restoreBackup } from '../../use-cases/restore-backup'
import { showBackup } from '../../use-cases/show-backup'
import type { Answer } from '../answer'
import { existingFile } from '../existing-file'
import { progressOf } from '../packing-progress'
import type { Session } from '../session'

/** `backup [--to FILE]`: everything in one checked file; without `--to` a backup in the library's own folder. */
export async function backup(session: Session, to: string | undefined): Promise<Answer> {
  const { library, holder, newId } = session.engine.context
  const options = { check: holder.check, newId, progress: progressOf(session), signal: session.signal }
  if (to === undefined) {
    const made = await library.backups.make('by-hand', options)
    return { json: { ok: true, problems: [], name: made.name, bytes: made.bytes, counts: made.counts }, lines: [made.name], problems: [] }
  }
  const file = resolve(to)
  const { bytes, counts, warnings } = await packBackup(library, file, options)
  const problems = warnings.map(({ code, message }) => ({ code, message: session.say(message) }))
  return { json: { ok: problems.length === 0, problems, path: file, bytes, counts }, lines: [file], problems: problems.map(({ message }) => message) }
}

/** `backup show FILE`: what a backup holds, before it takes the library's place; opens no library and changes nothing. */
export async function showBackupFile(session: Session, file: string): Promise<Answer> {
  const path = await existingFile(file)
  const contents = await showBackup(path)
  const { counts, assets, bytes, madeAt, madeBy } = contents
  const made = madeAt === undefined ? null : new Date(madeAt).toISOString()
  const lines = [
    session.say({
      'zh-CN': `${counts.sources} 个出处，${counts.materials} 条素材，${counts.talks} 篇宣讲稿，${assets} 个原件和图片；${bytes} 字节。`,
      en: `${counts.sources} sources, ${counts.materials} materials, ${counts.talks} talks, ${assets} originals and pictures; ${bytes} bytes.`,
    }),
    ...(made === null ? [] : [session.say({ 'zh-CN': `做成于 ${made}。`, en: `Made at ${made}.` })]),
    ...(madeBy === undefined ? [] : [session.say({ 'zh-CN': `由讲台 ${madeBy} 做成。`, en: `Made by Lectern ${madeBy}.` })]),
  ]
  const { ours: _ours, ...said } = contents
  return { json: { path, ...said, ...(made === null ? {} : { madeAt: made }) }, lines, problems: [] }
}

/** `restore FILE`: works on a library that does not open, and on none. What it replaces is kept as a backup. */
export async function restore(session: Session, file: string): Promise<Answer> {
  const { counts, kept, missingAssets } = await restoreBackup(resolve(session.options.folder), file, () => Date.now(), { watch: progressOf(session), tell: (step) => session.progress(session.say(openingSentence(step))), signal: session.signal })
  const missing = session.say({
    'zh-CN': `备份里提到的 ${missingAssets} 个原件或图片没有找到，其余内容都已恢复。重新导入同一份文件就能补上。`,
    en: `${missingAssets} originals or pictures that the backup names were not found; everything else is restored. Importing the same files again puts them back.`,
  })
  const problems = missingAssets > 0 ? [{ code: 'missing-asset', message: missing }] : []
  const lines = [
    session.say({ 'zh-CN': `已恢复：${counts.sources} 个出处，${counts.materials} 条素材，${counts.talks} 篇宣讲稿。`, en: `Restored: ${counts.sources} sources, ${counts.materials} materials, ${counts.talks} talks.` }),
    ...(kept === null ? [] : [session.say({ 'zh-CN': `原来的素材库保存为备份 ${kept.name}，用 lectern restore ${kept.name} 可以换回。`, en: `The library that was there is kept as the backup ${kept.name}; lectern restore ${kept.name} puts it back.` })]),
  ]
  return { json: { ok: problems.length === 0, problems, counts, kept }, lines, problems: problems.map(({ message }) => message) }
}

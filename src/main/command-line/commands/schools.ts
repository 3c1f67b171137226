import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { RowProblem } from '../../../shared/schools/row-problem'
import { columnNames } from '../../../shared/schools/school-columns'
import { writeWholeFile } from '../../host/write-whole-file'
import { stoppable } from '../../library/watch'
import { describeSchoolTable } from '../../use-cases/describe-school-table'
import { exportSchools as exportTable } from '../../use-cases/export-schools'
import { importSchoolTable } from '../../use-cases/import-school-table'
import { previewSchoolTable } from '../../use-cases/preview-school-table'
import type { Answer } from '../answer'
import { existingFile } from '../existing-file'
import { logoFiles } from '../logo-files'
import { progressOf } from '../packing-progress'
import type { Session } from '../session'
import { UsageError } from '../usage-error'

/**
 * `schools import FILE.csv [--logos DIR] [--dry-run]`: takes in every row that can be read, as one deed, and names the others with line and reason. With `--dry-run` it
 * says what would change and stores nothing.
 */
export async function importSchools(session: Session, name: string, options: { logos?: string; 'dry-run'?: boolean }): Promise<Answer> {
  const file = await existingFile(name)
  const source = await logoFiles(options.logos ?? dirname(file), options.logos !== undefined)
  const { context } = session.engine
  const watch = stoppable(progressOf(session), session.signal, () => session.signal.reason as Error)
  const table = await previewSchoolTable(context, { fileName: basename(file), bytes: new Uint8Array(await readFile(file)) }, source, watch, session.signal)
  const { steps, problems, problemCount: _count, ...counts } = describeSchoolTable(table, Infinity)
  const dryRun = options['dry-run'] === true
  const imported = dryRun ? null : await importSchoolTable(context.library, table, (schools) => context.works.run('keepSchools', { schools }, { signal: session.signal }))
  const { added, changed, unchanged } = { ...counts, ...imported }
  const told = problems.map(({ line, column, value, severity, code, message }) => ({ line, column: column === null ? null : columnNames[column].en, value, severity, code, message: session.say(message) }))
  return {
    json: { dryRun, ...counts, added, changed, unchanged, problems: told, ...(dryRun ? { steps } : {}) },
    lines: [
      session.say(
        dryRun
          ? { 'zh-CN': `会新增 ${added} 所，修改 ${changed} 所，${unchanged} 所没有变化；没有存入任何内容。`, en: `${added} would be new, ${changed} changed, ${unchanged} as they are; nothing was stored.` }
          : { 'zh-CN': `新增 ${added} 所，修改 ${changed} 所，${unchanged} 所没有变化。`, en: `${added} new, ${changed} changed, ${unchanged} as they were.` },
      ),
      ...(counts.ignored.length === 0 ? [] : [session.say({ 'zh-CN': `没有用到的列：${counts.ignored.join('、')}`, en: `Columns that were not used: ${counts.ignored.join(', ')}` })]),
    ],
    problems: problems.map((problem) => problemLine(session, name, problem)),
  }
}

const problemLine = (session: Session, file: string, { line, column, message }: RowProblem): string =>
  session.say({
    'zh-CN': `${file}：第 ${line} 行${column === null ? '' : `，${columnNames[column]['zh-CN']}`}：${message['zh-CN']}`,
    en: `${file}, line ${line}${column === null ? '' : `, ${columnNames[column].en}`}: ${message.en}`,
  })

/** `schools export --to FILE.csv|FILE.xlsx`: a table that reads back, with the logos in a folder beside it. */
export async function exportSchoolTable(session: Session, to: string | undefined): Promise<Answer> {
  const form = extname(to ?? '').toLowerCase()
  if (to === undefined || (form !== '.csv' && form !== '.xlsx')) throw new UsageError({ 'zh-CN': 'schools export 需要 --to 文件.csv 或 文件.xlsx。', en: 'schools export needs --to FILE.csv or FILE.xlsx.' })
  const file = resolve(to)
  const { library } = session.engine.context
  const { table, schools, logos } = exportTable(library, form === '.csv' ? 'csv' : 'xlsx', session.language, `${basename(file, extname(file))}-logos`)
  for (const [path, hash] of logos) await writeWholeFile(join(dirname(file), path), library.assets.read(hash))
  await writeWholeFile(file, table)
  return { json: { path: file, schools, logos: logos.size, bytes: table.byteLength }, lines: [file], problems: [] }
}

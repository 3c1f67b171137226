import type { Binary } from '../../shared/contract/binary'
import type { SchoolTableEvent } from '../../shared/contract/school-tables'
import { LecternError } from '../../shared/outcome'
import { stoppable } from '../library/watch'
import { describeSchoolTable } from '../use-cases/describe-school-table'
import { importSchoolTable } from '../use-cases/import-school-table'
import { previewSchoolTable, type LogoSource } from '../use-cases/preview-school-table'
import { withProgress } from '../use-cases/with-progress'
import { entry, writeZip } from '../zip/write-zip'
import type { EngineContext } from './context'
import { report, server } from './server'
import { withWireFailures } from './wire-failure'

const stopped = () => new LecternError('cancelled', { 'zh-CN': '已经停止，没有改动学校。', en: 'Stopped. No school was changed.' })

/** Files that a window sent. Those that were dropped with their folder bear its name in front. */
const sentLogos = (files: readonly { readonly path: string; readonly content: Binary }[]): LogoSource => {
  const contents = new Map(files.map(({ path, content }) => [path, content]))
  return {
    paths: async () => [...contents.keys()],
    read: async (path) => new Uint8Array((await contents.get(path)?.arrayBuffer()) ?? new ArrayBuffer(0)),
  }
}

type OpenInput = { readonly fileName: string; readonly content: Binary; readonly logos: readonly { readonly path: string; readonly content: Binary }[] }

const open = (context: EngineContext, { fileName, content, logos }: OpenInput, signal: AbortSignal | undefined): AsyncGenerator<SchoolTableEvent, void, void> =>
  withProgress<SchoolTableEvent>(
    async (progress, stop) => {
      const bytes = new Uint8Array(await content.arrayBuffer())
      const table = await previewSchoolTable(context, { fileName, bytes }, sentLogos(logos), stoppable(progress, stop, stopped), stop)
      const tableId = context.newId()
      context.tables.add(tableId, table)
      return { type: 'finished', tableId, preview: describeSchoolTable(table) }
    },
    signal,
    () => performance.now(),
  )

const FILES = { 'zh-CN': { table: '学校', logos: '校徽' }, en: { table: 'schools', logos: 'logos' } } as const

export const schoolTables = {
  open: server.schoolTables.open.handler(({ context, input, signal }) => withWireFailures(open(context, input, signal), report)),
  import: server.schoolTables.import.handler(async ({ context, input: { tableId }, signal }) => {
    const table = context.tables.get(tableId)
    const imported = await importSchoolTable(context.library, table, (schools) => context.works.run('keepSchools', { schools }, { signal }))
    context.tables.discard(tableId)
    return imported
  }),
  discard: server.schoolTables.discard.handler(({ context, input }) => context.tables.discard(input.tableId)),
  export: server.schoolTables.export.handler(async ({ context: { library }, input: { form, language } }) => {
    const names = FILES[language]
    const { exportSchools } = await import('../use-cases/export-schools')
    if (form !== 'zip') {
      const { table } = exportSchools(library, form, language, null)
      return new File([new Uint8Array(table)], `${names.table}.${form}`)
    }
    const { table, logos } = exportSchools(library, 'csv', language, names.logos)
    const files = [entry(`${names.table}.csv`, table), ...[...logos].map(([path, hash]) => entry(path, library.assets.read(hash)))]
    return new File([new Uint8Array(writeZip(files))], `${names.table}.zip`)
  }),
}

import { rm } from 'node:fs/promises'
import type { PackEvent } from '../../shared/contract/leaving'
import { LecternError } from '../../shared/outcome'
import { temporaryFile } from '../library/backup/backup-file'
import type { Wish } from '../library/exchange/gather'
import type { Watch } from '../library/watch'
import { writeIncoming } from '../use-cases/incoming-file'
import { packBackup, packedName, type Packed } from '../use-cases/pack-library'
import { withProgress } from '../use-cases/with-progress'
import type { EngineContext } from './context'
import { report, server } from './server'
import { withWireFailures } from './wire-failure'

type PackInput = { readonly form: 'backup' | 'bundle' | 'markdown'; readonly only: Wish | null }

/** What fits into one answer on the wire. */
const MOST_BYTES = 2 ** 31 - 1

const tooLargeForTheWindow = (): LecternError =>
  new LecternError('too-large-for-window', {
    'zh-CN': '文件超过 2 GB，窗口里存不下。请用命令行：lectern backup --to 文件，或 lectern bundle export --to 文件。',
    en: 'The file is larger than 2 GB, more than a window can save. Use the command line: lectern backup --to FILE, or lectern bundle export --to FILE.',
  })

const packed = ({ library, works, holder, newId }: EngineContext, { form, only }: PackInput, file: string, watch: Watch, signal: AbortSignal): Promise<Packed> =>
  form === 'backup'
    ? packBackup(library, file, { check: holder.check, newId, progress: watch, signal })
    : works.run('packLibrary', { form, file, only, language: library.settings.get().language ?? 'zh-CN' }, { watch, signal })

const pack = (context: EngineContext, input: PackInput, signal: AbortSignal | undefined): AsyncGenerator<PackEvent, void, void> =>
  withProgress<PackEvent>(
    async (progress, stop) => {
      const ticket = context.newId()
      const file = temporaryFile(context.holder.folder, `outgoing-${ticket}`)
      try {
        const result = await packed(context, input, file, progress, stop)
        if (result.bytes > MOST_BYTES) throw tooLargeForTheWindow()
        context.outgoing.add(ticket, file)
        return { type: 'finished', ticket, fileName: packedName(input.form, context.libraryName), ...result, warnings: [...result.warnings] }
      } catch (error) {
        await rm(file, { force: true })
        throw error
      }
    },
    signal,
    () => performance.now(),
  )

export const leaving = {
  pack: server.leaving.pack.handler(async ({ context, input, signal }) => withWireFailures(pack(context, input, signal), report)),
  take: server.leaving.take.handler(({ context, input }) => context.outgoing.take(input.ticket)),
  open: server.leaving.open.handler(async ({ context, input, signal }) => {
    const bundleId = context.newId()
    const file = temporaryFile(context.holder.folder, `incoming-${bundleId}`)
    try {
      await writeIncoming(file, input.content)
      const contents = await context.works.run('compareBundle', { file }, { signal })
      await context.bundles.add(bundleId, file)
      return { bundleId, ...contents }
    } catch (error) {
      await rm(file, { force: true })
      throw error
    }
  }),
  merge: server.leaving.merge.handler(async ({ context, input, signal }) => {
    const merged = await context.works.run('mergeBundle', { file: context.bundles.get(input.bundleId) }, { signal })
    await context.bundles.discard(input.bundleId)
    return merged
  }),
  discard: server.leaving.discard.handler(({ context, input }) => context.bundles.discard(input.bundleId)),
}

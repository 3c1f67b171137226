import { rm } from 'node:fs/promises'
import { backUp } from '../use-cases/back-up'
import { writeIncoming } from '../use-cases/incoming-file'
import { backupFile } from '../library/backup/backups'
import { temporaryFile } from '../library/backup/backup-file'
import { inspectBackup } from '../library/backup/inspect-backup'
import { stoppedRestore } from '../library/backup/restore'
import { stoppable } from '../library/watch'
import { withProgress } from '../use-cases/with-progress'
import type { RestoreEvent } from '../../shared/contract/keeping'
import type { OpeningStep } from '../../shared/contract/opening'
import { allRooms } from './changes'
import type { EngineContext } from './context'
import { report, server } from './server'
import { withWireFailures } from './wire-failure'

/** After a restore nothing that a window has read still holds. */
const restore = (context: EngineContext, wish: { name: string } | { backupId: string }, signal: AbortSignal | undefined): AsyncGenerator<RestoreEvent, void, void> =>
  withProgress<RestoreEvent, OpeningStep['doing']>(
    async (progress, stop) => {
      const file = 'name' in wish ? backupFile(context.holder.folder, wish.name) : context.backups.get(wish.backupId)
      const watch = stoppable(progress, stop, stoppedRestore)
      const tell = ({ doing, done, total }: OpeningStep) => stoppable((at, of) => progress(at, of, doing), stop, stoppedRestore)(done, total)
      const restored = await context.holder.restore(file, (deed) => context.works.exclusively(deed), { watch, tell })
      if ('backupId' in wish) await context.backups.discard(wish.backupId)
      context.changes.publish(allRooms)
      return { type: 'finished', restored }
    },
    signal,
    () => performance.now(),
  )

export const keeping = {
  backups: server.keeping.backups.handler(({ context }) => context.library.backups.list()),
  backUp: server.keeping.backUp.handler(async ({ context, signal }) => withWireFailures(backUp(context.library, context.holder.check, signal), report)),
  restore: server.keeping.restore.handler(async ({ context, input, signal }) => withWireFailures(restore(context, input, signal), report)),
  open: server.keeping.open.handler(async ({ context, input }) => {
    const backupId = context.newId()
    const file = temporaryFile(context.holder.folder, `incoming-${backupId}`)
    try {
      await writeIncoming(file, input.content)
      const contents = await inspectBackup(file, context.library.id)
      await context.backups.add(backupId, file)
      return { backupId, ...contents }
    } catch (error) {
      await rm(file, { force: true })
      throw error
    }
  }),
  discard: server.keeping.discard.handler(({ context, input }) => context.backups.discard(input.backupId)),
  repair: server.keeping.repair.handler(async ({ context: { works }, input, signal }) => {
    await works.run('repair', input, { signal })
    return works.run('examine', null, { signal })
  }),
}

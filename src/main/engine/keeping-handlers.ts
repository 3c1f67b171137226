import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { backUp } from '../use-cases/back-up'
import { writeIncoming } from '../use-cases/incoming-file'
import { backupFile } from '../library/backup/backups'
import type { Restored } from '../../shared/contract/keeping'
import { allRooms } from './changes'
import type { EngineContext } from './context'
import { report, server } from './server'
import { withWireFailures } from './wire-failure'

/** After a restore nothing that a window has read still holds. */
const restored = async (context: EngineContext, file: string): Promise<Restored> => {
  const result = await context.works.exclusively(() => context.holder.restore(file))
  context.changes.publish(allRooms)
  return result
}

export const keeping = {
  backups: server.keeping.backups.handler(({ context }) => context.library.backups.list()),
  backUp: server.keeping.backUp.handler(async ({ context, signal }) => withWireFailures(backUp(context.library, context.holder.check, signal), report)),
  restore: server.keeping.restore.handler(({ context, input }) => restored(context, backupFile(context.holder.folder, input.name))),
  restoreFile: server.keeping.restoreFile.handler(async ({ context, input }) => {
    const file = join(context.holder.folder.backups, `incoming-${context.newId()}.tmp`)
    try {
      await writeIncoming(file, input.content)
      return await restored(context, file)
    } finally {
      await rm(file, { force: true })
    }
  }),
  repair: server.keeping.repair.handler(async ({ context: { works }, input, signal }) => {
    await works.run('repair', input, { signal })
    return works.run('examine', null, { signal })
  }),
}

import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import { backupReasons, type Backup } from '../../src/shared/contract/keeping'
import { LecternError } from '../../src/shared/outcome'

/** Backups in memory, for component tests: made, listed and restored by name, holding nothing. */
export function memoryKeeping() {
  const server = implement(contract).keeping
  const backups: Backup[] = []
  const counts = { sources: 0, materials: 0, talks: 0 }
  const make = (reason: Backup['reason']): Backup => {
    const backup: Backup = { name: `${backups.length + 1}-${reason}.db`, reason, madeAt: 1_788_220_800_000 + backups.length * 60_000, bytes: 4096, counts }
    backups.unshift(backup)
    return backup
  }
  return {
    backups: server.backups.handler(() => [...backups]),
    backUp: server.backUp.handler(async function* () {
      yield { type: 'progress' as const, done: 1, total: 2 }
      yield { type: 'finished' as const, backup: make(backupReasons[1]) }
    }),
    restore: server.restore.handler(async function* ({ input }) {
      if ('name' in input && !backups.some(({ name }) => name === input.name)) throw new LecternError('backup-not-found', { 'zh-CN': '没有找到这份备份。', en: 'This backup is not there.' })
      yield { type: 'progress' as const, done: 1, total: 2 }
      yield { type: 'finished' as const, restored: { counts, kept: make('before-restore'), missingAssets: 0 } }
    }),
    open: server.open.handler(({ input }) => ({ backupId: 'b1', counts: { sources: 2, materials: 30, talks: 4 }, assets: 5, bytes: input.content.size, madeAt: 1_788_220_800_000, madeBy: '1.2.3', ours: false })),
    discard: server.discard.handler(() => undefined),
    repair: server.repair.handler(() => ({ ok: true, problems: [], hints: [] })),
  }
}

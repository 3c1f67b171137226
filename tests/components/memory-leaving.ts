import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'

/** The ways out in memory, for component tests: a file with a word in it, and a bundle with one new record. */
export function memoryLeaving() {
  const server = implement(contract).leaving
  const counts = { sources: 0, materials: 1, talks: 0, assets: 0 }
  return {
    pack: server.pack.handler(async function* ({ input }) {
      yield { type: 'progress' as const, done: 1, total: 2 }
      yield { type: 'finished' as const, ticket: input.form, fileName: `示例素材库.${input.form}`, bytes: 6, counts, warnings: [] }
    }),
    take: server.take.handler(() => new Blob(['内容'])),
    open: server.open.handler(() => ({
      bundleId: 'bundle-1',
      ours: false,
      counts,
      standing: { new: 1, identical: 0, newer: 0, older: 0 },
      records: [{ type: 'material' as const, id: '01900000-0000-7000-8000-000000000999', title: '交换来的素材', standing: 'new' as const }],
    })),
    merge: server.merge.handler(() => ({ added: 1, identical: 0, keptBoth: [], assets: 0 })),
    discard: server.discard.handler(() => undefined),
  }
}

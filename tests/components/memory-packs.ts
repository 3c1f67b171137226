import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import type { HeldPack, PacksEvent } from '../../src/shared/contract/packs'
import { packNames } from '../../src/shared/packs/pack-names'
import type { PackResult } from '../../src/shared/packs/pack-report'
import type { MemoryStore } from './memory-held'

/** What a test says of a run: schools by their names. */
export type PacksSeed = { /** Those whose packs cannot be made. */ readonly failing?: readonly string[]; /** A run that waits after its first pack until it is stopped. */ readonly endless?: boolean; /** What a run waits for before its first pack. */ readonly waits?: Promise<void>; readonly free?: number; /** What lies in the folder, by the names of schools. */ readonly held?: Readonly<Record<string, HeldPack['holds']>> }

/** Packs that are made of nothing: each school of a run is done with the next event. */
export function memoryPacks(env: MemoryStore, seed: PacksSeed = {}) {
  const server = implement(contract)
  const placeOf = (zip: boolean) => {
    const names = packNames(env.held.schools.map(({ school }) => school))
    return (id: Parameters<typeof names.get>[0]) => `${names.get(id) ?? ''}${zip ? '.zip' : ''}`
  }
  return {
    proposeFolder: server.packs.proposeFolder.handler(() => ({ to: '/home/example/宣讲包' })),
    held: server.packs.held.handler(() => env.held.schools.flatMap(({ school: { id, name } }) => (seed.held?.[name] === undefined ? [] : [{ school: id, holds: seed.held[name] }]))),
    estimate: server.packs.estimate.handler(({ input }) => ({ places: input.schools.map((id) => ({ id, place: placeOf(input.zip)(id) })), bytesEach: 3_000_000, free: seed.free ?? 50_000_000_000 })),
    make: server.packs.make.handler(async function* ({ input, signal }): AsyncGenerator<PacksEvent, void, void> {
      const results: PackResult[] = []
      for (const id of input.schools) {
        yield { type: 'progress', done: results.length, total: input.schools.length, secondsLeft: 90 }
        await seed.waits
        if (seed.endless === true && results.length > 0) await new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)))
        const school = env.held.schools.find((one) => one.school.id === id)?.school
        if (school === undefined) continue
        const failed = seed.failing?.includes(school.name) === true
        const { name, district, level } = school
        results.push({ school: { id, name, district, level }, place: placeOf(input.zip)(id), status: failed ? 'failed' : 'made', files: failed ? 0 : 5, bytes: failed ? 0 : 3_000_000, leftOut: [], failure: failed ? { code: 'cannot-write', message: { 'zh-CN': '写不了：没有写入的权限。', en: 'Cannot write: not allowed.' } } : null })
      }
      yield { type: 'finished', report: { results, notTried: 0, lacking: null, older: [], ms: 1200 } }
    }),
  }
}

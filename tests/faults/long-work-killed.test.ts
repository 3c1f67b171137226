import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { backupName } from '../../src/main/library/backup/backup-name'
import { checkCopy } from '../../src/main/library/backup/check-copy'
import { openLibrary, type Library } from '../../src/main/library/library'
import { packBundle } from '../../src/main/use-cases/pack-library'
import { MaterialFilter } from '../../src/shared/contract/library'
import { generatedLibrary } from '../bench/generated-library'
import { seeded } from '../bench/generated-materials'
import { aDraft, aFolder, anEnvironment } from '../main/library/a-library'
import { aFirstLibrary } from '../main/library/schema/a-first-library'
import { buildChild, startChild } from './child-process'

const ROUNDS = 4
const MATERIALS = 500
const INCOMING = 200
const task = resolve('out/main/task.js')
const environment = () => anEnvironment({ newId: () => crypto.randomUUID() })
const pause = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds))

let childFile = ''
beforeAll(async () => {
  if (!existsSync(task)) throw new Error('out/main/task.js is missing: run `npm run build` first.')
  childFile = await buildChild('engine-child')
})

/** Kills an engine in the middle of a deed, again and again, each time on the library that the last one left, and looks at what is there. */
const killAgainAndAgain = async (deed: string, folder: string, expectWhole: (library: Library, done: number) => void, more: readonly string[] = []): Promise<void> => {
  const random = seeded(deed.length)
  for (let round = 0; round < ROUNDS; round++) {
    const child = startChild(childFile, [deed, folder, task, ...more])
    // Half of the deaths are in the first deed, half after it.
    await child.said((line) => line === (round % 2 === 0 ? 'open' : 'done 1'))
    await pause(random() * 700)
    await child.kill()
    const library = openLibrary(folder, environment())
    expectWhole(library, child.lines.filter((line) => line.startsWith('done ')).length)
    expect(library.doctor().problems).toEqual([])
    library.close()
  }
}

const found = (library: Library, filter: Partial<MaterialFilter> = {}): number => library.materials.search({ text: '', filter: MaterialFilter.parse(filter), limit: 1, offset: 0 }).total

describe('kill −9 during long work', () => {
  it('leaves a bulk edit done whole, as often as was answered, or not at all', async () => {
    const folder = generatedLibrary(MATERIALS)
    await killAgainAndAgain('edit', folder.path, (library, done) => {
      const schools = new Set(library.materials.list().map(({ school }) => school))
      expect(schools.size).toBe(1)
      const [school = ''] = schools
      // What was stored but not yet said may be there too: at most the one that was under way.
      if (done > 0) expect(Number(/\d+/.exec(school)?.[0]) - done).toBeOneOf([0, 1])
      if (school !== '') expect(found(library, { schools: [school] })).toBe(MATERIALS)
    })
    folder.remove()
  })

  it.each([['remove'], ['undo']])('leaves a deletion and what takes it back whole (%s)', async (deed) => {
    const folder = generatedLibrary(MATERIALS)
    await killAgainAndAgain(deed, folder.path, (library) => {
      const { materials } = library.counts()
      expect(materials).toBeOneOf([0, MATERIALS])
      expect([found(library), library.trash.list(1, 0).total]).toEqual([materials, MATERIALS - materials])
      // The next engine is to begin with everything there.
      if (materials === 0) library.history.undo()
    })
    folder.remove()
  })

  it('leaves a merge done whole, as one deed, or not at all', async () => {
    const [ours, theirs, place] = [generatedLibrary(MATERIALS), generatedLibrary(500), aFolder()]
    const other = openLibrary(theirs.path, environment())
    const chosen = other.materials.list().slice(0, INCOMING).map(({ id }) => id)
    const bundle = join(place.path, '示例.lectern')
    await packBundle(other, bundle, { materials: chosen, talks: [] }, {})
    other.close()
    await killAgainAndAgain('merge', ours.path, (library) => {
      const { materials } = library.counts()
      expect(materials).toBeOneOf([MATERIALS, MATERIALS + INCOMING])
      expect(found(library)).toBe(materials)
      if (materials === MATERIALS) return
      expect(library.history.undo()?.label.en).toMatch(/^Merge a bundle/)
      expect(library.counts().materials).toBe(MATERIALS)
    }, [bundle])
    for (const folder of [ours, theirs, place]) folder.remove()
  })

  it('leaves an index that finds everything, while it is made anew', async () => {
    const folder = generatedLibrary(MATERIALS)
    await killAgainAndAgain('reindex', folder.path, (library) => expect(found(library)).toBe(MATERIALS))
    folder.remove()
  })

  it('leaves one of two libraries, whole, while an open one is exchanged for a backup', async () => {
    const folder = generatedLibrary(MATERIALS)
    const library = openLibrary(folder.path, environment())
    await library.backups.make('by-hand', { check: async (file) => checkCopy(file) })
    library.materials.create(aDraft({ title: '后来的' }))
    library.close()
    const seen = new Set<number>()
    await killAgainAndAgain('restore', folder.path, (after) => {
      const { materials } = after.counts()
      seen.add(materials)
      expect(materials).toBeOneOf([MATERIALS, MATERIALS + 1])
      expect(found(after)).toBe(materials)
    })
    folder.remove()
  })

  it('leaves one of two libraries, whole, while an open one is exchanged for a backup of an earlier Lectern', async () => {
    const OLDER = 900
    const [folder, older] = [generatedLibrary(MATERIALS), aFolder()]
    aFirstLibrary(older.path, OLDER)
    const name = backupName(1_700_000_000_000, 'by-hand')
    mkdirSync(join(folder.path, 'backups'), { recursive: true })
    copyFileSync(join(older.path, 'library.db'), join(folder.path, 'backups', name))
    await killAgainAndAgain('restore-older', folder.path, (after, done) => {
      const { materials } = after.counts()
      expect(materials).toBeOneOf(done > 0 ? [OLDER] : [MATERIALS, OLDER])
      expect(found(after)).toBe(materials)
      expect(after.backups.list().map((backup) => backup.name)).toContain(name)
    }, [name])
    for (const { remove } of [folder, older]) remove()
  })
})

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openLibrary } from '../../src/main/library/library'
import { runPacks } from '../../src/main/use-cases/packs/pack-task'
import { indexNames } from '../../src/shared/packs/pack-names'
import { seeded } from '../bench/generated-materials'
import { fillWithSchools, packTask } from '../builders/packs-in-library'
import { aFolder, anEnvironment } from '../main/library/a-library'
import { buildChild, startChild } from './child-process'
import { smallDisk } from './small-disk'

const SCHOOLS = 14
const DEATHS = 4
/** A ceiling for hangs: a process is started again and again, on a machine that may have other work. */
const CEILING = 240_000
const [task, pack] = [resolve('out/main/task.js'), resolve('out/main/pack.js')]

let childFile = ''
beforeAll(async () => {
  for (const file of [task, pack]) if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run build\` first.`)
  childFile = await buildChild('pack-child')
})

const treeOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item): [string, string] => [join(item.parentPath, item.name).slice(folder.length + 1), readFileSync(join(item.parentPath, item.name)).toString('latin1')])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

describe('kill −9 while packs are made', () => {
  it('leaves whole packs only, and what is made in the end is what one run would have made, byte for byte', async () => {
    const home = aFolder()
    const [library, to, whole] = [join(home.path, 'library'), join(home.path, 'packs'), join(home.path, 'whole')]
    const filled = openLibrary(library, anEnvironment())
    const { talk, schools } = fillWithSchools(filled, SCHOOLS)
    await runPacks(filled, packTask(talk, schools, whole), () => undefined)
    filled.close()
    const expected = treeOf(whole)

    const random = seeded(7)
    for (let death = 0; death < DEATHS; death++) {
      const child = startChild(childFile, [library, to, task, pack])
      // In the middle of the first pack, or of one of the next few.
      await child.said((line) => line === (death === 0 ? 'begun' : 'done 0'))
      await new Promise((go) => setTimeout(go, random() * 900))
      await child.kill()
      const left = existsSync(to) ? readdirSync(to).filter((name) => name !== indexNames.unfinished && !name.startsWith('index.')) : []
      // A folder that can be seen is a pack that is finished: every file of it is the one of an undisturbed run.
      for (const name of left) for (const [file, bytes] of treeOf(join(to, name))) expect(bytes === expected.get(join(name, file))).toBe(true)
      for (const name of left) expect(readdirSync(join(to, name))).toHaveLength(5)
    }
    const last = startChild(childFile, [library, to, task, pack])
    await last.said((line) => line.startsWith('finished '))
    expect(last.lines.at(-1)).toMatch(new RegExp(`^finished ${SCHOOLS} `))
    await last.kill()
    const made = treeOf(to)
    expect([...made.keys()]).toEqual([...expected.keys()])
    for (const [name, bytes] of expected) expect({ name, same: made.get(name) === bytes }).toEqual({ name, same: true })
    rmSync(whole, { recursive: true })
    home.remove()
  }, CEILING)
})

describe('a disk that fills while packs are made', () => {
  const disk = smallDisk(8)
  it.skipIf(disk.reason !== null)(`keeps what is finished whole, says how much is lacking, and goes on when there is room${disk.reason === null ? '' : ` (${disk.reason})`}`, async () => {
    const home = aFolder()
    const library = openLibrary(join(home.path, 'library'), anEnvironment())
    const { talk, schools } = fillWithSchools(library, 6)
    const to = join(disk.path, 'packs')
    const ofOne = await runPacks(library, packTask(talk, schools.slice(0, 1), to), () => undefined)
    disk.fillBut((ofOne.results[0]?.bytes ?? 0) * 2.5)

    const cut = await runPacks(library, packTask(talk, schools, to), () => undefined)
    expect(cut.lacking).toBeGreaterThan(0)
    const ready = cut.results.filter(({ status }) => status !== 'failed')
    expect(ready.length).toBeGreaterThanOrEqual(2)
    expect(ready.length + cut.notTried + 1).toBe(schools.length)
    for (const { place } of ready) expect(readdirSync(join(to, place))).toHaveLength(5)
    expect(readdirSync(to).filter((name) => !name.startsWith('index.')).sort()).toEqual(ready.map(({ place }) => place).sort())

    disk.makeRoom()
    const rest = await runPacks(library, packTask(talk, schools, to), () => undefined)
    expect(rest.results.map(({ status }) => status === 'failed')).toEqual(schools.map(() => false))
    expect(rest.results.filter(({ status }) => status === 'unchanged')).toHaveLength(ready.length)
    library.close()
    home.remove()
    disk.remove()
  }, CEILING)
})

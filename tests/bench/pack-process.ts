/**
 * One measurement of `pack.bench.ts` in a process of its own, of the program as it is built: packs in threads, or one full export after another.
 * `node pack-process.mjs packs|alone <schools> <kinds> <folder>` writes a `Measured` as JSON.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { EventBytes } from '../../src/shared/contract/wire'
import { builtIn } from '../../src/shared/formats/talk-formats'
import { exportTalk, type WrittenKind } from '../../src/main/use-cases/export-talk'
import { makePacks } from '../../src/main/use-cases/packs/make-packs'
import { packLanes } from '../../src/main/use-cases/packs/pack-lane'
import { heldBy } from './resident-peak'
import { jobsOfSchools, logoOfSchool, picturesOfLecture, runOf, wishOfSchool } from './schools-of-lecture'

/** Times in milliseconds, of all that was made; `each` are those of single exports. Memory in megabytes: the most that the whole process held. */
export type Measured = { readonly ms: number; readonly processor: number; readonly each: readonly number[]; readonly memory: number }

const [, , deed = '', count = '', kinds = '', folder = ''] = process.argv
const schools = Number(count)
const wanted = kinds.split(',') as WrittenKind[]

async function packs(): Promise<readonly number[]> {
  const run = runOf(folder, wanted)
  const lanes = await packLanes(run, availableParallelism(), resolve('out/main/pack.js'))
  const { results } = await makePacks({ run, title: '数字资源走进每一间教室', language: 'zh-CN', talkSha256: '0'.repeat(64), jobs: jobsOfSchools(schools), total: schools, lanes, watch: () => undefined, stopwatch: () => performance.now() })
  await Promise.all(lanes.map((lane) => lane.close()))
  const made = results.filter(({ status }) => status === 'made').length
  if (made !== schools) throw new Error(`Of ${schools} packs ${made} were made.`)
  return []
}

async function alone(): Promise<readonly number[]> {
  const known = new Map([...picturesOfLecture, ...Array.from({ length: schools }, (_, index) => logoOfSchool(index))].map((picture) => [picture.src, picture]))
  const pictures = {
    info: (src: string) => known.get(src)?.info ?? null,
    bytes: (hash: string) => {
      const picture = known.get(`asset:${hash}`)
      if (picture === undefined) throw new Error(`No picture has the hash ${hash}.`)
      return picture.bytes
    },
  }
  const each: number[] = []
  for (let index = 0; index < schools; index++) {
    const started = performance.now()
    const { markdown, look } = wishOfSchool(index)
    for await (const event of exportTalk({ markdown, look, audience: '', kinds: wanted, preset: 'official', paceOf: () => 240, catalogue: builtIn, cited: () => null, pictures, openPress: () => Promise.reject(new Error('nothing is printed')), stopwatch: () => 0 })) {
      if (event.type !== 'finished') continue
      for (const { name, content } of event.files) if (content instanceof EventBytes) write(join(folder, `${index} ${name}`), new Uint8Array(await content.arrayBuffer()))
    }
    each.push(performance.now() - started)
  }
  return each
}

function write(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, 'w')
  writeSync(descriptor, bytes)
  closeSync(descriptor)
}

for (let index = 0; index < schools; index++) logoOfSchool(index)
let most = 0
const look = setInterval(() => (most = Math.max(most, heldBy(process.pid))), 500)
const [started, before] = [performance.now(), process.cpuUsage()]
const each = await (deed === 'packs' ? packs() : alone())
const { user, system } = process.cpuUsage(before)
const measured: Measured = { ms: performance.now() - started, processor: (user + system) / 1000, each, memory: most }
clearInterval(look)
process.stdout.write(JSON.stringify(measured))

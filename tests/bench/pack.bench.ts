/**
 * A thousand schools, each with deck, script, handout and quiz of one lecture (`lecture-for-schools.ts`), made by the threads of the built program, with the floor beside it: the same bytes
 * written plainly to the same disk. Fewer without `BENCH_FULL=1`.
 */
import { closeSync, existsSync, fdatasyncSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, it } from 'vitest'
import { EventBytes } from '../../src/shared/contract/wire'
import { builtIn } from '../../src/shared/formats/talk-formats'
import { AssetHash } from '../../src/shared/model/ids'
import { SchoolId } from '../../src/shared/model/school'
import { exportTalk } from '../../src/main/use-cases/export-talk'
import { makePacks } from '../../src/main/use-cases/packs/make-packs'
import type { PackJob, PackPicture, PackRun } from '../../src/main/use-cases/packs/pack-job'
import { threadLane } from '../../src/main/use-cases/packs/pack-lane'
import type { WrittenKind } from '../../src/main/use-cases/export-talk'
import { png } from '../builders/png'
import { wishOf } from '../builders/talk-for-schools'
import { lectureForSchools, lecturePhotos, photoSize } from './lecture-for-schools'

const SCHOOLS = process.env['BENCH_FULL'] === '1' ? 1000 : 150
const SAMPLE = 12
const packFile = resolve('out/main/pack.js')
const logo = png(400, 200)
const logoHash = (index: number): AssetHash => AssetHash.parse(index.toString(16).padStart(64, 'a'))

const wish = (index: number) =>
  wishOf(lectureForSchools, {
    name: `示例市第${index}小学`,
    short: `${index}小`,
    brand: { series: `示例讲堂${index}`, slogan: '一课一得', primary: ((0x1c5fb8 + index * 7919) & 0xffffff).toString(16).toUpperCase().padStart(6, '0') },
    logo: logoHash(index),
    localCase: `## 本校的走廊书屋\n\n:::case{stage=in-practice school="示例市第${index}小学"}\n### 背景\n- 走廊空了 ${index} 年\n### 做法\n${'- 学生自己管书\n'.repeat(1 + (index % 3))}### 成效\n- 借书的人多了一倍\n### 启示\n- 让学生做真事\n:::`,
  })
const pictureOf = (index: number): PackPicture => ({ src: `asset:${logoHash(index)}`, info: { hash: logoHash(index), width: 400, height: 200, mime: 'image/png', bytes: logo.byteLength }, bytes: logo })

function* jobs(count: number): Generator<PackJob, void, void> {
  for (let index = 0; index < count; index++) {
    const id = SchoolId.parse(`019b0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`)
    const { markdown, look } = wish(index)
    yield {
      school: { id, name: `示例市第${index}小学`, district: '示例区', level: 'primary' },
      talk: { id: null, title: '数字资源走进每一间教室', audience: 'young-teachers', sha256: '0'.repeat(64) },
      materials: [],
      input: index.toString(16).padStart(64, '0'),
      folder: `示例市第${index}小学`,
      markdown,
      look,
      pictures: [pictureOf(index)],
      missing: [],
    }
  }
}

const runOf = (to: string, kinds: readonly WrittenKind[]): PackRun => ({
  to,
  zip: false,
  kinds,
  preset: 'official',
  pace: { lecturers: [], speaker: '', fallback: 240 },
  catalogue: builtIn,
  sources: [],
  pictures: Array.from(lecturePhotos, ([hash, bytes]) => ({ src: `asset:${hash}`, info: { hash, ...photoSize }, bytes })),
})

/** @returns milliseconds, the processor time of the whole process in ms, and the most memory that was seen in bytes */
async function measured(work: () => Promise<unknown>): Promise<{ ms: number; cpu: number; memory: number }> {
  let memory = 0
  const look = setInterval(() => (memory = Math.max(memory, process.memoryUsage().rss)), 50)
  const [started, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  clearInterval(look)
  return { ms: performance.now() - started, cpu: (user + system) / 1000, memory }
}

async function make(to: string, kinds: readonly WrittenKind[], count: number): Promise<void> {
  const run = runOf(to, kinds)
  const lanes = Array.from({ length: availableParallelism() }, () => threadLane(run, packFile))
  const { results } = await makePacks({ run, title: '数字资源走进每一间教室', language: 'zh-CN', talkSha256: '0'.repeat(64), jobs: jobs(count), total: count, lanes, watch: () => undefined, stopwatch: () => performance.now() })
  await Promise.all(lanes.map((lane) => lane.close()))
  expect(results.filter(({ status }) => status === 'made')).toHaveLength(count)
}

/** The same files with the same bytes, one after another, synced once at the end. */
function writePlainly(from: string, to: string): void {
  const written: string[] = []
  for (const name of readdirSync(from)) {
    if (name.startsWith('index.')) continue
    mkdirSync(join(to, name), { recursive: true })
    for (const file of readdirSync(join(from, name))) {
      const bytes = plainBytes.get(join(name, file)) ?? new Uint8Array()
      const path = join(to, name, file)
      const descriptor = openSync(path, 'w')
      writeSync(descriptor, bytes)
      closeSync(descriptor)
      written.push(path)
    }
  }
  for (const path of written) {
    const descriptor = openSync(path, 'r+')
    fdatasyncSync(descriptor)
    closeSync(descriptor)
  }
}
let plainBytes: ReadonlyMap<string, Uint8Array> = new Map()

it(`makes packs for ${SCHOOLS} schools at a fraction of what exporting for each alone costs, and decks near the speed of the disk`, async () => {
  if (!existsSync(packFile)) throw new Error('out/main/pack.js is missing: run `npm run build` first.')
  const home = mkdtempSync(join(tmpdir(), 'lectern-pack-bench-'))
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const before = process.memoryUsage().rss
  delay.enable()
  const packs = await measured(() => make(join(home, 'packs'), ['slides', 'script', 'handout', 'quiz'], SCHOOLS))
  delay.disable()
  rmSync(join(home, 'packs'), { recursive: true })

  const decks = await measured(() => make(join(home, 'decks'), ['slides'], SCHOOLS))
  // One deck's bytes stand for all: they differ in a few thousand bytes of three million.
  const places = readdirSync(join(home, 'decks')).filter((name) => !name.startsWith('index.'))
  const [sample = ''] = places
  const bytes = new Map(readdirSync(join(home, 'decks', sample)).map((file) => [file, readFileSync(join(home, 'decks', sample, file))]))
  plainBytes = new Map(places.flatMap((name) => Array.from(bytes, ([file, content]) => [join(name, file), content] as const)))
  const floor = await measured(async () => writePlainly(join(home, 'decks'), join(home, 'floor')))
  rmSync(home, { recursive: true })

  const pictures = { info: (src: string) => runPictures.get(src)?.info ?? null, bytes: (hash: string) => runPictures.get(`asset:${hash}`)!.bytes }
  const runPictures = new Map([...runOf('', []).pictures, ...Array.from({ length: SAMPLE }, (_, index) => pictureOf(index))].map((picture) => [picture.src, picture]))
  const alone = await measured(async () => {
    for (let index = 0; index < SAMPLE; index++) {
      const { markdown, look } = wish(index)
      for await (const event of exportTalk({ markdown, look, audience: '', kinds: ['slides', 'script', 'handout', 'quiz'], preset: 'official', paceOf: () => 240, catalogue: builtIn, cited: () => null, pictures, openPress: () => Promise.reject(new Error('nothing is printed')), stopwatch: () => 0 })) {
        if (event.type !== 'finished') continue
        for (const { name, content } of event.files) if (content instanceof EventBytes) writeFile(join(tmpdir(), `lectern-pack-bench-${name}`), new Uint8Array(await content.arrayBuffer()))
      }
    }
  })
  const each = { packs: packs.ms / SCHOOLS, alone: alone.ms / SAMPLE }
  console.table({
    'a pack of the run': { 'ms each': each.packs, 'processor ms each': packs.cpu / SCHOOLS },
    'a full export alone': { 'ms each': each.alone, 'processor ms each': alone.cpu / SAMPLE },
    'a deck of the run': { 'ms each': decks.ms / SCHOOLS, 'processor ms each': decks.cpu / SCHOOLS },
    'floor: its bytes to disk': { 'ms each': floor.ms / SCHOOLS, 'processor ms each': floor.cpu / SCHOOLS },
  })
  console.log(`times as fast as alone ${(each.alone / each.packs).toFixed(1)} (processor ${((alone.cpu / SAMPLE / packs.cpu) * SCHOOLS).toFixed(1)} a thread) · decks to floor ${(decks.ms / floor.ms).toFixed(2)} · memory +${((packs.memory - before) / 2 ** 20).toFixed(0)} MB · event loop ${(delay.max / 1e6).toFixed(0)} ms at most, ${(delay.percentile(99) / 1e6).toFixed(0)} ms in 99 % · threads busy ${(packs.cpu / packs.ms).toFixed(2)}`)
  expect(each.alone / each.packs).toBeGreaterThanOrEqual(25)
  expect(decks.ms / floor.ms).toBeLessThanOrEqual(1.6)
  expect((packs.memory - before) / 2 ** 20).toBeLessThanOrEqual(300)
})

function writeFile(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, 'w')
  writeSync(descriptor, bytes)
  closeSync(descriptor)
  rmSync(path)
}

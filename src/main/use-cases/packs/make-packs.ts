import { mkdirSync, statfsSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Language } from '../../../shared/language'
import { indexNames } from '../../../shared/packs/pack-names'
import type { PackReport, PackResult } from '../../../shared/packs/pack-report'
import type { Watch } from '../../library/watch'
import { indexPage, indexTable, type IndexRow } from '../../writers/pack/index-page'
import { cannotWrite } from '../../host/write-whole-file'
import type { PackJob, PackOutcome, PackRun } from './pack-job'
import type { PackLane } from './pack-lane'
import { PackShelf } from './pack-shelf'

export type PacksWish = {
  readonly run: PackRun
  readonly title: string
  readonly language: Language
  /** SHA-256 of the talk's text, for telling packs of an older version. */
  readonly talkSha256: string
  /** One after another; what it throws ends the run. */
  readonly jobs: Iterable<PackJob>
  readonly total: number
  /** At least one. */
  readonly lanes: readonly PackLane[]
  /** Told how many packs are done; it may throw to stop the run: packs that are finished stay. */
  readonly watch: Watch
  /** Milliseconds, for measuring only. */
  readonly stopwatch: () => number
}

/**
 * Makes a pack for every school and an index over all of them. Packs that are there, whole and as they would be made, are left; one school's failure is reported and stops no other; a full disk
 * ends the run with everything finished so far intact. What is in the folder at the end does not depend on how often the run was cut short.
 *
 * @throws LecternError cannot-write where the folder cannot be made; what `watch` throws
 */
export async function makePacks(wish: PacksWish): Promise<PackReport> {
  const { run, lanes, watch, total, stopwatch } = wish
  const started = stopwatch()
  const shelf = new PackShelf(run.to, run.zip)
  try {
    mkdirSync(run.to, { recursive: true })
    shelf.tidyUp()
  } catch (error) {
    throw cannotWrite(run.to, error)
  }
  const results: PackResult[] = []
  const jobs = wish.jobs[Symbol.iterator]()
  const end: { full: { readonly wanted: number } | null; halted: { readonly reason: unknown } | null } = { full: null, halted: null }
  const work = async (lane: PackLane): Promise<void> => {
    // Whoever else uses this thread waits for one job to be gathered, not for all first ones.
    await nextTurn()
    while (end.full === null && end.halted === null) {
      const next = jobs.next()
      if (next.done === true) return
      const outcome = await lane.make(next.value)
      results.push(resultOf(shelf, next.value, outcome))
      if (outcome.status === 'failed' && outcome.wanted !== undefined) end.full = { wanted: outcome.wanted }
      watch(results.length, total)
    }
  }
  watch(0, total)
  const hands = lanes.flatMap((lane) => Array.from({ length: lane.atOnce }, () => lane))
  await Promise.all(hands.map((lane) => work(lane).catch((reason: unknown) => void (end.halted ??= { reason }))))
  // What was finished is kept whatever ended the run.
  await Promise.all(lanes.map((lane) => lane.sync()))
  if (end.halted !== null) {
    shelf.tidyUp()
    throw end.halted.reason
  }
  results.sort(bySchool)
  const made = new Set(results.filter(({ status }) => status !== 'failed').map(({ place }) => place))
  const { older, alike } = await otherPacks(shelf, made, wish.talkSha256)
  const lacking = end.full === null ? null : lackingOf(run.to, results, total, end.full)
  if (lacking === null) await writeIndex(shelf, wish, results, alike, older)
  shelf.tidyUp()
  return { results, notTried: total - results.length, lacking, older, ms: stopwatch() - started }
}

type ReadyPack = Pick<PackResult, 'school' | 'place' | 'bytes' | 'leftOut'>

/** Packs beside those of the run, from earlier ones: those that hold another version of the talk, or another talk, and those of the very same text. */
async function otherPacks(shelf: PackShelf, made: ReadonlySet<string>, talkSha256: string): Promise<{ older: PackReport['older']; alike: readonly ReadyPack[] }> {
  const older: PackReport['older'][number][] = []
  const alike: ReadyPack[] = []
  for await (const { place, manifest, bytes } of shelf.manifests(made)) {
    const { school, talk, leftOut } = manifest
    if (talk.sha256 === talkSha256) alike.push({ school, place, bytes, leftOut })
    else older.push({ place, school })
  }
  return { older, alike }
}

/** As the list of schools stands in the window: 第 2 小学 before 第 13 小学. */
const { compare } = new Intl.Collator('zh-CN', { numeric: true })
const bySchool = (a: ReadyPack, b: ReadyPack): number => compare(a.school.district, b.school.district) || compare(a.place, b.place) || (a.school.id < b.school.id ? -1 : 1)

function resultOf(shelf: PackShelf, { school, folder, missing }: PackJob, outcome: PackOutcome): PackResult {
  const place = shelf.placeOf(folder)
  if (outcome.status === 'failed') return { school, place, status: 'failed', files: 0, bytes: 0, leftOut: [...missing], failure: outcome.failure }
  const { files, leftOut } = outcome.manifest
  return { school, place, status: outcome.status, files: files.length + 1, bytes: outcome.bytes, leftOut, failure: null }
}

/** What the packs that are left would take, by those that were made, less what is free. */
function lackingOf(folder: string, results: readonly PackResult[], total: number, { wanted }: { readonly wanted: number }): number {
  const finished = results.filter(({ status }) => status !== 'failed')
  const average = finished.length === 0 ? wanted : finished.reduce((sum, { bytes }) => sum + bytes, 0) / finished.length
  const { bavail, bsize } = statfsSync(folder)
  return Math.max(0, Math.ceil(average * (total - finished.length) - bavail * bsize))
}

async function writeIndex(shelf: PackShelf, { title, language }: PacksWish, results: readonly PackResult[], alike: readonly ReadyPack[], older: PackReport['older']): Promise<void> {
  const failed = new Set(results.filter(({ status }) => status === 'failed').map(({ place }) => place))
  const all = [...results, ...alike.filter(({ place }) => !failed.has(place)).map((pack) => ({ ...pack, status: 'unchanged' as const, failure: null }))].sort(bySchool)
  const rows: IndexRow[] = [
    ...all.map(({ school, place, status, bytes, leftOut, failure }) => ({ school, place, state: status === 'failed' ? ('failed' as const) : ('ready' as const), bytes, notes: failure === null ? leftOut.map(({ message }) => message[language]) : [failure.message[language]] })),
    ...older.map(({ school, place }) => ({ school, place, state: 'older' as const, bytes: null, notes: [] })),
  ]
  shelf.put(indexNames.page, indexPage(title, rows, shelf.zip, language))
  await nextTurn()
  shelf.put(indexNames.table, indexTable(title, rows, language))
  await shelf.sync()
}

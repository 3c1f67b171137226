import type { StaleMaterial, StaleSource, StaleTalk } from '../../../shared/contract/freshness'
import { EXPIRING_DAYS, freshnessOf, staleReasons, type Freshness as State, type LastDays, type StaleReason } from '../../../shared/model/freshness'
import type { MaterialId, TalkId } from '../../../shared/model/ids'
import { calendarDay } from '../calendar-day'
import { isSuperseded, sourceOf, type SourceRow } from '../sources'
import type { Sql } from '../sql'
import type { Tables } from '../tables'

/** Materials that a report lists; a library with more has one cause for most of them. */
const MOST_LISTED = 1000

/** Materials looked at between two turns of others: two to three milliseconds. */
const PORTION = 2000

const DESCRIBED = `SELECT materials.no, materials.valid_until AS own, sources.valid_until AS ofSource, coalesce(${isSuperseded}, 0) AS superseded,
    materials.id, materials.title, coalesce(sources.title, '') AS source FROM materials LEFT JOIN sources ON sources.id = materials.source_id`

export const freshnessStatements = {
  /** These answer from indexes alone: there may be tens of thousands, and a look at each of them takes as long as a search. In portions, between which others have their turn. */
  byOwnDay: 'SELECT no, valid_until AS own FROM materials WHERE valid_until <= :soon AND (valid_until, no) > (:day, :no) ORDER BY valid_until, no LIMIT :limit',
  ofSource: 'SELECT no FROM materials WHERE source_id = :id',
  concernedSources: `SELECT id, valid_until AS ofSource, ${isSuperseded} AS superseded FROM sources WHERE valid_until <= :soon OR ${isSuperseded}`,
  ofIds: `${DESCRIBED} WHERE materials.id IN (SELECT value FROM json_each(:ids))`,
  ofNumbers: `${DESCRIBED} WHERE materials.no IN (SELECT value FROM json_each(:nos))`,
  sources: `SELECT *, ${isSuperseded} AS superseded FROM sources WHERE valid_until <= :soon OR ${isSuperseded} ORDER BY no DESC`,
  cited: 'SELECT DISTINCT material_id FROM talk_cites',
  citing: `SELECT talks.id, talks.title, talk_cites.material_id AS material FROM talk_cites JOIN talks ON talks.no = talk_cites.talk_no
    WHERE talk_cites.material_id IN (SELECT value FROM json_each(:materials)) ORDER BY talks.updated_at DESC, talks.no DESC`,
} as const

type Concerned = { readonly no: number; readonly own: string | null; readonly ofSource: string | null; readonly superseded: 0 | 1 }
type Described = Concerned & { readonly id: MaterialId; readonly title: string; readonly source: string }
type Known = { readonly no: number; readonly state: State; readonly stale: StaleMaterial }
type States = { readonly generation: number; readonly today: string; readonly stale: readonly number[]; readonly expiring: readonly number[] }

export type FreshnessReport = { readonly materials: StaleMaterial[]; readonly materialCount: number; readonly sources: StaleSource[]; readonly talks: StaleTalk[] }

/** ISO 8601 dates: a last day before `today` is over, one up to `soon` is near. */
type Days = { readonly today: string; readonly soon: string }

const reasonsOf = ({ own, ofSource, superseded }: Concerned, { today, soon }: Days): StaleReason[] => staleReasons({ own, source: ofSource, superseded: superseded === 1 }, today, soon)

/** The first day that is over or near; '' where there is none. */
const firstDay = ({ own, ofSource }: Concerned, { soon }: Days): string => [own, ofSource].filter((day): day is string => day !== null && day <= soon).sort()[0] ?? ''

/** What is out of date, what soon will be, and what rests on it. */
export class Freshness {
  #states: States | null = null

  constructor(
    readonly sql: Sql,
    readonly tables: Tables,
    readonly clock: () => number,
    readonly portion = PORTION,
  ) {}

  /** The numbers of all materials that are stale, and of those that soon will be; worked out once until something changes or the day does. */
  states(): States {
    const { generation } = this.tables
    const days = this.#days()
    if (this.#states?.generation === generation && this.#states.today === days.today) return this.#states
    const stale: number[] = []
    const expiring: number[] = []
    for (const row of atOnce(this.#concerned(days))) {
      const state = freshnessOf(reasonsOf(row, days))
      if (state !== 'fresh') (state === 'stale' ? stale : expiring).push(row.no)
    }
    this.#states = { generation, today: days.today, stale, expiring }
    return this.#states
  }

  /** Of these materials those that are not fresh. */
  among(ids: readonly MaterialId[]): ReadonlyMap<MaterialId, Known> {
    return this.#known(this.sql.all<Described>(freshnessStatements.ofIds, { ids: JSON.stringify(ids) }))
  }

  /** Tells by its days how fresh a material is, today. */
  judge(): (lastDays: LastDays) => State {
    const { today, soon } = this.#days()
    return (lastDays) => freshnessOf(staleReasons(lastDays, today, soon))
  }

  of(material: MaterialId): StaleMaterial | null {
    return this.among([material]).get(material)?.stale ?? null
  }

  ofTalk(talk: TalkId): StaleMaterial[] {
    const cited = this.sql.column<string>('SELECT value FROM talks, json_each(talks.cites) WHERE talks.id = :talk', { talk }).map((id) => id as MaterialId)
    const known = this.among(cited)
    return cited.flatMap((id) => known.get(id)?.stale ?? [])
  }

  report(): FreshnessReport {
    return atOnce(this.reporting())
  }

  /** Works a report out, a few milliseconds at a time. What changes meanwhile is told as it stands at the end. */
  *reporting(): Generator<void, FreshnessReport> {
    const days = this.#days()
    const concerned = yield* this.#concerned(days)
    // What is over comes before what is about to be; within each the earliest day first.
    const rows: { no: number; state: State; day: string }[] = []
    for (const row of concerned) {
      const state = freshnessOf(reasonsOf(row, days))
      if (state !== 'fresh') rows.push({ no: row.no, state, day: firstDay(row, days) })
    }
    yield
    rows.sort((a, b) => Number(b.state === 'stale') - Number(a.state === 'stale') || compare(a.day, b.day) || b.no - a.no)
    yield
    const listed = rows.slice(0, MOST_LISTED).map(({ no }) => no)
    const known = new Map([...this.#known(this.sql.all<Described>(freshnessStatements.ofNumbers, { nos: JSON.stringify(listed) })).values()].map(({ no, stale }) => [no, stale]))
    return { materials: listed.flatMap((no) => known.get(no) ?? []), materialCount: rows.length, sources: this.#sources(), talks: this.#talks() }
  }

  /** Everything with a reason, or at least a day that is near: in a library of years these are tens of thousands. */
  *#concerned({ soon }: Days): Generator<void, Iterable<Concerned>> {
    const concerned = new Map<number, Concerned>()
    type Own = { readonly no: number; readonly own: string }
    for (let last: Own = { own: '', no: 0 }; ; yield) {
      const portion = this.sql.all<Own>(freshnessStatements.byOwnDay, { soon, day: last.own, no: last.no, limit: this.portion })
      for (const { no, own } of portion) concerned.set(no, { no, own, ofSource: null, superseded: 0 })
      last = portion.at(-1) ?? last
      if (portion.length < this.portion) break
    }
    let since = 0
    for (const { id, ...source } of this.sql.all<Omit<Concerned, 'no' | 'own'> & { id: string }>(freshnessStatements.concernedSources, { soon })) {
      const nos = this.sql.column<number>(freshnessStatements.ofSource, { id })
      for (const no of nos) concerned.set(no, { no, ...source, own: concerned.get(no)?.own ?? null })
      since += nos.length + 1
      if (since < this.portion) continue
      since = 0
      yield
    }
    return concerned.values()
  }

  #known(rows: readonly Described[]): Map<MaterialId, Known> {
    const days = this.#days()
    return new Map(
      rows.flatMap((row) => {
        const reasons = reasonsOf(row, days)
        if (reasons.length === 0) return []
        return [[row.id, { no: row.no, state: freshnessOf(reasons), stale: { id: row.id, title: row.title, reasons, validUntil: firstDay(row, days), source: row.source } }]]
      }),
    )
  }

  #sources(): StaleSource[] {
    const { today, soon } = this.#days()
    return this.sql.all<SourceRow & { superseded: 0 | 1 }>(freshnessStatements.sources, { soon }).map((row) => ({
      source: sourceOf(row),
      reasons: staleReasons({ own: null, source: row.valid_until, superseded: row.superseded === 1 }, today, soon) satisfies StaleReason[],
      supersededByTitle: this.sql.one<{ title: string }>('SELECT title FROM sources WHERE id = :id', { id: row.superseded_by })?.title ?? '',
      materials: this.sql.value<number>('SELECT count(*) FROM materials WHERE source_id = :id', { id: row.id }),
    }))
  }

  #talks(): StaleTalk[] {
    const known = this.among(this.sql.column<string>(freshnessStatements.cited).map((id) => id as MaterialId))
    const talks = new Map<TalkId, { id: TalkId; title: string; materials: StaleMaterial[] }>()
    const rows = this.sql.all<{ id: TalkId; title: string; material: MaterialId }>(freshnessStatements.citing, { materials: JSON.stringify([...known.keys()]) })
    for (const { id, title, material } of rows) {
      const talk = talks.get(id) ?? { id, title, materials: [] }
      const stale = known.get(material)?.stale
      if (stale) talk.materials.push(stale)
      talks.set(id, talk)
    }
    return [...talks.values()]
  }

  #days(): Days {
    const now = this.clock()
    return { today: calendarDay(now), soon: calendarDay(now, EXPIRING_DAYS) }
  }
}

const atOnce = <T>(work: Generator<void, T>): T => {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/** Without a day last. */
const compare = (a: string, b: string): number => (a === b ? 0 : a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1)

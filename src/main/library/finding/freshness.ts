import type { StaleMaterial, StaleSource, StaleTalk } from '../../../shared/contract/freshness'
import { EXPIRING_DAYS, freshnessOf, staleReasons, type Freshness as State, type StaleReason } from '../../../shared/model/freshness'
import type { MaterialId, TalkId } from '../../../shared/model/ids'
import { calendarDay } from '../calendar-day'
import { sourceOf, type SourceRow } from '../sources'
import type { Sql } from '../sql'
import type { Tables } from '../tables'

/** Materials that a report lists; a library with more has one cause for most of them. */
const MOST_LISTED = 1000

const SUPERSEDED = 'EXISTS (SELECT 1 FROM sources AS newer WHERE newer.id = sources.superseded_by)'
const DAYS = `materials.no, materials.id, materials.title, materials.valid_until AS own, coalesce(sources.title, '') AS source, sources.valid_until AS ofSource, coalesce(${SUPERSEDED}, 0) AS superseded`

export const freshnessStatements = {
  /** Everything with a reason, or at least a day that is near. */
  concerned: `
    SELECT ${DAYS} FROM materials LEFT JOIN sources ON sources.id = materials.source_id WHERE materials.valid_until <= :soon
    UNION
    SELECT ${DAYS} FROM sources CROSS JOIN materials ON materials.source_id = sources.id WHERE sources.valid_until <= :soon OR ${SUPERSEDED}`,
  sources: `SELECT *, ${SUPERSEDED} AS superseded FROM sources WHERE valid_until <= :soon OR ${SUPERSEDED} ORDER BY no DESC`,
  citing: `SELECT talks.id, talks.title, talk_cites.material_id AS material FROM talk_cites JOIN talks ON talks.no = talk_cites.talk_no
    WHERE talk_cites.material_id IN (SELECT value FROM json_each(:materials)) ORDER BY talks.updated_at DESC, talks.no DESC`,
} as const

type Concerned = { no: number; id: MaterialId; title: string; own: string | null; source: string; ofSource: string | null; superseded: 0 | 1 }
type Known = { readonly no: number; readonly state: State; readonly stale: StaleMaterial }

/** What is out of date, what soon will be, and what rests on it. */
export class Freshness {
  #known: { readonly generation: number; readonly today: string; readonly materials: ReadonlyMap<MaterialId, Known> } | null = null

  constructor(
    readonly sql: Sql,
    readonly tables: Tables,
    readonly clock: () => number,
  ) {}

  /** Materials that are not fresh, by id; worked out once until something changes or the day does. */
  concerned(): ReadonlyMap<MaterialId, Known> {
    const { generation } = this.tables
    const today = calendarDay(this.clock())
    if (this.#known?.generation === generation && this.#known.today === today) return this.#known.materials
    const soon = this.#soon()
    const materials = new Map<MaterialId, Known>()
    for (const row of this.sql.all<Concerned>(freshnessStatements.concerned, { soon })) {
      const reasons = staleReasons({ own: row.own, source: row.ofSource, superseded: row.superseded === 1 }, today, soon)
      const [validUntil = ''] = [row.own, row.ofSource].filter((day): day is string => day !== null && day <= soon).sort()
      materials.set(row.id, { no: row.no, state: freshnessOf(reasons), stale: { id: row.id, title: row.title, reasons, validUntil, source: row.source } })
    }
    this.#known = { generation, today, materials }
    return materials
  }

  of(material: MaterialId): StaleMaterial | null {
    return this.concerned().get(material)?.stale ?? null
  }

  ofTalk(talk: TalkId): StaleMaterial[] {
    const cited = this.sql.column<string>('SELECT value FROM talks, json_each(talks.cites) WHERE talks.id = :talk', { talk })
    return cited.flatMap((id) => this.of(id as MaterialId) ?? [])
  }

  report(): { materials: StaleMaterial[]; materialCount: number; sources: StaleSource[]; talks: StaleTalk[] } {
    const known = this.concerned()
    // What is over comes before what is about to be; within each the earliest day first.
    const materials = [...known.values()].sort((a, b) => Number(a.state !== 'stale') - Number(b.state !== 'stale') || compare(a.stale.validUntil, b.stale.validUntil) || b.no - a.no).map(({ stale }) => stale)
    return { materials: materials.slice(0, MOST_LISTED), materialCount: materials.length, sources: this.#sources(), talks: this.#talks(known) }
  }

  #sources(): StaleSource[] {
    const today = calendarDay(this.clock())
    const soon = this.#soon()
    return this.sql.all<SourceRow & { superseded: 0 | 1 }>(freshnessStatements.sources, { soon }).map((row) => ({
      source: sourceOf(row),
      reasons: staleReasons({ own: null, source: row.valid_until, superseded: row.superseded === 1 }, today, soon) satisfies StaleReason[],
      supersededByTitle: this.sql.one<{ title: string }>('SELECT title FROM sources WHERE id = :id', { id: row.superseded_by })?.title ?? '',
      materials: this.sql.value<number>('SELECT count(*) FROM materials WHERE source_id = :id', { id: row.id }),
    }))
  }

  #talks(known: ReadonlyMap<MaterialId, Known>): StaleTalk[] {
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

  #soon(): string {
    return calendarDay(this.clock(), EXPIRING_DAYS)
  }
}

/** Without a day last. */
const compare = (a: string, b: string): number => (a === b ? 0 : a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1)

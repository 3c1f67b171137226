import { MaterialFilter } from '../../../shared/contract/library'
import type { MaterialId } from '../../../shared/model/ids'
import type { MaterialKind, MaterialStatus } from '../../../shared/model/material'
import type { CandidateFacts } from '../../../shared/proposals/rank-materials'
import { strings } from '../material-rows'
import type { MaterialSearch } from '../search/material-search'
import { newestFirst } from '../search/ordered-walk'
import type { Sql } from '../sql'
import type { Freshness } from './freshness'
import type { Narrowings } from './narrowing'

/** Materials looked at of each kind in each way. */
const POOL = 60

export const candidateStatements = {
  facts: `SELECT no, id, kind, title, topics, audiences, status, length(body) AS characters, updated_at AS updatedAt FROM materials WHERE no IN (SELECT value FROM json_each(:nos))`,
  uses: `SELECT material_id AS material, talks.audience, max(talks.updated_at) AS at FROM talk_cites JOIN talks ON talks.no = talk_cites.talk_no
    WHERE material_id IN (SELECT value FROM json_each(:ids)) GROUP BY material_id, talks.audience`,
  topics: `SELECT label FROM label_uses WHERE facet = 'topics' AND instr(:text, label) > 0 ORDER BY length(label) DESC LIMIT 20`,
  topicsOfMaterials: `SELECT value AS topic FROM materials, json_each(materials.topics) WHERE materials.id IN (SELECT value FROM json_each(:ids)) GROUP BY value ORDER BY count(*) DESC, value LIMIT 20`,
} as const

type FactsRow = {
  readonly no: number
  readonly id: MaterialId
  readonly kind: MaterialKind
  readonly title: string
  readonly topics: string
  readonly audiences: string
  readonly status: MaterialStatus
  readonly characters: number
  readonly updatedAt: number
}

type CandidateWish = { readonly kinds: readonly MaterialKind[]; readonly topics: readonly string[]; readonly audience: string; readonly without: readonly MaterialId[]; readonly pace: number }

/** Gathers what may be proposed for a talk. Asks the index for a few pools of numbers and reads the facts of all of them at once: never the whole library. */
export class Candidates {
  constructor(
    readonly sql: Sql,
    readonly index: MaterialSearch,
    readonly narrowings: Narrowings,
    readonly freshness: Freshness,
  ) {}

  /** The labels of the library that a talk is about: those that stand in its title, and those of what it cites already. */
  topicsOf(title: string, cited: readonly MaterialId[]): readonly string[] {
    const named = this.sql.column<string>(candidateStatements.topics, { text: title })
    const borne = cited.length === 0 ? [] : this.sql.column<string>(candidateStatements.topicsOfMaterials, { ids: JSON.stringify(cited) })
    return [...new Set([...named, ...borne])]
  }

  /**
   * Of every kind the newest, the newest that nobody has used, and the newest for the audience and on the topics; of linked versions the newest.
   * @param wish.pace Han characters a minute
   */
  gather({ kinds, topics, audience, without, pace }: CandidateWish): CandidateFacts[] {
    this.index.bringUpToDate()
    return this.sql.snapshot(() => {
      const left = new Set<string>(without)
      const filters = kinds.flatMap((kind) => [
        { kinds: [kind] },
        { kinds: [kind], used: false },
        ...(audience === '' ? [] : [{ kinds: [kind], audiences: [audience] }]),
        ...(topics.length === 0 ? [] : [{ kinds: [kind], topics: [...topics] }]),
      ])
      const nos = new Set(filters.flatMap((filter) => this.#newest(MaterialFilter.parse(filter))))
      const rows = this.sql.all<FactsRow>(candidateStatements.facts, { nos: JSON.stringify([...nos]) }).filter(({ id }) => !left.has(id))
      const ids = rows.map(({ id }) => id)
      const uses = Map.groupBy(this.sql.all<{ material: string; audience: string; at: number }>(candidateStatements.uses, { ids: JSON.stringify(ids) }), ({ material }) => material)
      const concerned = this.freshness.among(ids)
      return rows.map(({ id, kind, title, topics: own, audiences, status, characters, updatedAt }) => ({
        id,
        kind,
        title,
        topics: strings(own),
        audiences: strings(audiences),
        status,
        freshness: concerned.get(id)?.state ?? 'fresh',
        seconds: Math.round((characters / pace) * 60),
        uses: (uses.get(id) ?? []).map(({ audience: heard, at }) => ({ audience: heard, at })),
        updatedAt,
      }))
    })
  }

  #newest(filter: MaterialFilter): readonly number[] {
    return this.index.numbers({ text: '', filter, among: this.narrowings.of(filter), ordering: newestFirst, limit: POOL, offset: 0 })
  }
}

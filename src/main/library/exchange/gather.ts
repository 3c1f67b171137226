import { readFrontMatter } from '../../../shared/markdown/front-matter'
import { assetsNamedIn, MOST_PARAGRAPHS, type AssetRecord, type BundleLine, type CasePinRecord } from '../../../shared/model/bundle'
import type { RecordCounts } from '../../../shared/contract/leaving'
import type { CollectionId, SavedSearchId } from '../../../shared/model/collection'
import type { AudienceDefinition, FormatDefinition } from '../../../shared/formats/talk-formats'
import type { AudienceId, FormatId } from '../../../shared/model/own-definitions'
import { assetsOfDesign, type DesignDefinition, type DesignId } from '../../../shared/model/own-design'
import type { AssetHash, MaterialId, SourceId, TalkId } from '../../../shared/model/ids'
import type { SchoolId } from '../../../shared/model/school'
import type { CaseEvents } from '../case-events'
import type { Collections } from '../collections'
import type { MaterialStore } from '../materials'
import type { OwnDefinitions } from '../own-definitions'
import type { Revisions } from '../revisions'
import type { SavedSearches } from '../saved-searches'
import type { LocalCases } from '../local-cases'
import type { SchoolStore } from '../schools'
import type { SourceStore } from '../sources'
import type { Sql, SqlParameters } from '../sql'
import type { TalkVersions } from '../talk-versions'
import type { TalkStore } from '../talks'

/** What leaves the library, by id, each list sorted. */
export type Selection = {
  readonly sources: readonly SourceId[]
  readonly materials: readonly MaterialId[]
  readonly talks: readonly TalkId[]
  readonly collections: readonly CollectionId[]
  readonly searches: readonly SavedSearchId[]
  readonly formats: readonly FormatId[]
  readonly audiences: readonly AudienceId[]
  readonly designs: readonly DesignId[]
  readonly pins: readonly CasePinRecord[]
  readonly schools: readonly SchoolId[]
  readonly assets: readonly AssetRecord[]
}

export type Wish = { readonly materials: readonly MaterialId[]; readonly talks: readonly TalkId[] }

export const countsOf = ({ sources, materials, talks, collections, searches, formats, audiences, designs, pins, schools, assets }: Selection): RecordCounts => ({
  sources: sources.length,
  materials: materials.length,
  talks: talks.length,
  assets: assets.length,
  collections: collections.length,
  searches: searches.length,
  formats: formats.length,
  audiences: audiences.length,
  designs: designs.length,
  schools: schools.length,
  pins: pins.length,
})

type Stores = {
  readonly sources: SourceStore
  readonly materials: MaterialStore
  readonly talks: TalkStore
  readonly talkVersions: TalkVersions
  readonly cases: CaseEvents
  readonly revisions: Revisions
  readonly collections: Collections
  readonly searches: SavedSearches
  readonly formats: OwnDefinitions<FormatId, FormatDefinition>
  readonly audiences: OwnDefinitions<AudienceId, AudienceDefinition>
  readonly designs: OwnDefinitions<DesignId, DesignDefinition>
  readonly localCases: LocalCases
  readonly schools: SchoolStore
}

/** Reads out of a library what is to leave it. */
export class Gathering {
  constructor(
    readonly sql: Sql,
    readonly stores: Stores,
  ) {}

  /**
   * Everything, or what is wished for with what it rests on: a talk brings the materials it cites, a talk the template that it is set in, a material its source, all of them their pictures and
   * originals. Ids that are not there are passed over. Collections, saved searches, formats, audiences and schools leave with everything only.
   */
  select(wish: Wish | null): Selection {
    const talks = this.#present<TalkId>('talks', wish?.talks ?? null)
    const cited = wish === null ? [] : this.sql.column<string>('SELECT DISTINCT material_id FROM talk_cites JOIN talks ON talks.no = talk_no WHERE talks.id IN (SELECT value FROM json_each(:talks))', { talks: JSON.stringify(talks) })
    const materials = this.#present<MaterialId>('materials', wish === null ? null : [...wish.materials, ...cited])
    const sources =
      wish === null
        ? this.#present<SourceId>('sources', null)
        : this.sql.column<SourceId>('SELECT id FROM sources WHERE id IN (SELECT source_id FROM materials WHERE id IN (SELECT value FROM json_each(:materials))) ORDER BY id', { materials: JSON.stringify(materials) })
    const collections = wish === null ? this.#present<CollectionId>('collections', null) : []
    const searches = wish === null ? this.#present<SavedSearchId>('saved_searches', null) : []
    const formats = wish === null ? this.#present<FormatId>('formats', null) : []
    const audiences = wish === null ? this.#present<AudienceId>('audiences', null) : []
    const designs = wish === null ? this.#present<DesignId>('designs', null) : this.#designsOf(talks)
    const schools = wish === null ? this.#present<SchoolId>('schools', null) : []
    return { sources, materials, talks, collections, searches, formats, audiences, designs, pins: wish === null ? this.stores.localCases.chosen() : [], schools, assets: this.#assets(wish === null ? null : { sources, materials, talks }, designs, schools) }
  }

  /** Materials that a collection lists, or that were chosen as the case of a school. */
  named(): ReadonlySet<MaterialId> {
    return new Set(this.sql.column<MaterialId>('SELECT material_id FROM collection_entries UNION SELECT material_id FROM local_case_pins WHERE material_id IS NOT NULL'))
  }

  /** The lines of `records.ndjson`, one at a time. What was removed since it was selected is passed over. */
  *lines({ sources, materials, talks, collections, searches, formats, audiences, designs, pins, schools, assets }: Selection): Generator<BundleLine, void, void> {
    yield* assets
    for (const id of sources) {
      const source = this.stores.sources.find(id)
      if (source === null) continue
      yield { type: 'source', ...source, outline: this.stores.sources.outline(id) }
      for (let from = 1; from <= source.paragraphs; from += MOST_PARAGRAPHS) {
        yield { type: 'paragraphs', source: id, paragraphs: this.stores.sources.paragraphs(id, from, from + MOST_PARAGRAPHS - 1) }
      }
    }
    for (const id of materials) {
      const material = this.stores.materials.find(id)
      if (material === null) continue
      const events = this.stores.cases.of(id)
      const revisions = this.stores.revisions.superseded(id)
      yield { type: 'material', ...material, ...(events.length > 0 ? { events } : {}), ...(revisions.length > 0 ? { revisions } : {}) }
    }
    for (const id of this.#present<TalkId>('talks', talks)) {
      const versions = this.stores.talkVersions.records(id)
      yield { type: 'talk', ...this.stores.talks.get(id), ...(versions.length > 0 ? { versions } : {}) }
    }
    for (const id of this.#present<CollectionId>('collections', collections)) {
      const collection = this.stores.collections.find(id)
      if (collection === null) continue
      const here = new Set(this.stores.collections.entries(id).map(({ material }) => material))
      yield { type: 'collection', ...collection, materials: collection.materials.filter((material) => here.has(material)), read: collection.read.filter(({ material }) => here.has(material)) }
    }
    for (const id of searches) {
      const search = this.stores.searches.find(id)
      if (search !== null) yield { type: 'saved-search', ...search }
    }
    for (const id of formats) {
      const format = this.stores.formats.find(id)
      if (format !== null) yield { type: 'format', ...format }
    }
    for (const id of audiences) {
      const audience = this.stores.audiences.find(id)
      if (audience !== null) yield { type: 'audience', ...audience }
    }
    for (const id of designs) {
      const design = this.stores.designs.find(id)
      if (design !== null) yield { type: 'design', ...design }
    }
    yield* pins
    for (const id of schools) {
      const school = this.stores.schools.find(id)
      if (school !== null) yield { type: 'school', ...school, brands: this.stores.schools.brands.history(id).map(({ schoolId: _schoolId, ...brand }) => brand) }
    }
  }

  #present<Id extends string>(table: 'sources' | 'materials' | 'talks' | 'collections' | 'saved_searches' | 'formats' | 'audiences' | 'designs' | 'schools', ids: readonly string[] | null): Id[] {
    if (ids === null) return this.sql.column<Id>(`SELECT id FROM ${table} ORDER BY id`)
    return this.sql.column<Id>(`SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id`, { ids: JSON.stringify(ids) })
  }

  /** The templates that these talks name. */
  #designsOf(talks: readonly TalkId[]): DesignId[] {
    const named = new Set(this.sql.column<string>('SELECT markdown FROM talks WHERE id IN (SELECT value FROM json_each(:ids))', { ids: JSON.stringify(talks) }).map((markdown) => readFrontMatter(markdown).front.template))
    return [...named].flatMap((key) => (key === '' ? [] : (this.stores.designs.named(key)?.id ?? []))).sort()
  }

  /** @param chosen of these alone; null for everything, whose ids need not be listed once more then */
  #assets(chosen: Pick<Selection, 'sources' | 'materials' | 'talks'> | null, designs: readonly DesignId[], schools: readonly SchoolId[]): AssetRecord[] {
    const [ofSources, sources] = among('id', chosen?.sources)
    const hashes = new Set<AssetHash>(this.sql.column<AssetHash>(`SELECT original FROM sources WHERE ${ofSources}`, sources))
    const texts = [
      ['materials', 'body', among('id', chosen?.materials)],
      ['talk_versions', 'markdown', among('talk_id', chosen?.talks)],
      ['talks', 'markdown', among('id', chosen?.talks)],
    ] as const
    for (const [table, column, [condition, parameters]] of texts) {
      for (const { text } of this.sql.each<{ text: string }>(`SELECT ${column} AS text FROM ${table} WHERE ${column} LIKE '%asset:%' AND ${condition}`, parameters)) for (const hash of assetsNamedIn(text)) hashes.add(hash)
    }
    for (const id of designs) for (const hash of assetsOfDesign(this.stores.designs.find(id)?.definition)) hashes.add(hash)
    for (const logo of this.stores.schools.brands.logos(schools)) hashes.add(logo)
    return this.sql
      .all<Omit<AssetRecord, 'type'>>('SELECT hash, extension, bytes FROM assets WHERE hash IN (SELECT value FROM json_each(:hashes)) ORDER BY hash', { hashes: JSON.stringify([...hashes]) })
      .map((asset) => ({ type: 'asset', ...asset }))
  }
}

/** A condition on a column that holds ids; without ids every row is meant. */
const among = (column: string, ids: readonly string[] | undefined): readonly [condition: string, parameters: SqlParameters] =>
  ids === undefined ? ['TRUE', {}] : [`${column} IN (SELECT value FROM json_each(:ids))`, { ids: JSON.stringify(ids) }]

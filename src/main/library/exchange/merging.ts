import { assertNever } from '../../../shared/assert-never'
import type { MergeReport, RecordStanding } from '../../../shared/contract/leaving'
import type { AudienceDefinition, FormatDefinition } from '../../../shared/formats/talk-formats'
import { titleOf, type AudienceRecord, type CasePinRecord, type CollectionRecord, type DesignRecord, type FormatRecord, type KeptRecord, type MaterialRecord, type SavedSearchRecord, type SchoolRecord, type SourceRecord, type TalkLine } from '../../../shared/model/bundle'
import { MaterialId, SourceId, TalkId } from '../../../shared/model/ids'
import type { DesignDefinition, DesignId } from '../../../shared/model/own-design'
import type { AudienceId, FormatId } from '../../../shared/model/own-definitions'
import { SchoolId } from '../../../shared/model/school'
import type { SourceParagraph } from '../../../shared/model/source'
import type { Collections } from '../collections'
import { deedLabels } from '../deed-labels'
import type { Change, Journal } from '../journal'
import { newMaterialRow } from '../material-rows'
import { LecternError } from '../../../shared/outcome'
import type { LocalCases } from '../local-cases'
import type { MaterialStore } from '../materials'
import type { OwnDefinitions } from '../own-definitions'
import type { Revisions } from '../revisions'
import type { SavedSearches } from '../saved-searches'
import type { SchoolStore } from '../schools'
import { paragraphRow, type SourceStore } from '../sources'
import type { Sql } from '../sql'
import type { TalkVersions } from '../talk-versions'
import { talkRow, type TalkDerived, type TalkStore } from '../talks'
import { unwatched, type Watch } from '../watch'
import { incomingPins } from './incoming-pins'
import { collectionStanding, definitionStanding, idBeside, materialStanding, sayingOf, schoolStanding, searchStanding, sourceStanding, talkStanding } from './standing'

export type IncomingSource = { readonly record: SourceRecord; readonly paragraphs: readonly SourceParagraph[] }
export type IncomingTalk = { readonly record: TalkLine; readonly derived: TalkDerived }

/** What a bundle brings, read and checked; its assets are in the library already. */
export type Incoming = {
  readonly sources: readonly IncomingSource[]
  readonly materials: readonly MaterialRecord[]
  readonly talks: readonly IncomingTalk[]
  readonly collections: readonly CollectionRecord[]
  readonly searches: readonly SavedSearchRecord[]
  readonly formats: readonly FormatRecord[]
  readonly audiences: readonly AudienceRecord[]
  readonly designs: readonly DesignRecord[]
  readonly schools: readonly SchoolRecord[]
  readonly pins: readonly CasePinRecord[]
}

type Stores = {
  readonly sources: SourceStore
  readonly materials: MaterialStore
  readonly talks: TalkStore
  readonly talkVersions: TalkVersions
  readonly revisions: Revisions
  readonly collections: Collections
  readonly searches: SavedSearches
  readonly formats: OwnDefinitions<FormatId, FormatDefinition>
  readonly audiences: OwnDefinitions<AudienceId, AudienceDefinition>
  readonly designs: OwnDefinitions<DesignId, DesignDefinition>
  readonly schools: SchoolStore
  readonly localCases: LocalCases
}

/** A record with its place in the library: under its own id, beside ours, or nowhere because it is there already. */
type Placed<Record> = { readonly record: Record; readonly id: string; readonly standing: RecordStanding }

/** Takes the records of a bundle into the library. */
export class Merging {
  constructor(
    readonly sql: Sql,
    readonly journal: Journal,
    readonly stores: Stores,
    readonly changed: () => void,
  ) {}

  standingOf(record: KeptRecord): RecordStanding {
    const { sources, materials, talks, collections, searches, formats, audiences, designs, schools } = this.stores
    switch (record.type) {
      case 'source':
        return sourceStanding(sources.find(record.id), record)
      case 'material':
        return materialStanding(orNull(() => materials.get(record.id)), record)
      case 'talk':
        return talkStanding(orNull(() => talks.get(record.id)), record)
      case 'collection':
        return collectionStanding(collections.find(record.id), record)
      case 'saved-search':
        return searchStanding(searches.find(record.id), record)
      case 'format':
        return definitionStanding(formats.find(record.id), record)
      case 'audience':
        return definitionStanding(audiences.find(record.id), record)
      case 'design':
        return definitionStanding(designs.find(record.id), record)
      case 'school': {
        const school = schools.find(record.id)
        return schoolStanding(school && { school, brand: schools.brandOf(school.id) }, record)
      }
      default:
        return assertNever(record)
    }
  }

  /**
   * Takes in what is new under its own id and what differs from ours beside it, as one deed that can be undone. Records that say what ours say are passed
   * over, and so is what an earlier merge of the same bundle has brought.
   */
  merge(incoming: Incoming, watch: Watch = unwatched): Omit<MergeReport, 'assets'> {
    // Compared in the transaction that writes: another connection may write until it begins.
    const report = this.sql.transaction(() => this.#merge(incoming, watch))
    if (report.added + report.keptBoth.length + report.pins.new > 0) this.changed()
    return report
  }

  #merge({ sources, materials, talks, collections, searches, formats, audiences, designs, schools, pins }: Incoming, watch: Watch): Omit<MergeReport, 'assets'> {
    const placedSources = sources.map(({ record, paragraphs }) => ({ ...this.#place(record), paragraphs }))
    const placedMaterials = materials.map((record) => this.#place(record))
    const placedTalks = talks.map(({ record, derived }) => ({ ...this.#place(record), derived }))
    const placedCollections = collections.map((record) => this.#place(record))
    const placedSearches = searches.map((record) => this.#place(record))
    const placedFormats = formats.map((record) => this.#place(record))
    const placedAudiences = audiences.map((record) => this.#place(record))
    const placedDesigns = designs.map((record) => this.#place(record))
    const placedSchools = schools.map((record) => this.#place(record))
    const placed = [...placedSources, ...placedMaterials, ...placedTalks, ...placedCollections, ...placedSearches, ...placedFormats, ...placedAudiences, ...placedDesigns, ...placedSchools]
    // A material that comes in with a source that is kept beside ours rests on that one.
    const beside = new Map(placedSources.filter(({ id, record }) => id !== record.id).map(({ id, record }) => [record.id, SourceId.parse(id)]))
    const coming = placed.filter(comesIn).length
    const choices = incomingPins({ sql: this.sql, localCases: this.stores.localCases }, pins, placed)
    if (coming + choices.coming.length > 0) {
      this.journal.deed(deedLabels.mergeBundle(coming + choices.coming.length), (change) => {
        let done = 0
        const step = () => watch(done++, coming)
        for (const placed of placedSources.filter(comesIn)) {
          step()
          this.#addSource(change, placed)
        }
        // Oldest first, as if they had been written here: lists show the newest first.
        for (const placed of placedMaterials.filter(comesIn).toSorted((a, b) => a.record.createdAt - b.record.createdAt)) {
          step()
          this.#addMaterial(change, placed, beside)
        }
        for (const { record, id, derived } of placedTalks.filter(comesIn)) {
          step()
          change('talks', id, [talkRow({ ...record, id: TalkId.parse(id) }, derived)])
          this.stores.talkVersions.bring(change, id, record.versions ?? [], (place) => idBeside(id, `version ${place}`))
        }
        for (const placed of placedCollections.filter(comesIn)) addCollection(change, placed)
        for (const { record, id } of placedSearches.filter(comesIn)) addSearch(change, id, record)
        for (const { record, id } of placedFormats.filter(comesIn)) this.stores.formats.bring(change, { ...record, id })
        for (const { record, id } of placedAudiences.filter(comesIn)) this.stores.audiences.bring(change, { ...record, id })
        for (const { record, id } of placedDesigns.filter(comesIn)) this.stores.designs.bring(change, { ...record, id })
        for (const placed of placedSchools.filter(comesIn)) this.#addSchool(change, placed)
        for (const pin of choices.coming) this.stores.localCases.bring(change, pin, () => idBeside(pin.id, `${pin.talk} ${pin.school} ${pin.slot}`))
      })
    }
    const all = placed.map(({ record, id, standing }) => ({ type: record.type, id: record.id, title: titleOf(record), standing, keptAs: id }))
    return {
      added: all.filter(({ standing }) => standing === 'new').length,
      identical: all.filter(({ standing }) => standing === 'identical').length,
      keptBoth: all.filter(({ standing }) => standing === 'newer' || standing === 'older'),
      pins: choices.counts,
    }
  }

  #place<Record extends KeptRecord>(record: Record): Placed<Record> {
    const standing = this.standingOf(record)
    if (standing === 'new' || standing === 'identical') return { record, id: record.id, standing }
    const id = idBeside(record.id, sayingOf(record))
    const beside = this.standingOf({ ...record, id } as KeptRecord)
    return { record, id, standing: beside === 'new' ? standing : 'identical' }
  }

  #addMaterial(change: Change, { record, id }: Placed<MaterialRecord>, beside: ReadonlyMap<SourceId, SourceId>): void {
    const { provenance, version, events = [], revisions = [] } = record
    const place = provenance && { ...provenance, sourceId: beside.get(provenance.sourceId) ?? provenance.sourceId }
    const own = id === record.id
    change('materials', id, [
      {
        ...newMaterialRow(MaterialId.parse(id), record, place, record.createdAt, record.editedBy ?? ''),
        updated_at: record.updatedAt,
        version_group: own ? (version?.group ?? null) : null,
        version_rank: own ? (version?.rank ?? null) : null,
      },
    ])
    for (const event of events) {
      const eventId = own ? event.id : idBeside(event.id, id)
      change('case_events', eventId, [{ no: null, id: eventId, material_id: id, stage: event.stage, date: event.date, note: event.note, recorded_at: event.recordedAt }])
    }
    this.stores.revisions.bring(change, id, revisions, (revision) => idBeside(id, `revision ${revision}`))
  }

  #addSchool(change: Change, { record, id }: Placed<SchoolRecord>): void {
    const { type: _type, id: itsOwn, brands, ...school } = record
    this.stores.schools.bring(change, SchoolId.parse(id), school, brands, (brand) => (id === itsOwn ? brand : idBeside(brand, id)))
  }

  #addSource(change: Change, { record, id, paragraphs }: Placed<SourceRecord> & { readonly paragraphs: readonly SourceParagraph[] }): void {
    change('sources', id, [
      {
        no: null,
        id,
        title: record.title,
        file_name: record.fileName,
        format: record.format,
        issuer: record.issuer,
        number: record.number,
        date: record.date,
        original: record.original,
        bytes: record.bytes,
        paragraphs: paragraphs.length,
        outline: JSON.stringify(record.outline),
        imported_at: record.importedAt,
        valid_until: record.validUntil || null,
        superseded_by: record.supersededBy ?? null,
      },
    ])
    const no = this.sql.value<number>('SELECT no FROM sources WHERE id = :id', { id })
    change(
      'source_paragraphs',
      no,
      paragraphs.map((paragraph) => paragraphRow(no, paragraph)),
    )
  }
}

const comesIn = ({ standing }: { readonly standing: RecordStanding }): boolean => standing !== 'identical'

/** Its materials keep the ids that the list names them by: where both texts of one were kept, it is ours that is read. */
const addCollection = (change: Change, { record, id }: Placed<CollectionRecord>): void => {
  const materials = [...new Set(record.materials)]
  change('collections', id, [{ no: null, id, title: record.title, note: record.note, due: record.due, created_at: record.createdAt, updated_at: record.updatedAt }])
  change('collection_entries', id, materials.map((material, index) => ({ collection_id: id, position: index + 1, material_id: material })))
  const marks = new Map(record.read.map(({ reader, material, at }) => [`${material} ${reader}`, { collection_id: id, reader, material_id: material, read_at: at }]))
  change('reading_marks', id, [...marks.values()])
}

const addSearch = (change: Change, id: string, { name, text, filter, order, createdAt }: SavedSearchRecord): void =>
  change('saved_searches', id, [{ no: null, id, name, query: JSON.stringify({ text, filter, order }), created_at: createdAt }])

/** The stores say that something is not there by throwing; here that is an answer. */
const orNull = <T>(get: () => T): T | null => {
  try {
    return get()
  } catch (error) {
    if (error instanceof LecternError && error.code.endsWith('-not-found')) return null
    throw error
  }
}

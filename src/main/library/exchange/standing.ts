import { createHash } from 'node:crypto'
import type { RecordStanding } from '../../../shared/contract/leaving'
import type { SavedSearch } from '../../../shared/contract/finding'
import { assertNever } from '../../../shared/assert-never'
import type { AudienceDefinition, FormatDefinition } from '../../../shared/formats/talk-formats'
import type { AudienceRecord, CollectionRecord, DesignRecord, FormatRecord, KeptRecord, MaterialRecord, SavedSearchRecord, SchoolRecord, SourceRecord, TalkLine } from '../../../shared/model/bundle'
import { draftOfBrand, type Brand, type BrandDraft } from '../../../shared/model/brand'
import type { DesignDefinition } from '../../../shared/model/own-design'
import type { Material } from '../../../shared/model/material'
import type { School, SchoolDraft } from '../../../shared/model/school'
import type { Source } from '../../../shared/model/source'
import type { TalkRecord } from '../../../shared/model/talk'

/** JSON with sorted keys: equal values give equal texts, whoever wrote them in whatever order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner))

/** What a record says, without what libraries add to it: times, revisions, names of editors, places among versions. */
const saying = {
  source: ({ id: _id, importedAt: _importedAt, ...said }: Source) => said,
  material: ({ id: _id, createdAt: _createdAt, updatedAt: _updatedAt, editedBy: _editedBy, version: _version, ...said }: Material) => said,
  talk: ({ markdown }: TalkRecord) => ({ markdown }),
  // When somebody read something is no difference.
  collection: ({ title, note, due, materials, read }: Omit<CollectionRecord, 'type'>) => ({ title, note, due, materials: [...new Set(materials)], read: [...new Set(read.map(({ reader, material }) => `${material} ${reader}`))].sort() }),
  search: ({ name, text, filter, order }: SavedSearch) => ({ name, text, filter, order }),
  // Keys are given by the library they are in.
  definition: ({ definition }: { readonly definition: FormatDefinition | AudienceDefinition | DesignDefinition }) => ({ definition }),
  // What its brands once were is no difference.
  school: ({ name, short, district, level, contacts, notes }: SchoolDraft, brand: BrandDraft | null) => ({ name, short, district, level, contacts, notes, brand }),
}

type BrandInFile = SchoolRecord['brands'][number]
/** The one in use; its school is the record's. */
const brandIn = ({ id, brands }: SchoolRecord): BrandDraft | null => {
  const current: BrandInFile | undefined = brands.findLast(({ retiredAt }) => retiredAt === null)
  return current ? draftOfBrand({ ...current, schoolId: id }) : null
}

/** What a record of a bundle says, as text. */
export const sayingOf = (record: KeptRecord): string => {
  switch (record.type) {
    case 'source': {
      const { type: _type, outline: _outline, ...source } = record
      return canonical(saying.source(source))
    }
    case 'material': {
      const { type: _type, events: _events, revisions: _revisions, ...material } = record
      return canonical(saying.material(material))
    }
    case 'talk':
      return canonical(saying.talk(record))
    case 'collection':
      return canonical(saying.collection(record))
    case 'saved-search':
      return canonical(saying.search(record))
    case 'format':
    case 'audience':
    case 'design':
      return canonical(saying.definition(record))
    case 'school':
      return canonical(saying.school(record, brandIn(record)))
    default:
      return assertNever(record)
  }
}

/** How a record stands to what the library has under its id. */
const standing = (ours: { said: unknown; at: number } | null, theirs: KeptRecord, at: number): RecordStanding => {
  if (ours === null) return 'new'
  if (canonical(ours.said) === sayingOf(theirs)) return 'identical'
  return at > ours.at ? 'newer' : 'older'
}

export const sourceStanding = (ours: Source | null, theirs: SourceRecord): RecordStanding => standing(ours && { said: saying.source(ours), at: ours.importedAt }, theirs, theirs.importedAt)

export const materialStanding = (ours: Material | null, theirs: MaterialRecord): RecordStanding => standing(ours && { said: saying.material(ours), at: ours.updatedAt }, theirs, theirs.updatedAt)

export const talkStanding = (ours: TalkRecord | null, theirs: TalkLine): RecordStanding => standing(ours && { said: saying.talk(ours), at: ours.updatedAt }, theirs, theirs.updatedAt)

export const collectionStanding = (ours: Omit<CollectionRecord, 'type'> | null, theirs: CollectionRecord): RecordStanding =>
  standing(ours && { said: saying.collection(ours), at: ours.updatedAt }, theirs, theirs.updatedAt)

export const definitionStanding = (ours: Omit<FormatRecord | AudienceRecord | DesignRecord, 'type'> | null, theirs: FormatRecord | AudienceRecord | DesignRecord): RecordStanding => standing(ours && { said: saying.definition(ours), at: ours.updatedAt }, theirs, theirs.updatedAt)

/** @param ours with the brand in use */
export const schoolStanding = (ours: { readonly school: School; readonly brand: Brand } | null, theirs: SchoolRecord): RecordStanding =>
  standing(ours && { said: saying.school(ours.school, draftOfBrand(ours.brand)), at: Math.max(ours.school.updatedAt, ours.brand.createdAt) }, theirs, Math.max(theirs.updatedAt, ...theirs.brands.map(({ createdAt }) => createdAt)))

/** A saved search does not know when it was changed: the one that was made later counts as the newer. */
export const searchStanding = (ours: SavedSearch | null, theirs: SavedSearchRecord): RecordStanding => standing(ours && { said: saying.search(ours), at: ours.createdAt }, theirs, theirs.createdAt)

/**
 * The id under which a record is kept beside ours that has its own: made from both, so that the same bundle merged twice finds its records there. A UUID
 * of version 8 (RFC 9562 §5.8).
 */
export const idBeside = (id: string, said: string): string => {
  const bytes = createHash('sha256').update(`${id}\n${said}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

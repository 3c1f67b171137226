import type { TableName } from './tables'

/** What a window shows as one: it is told of changes by room. */
export type Room = 'materials' | 'sources' | 'talks' | 'schools' | 'settings'

/** The room in which a change of a table is seen. */
export const roomOf: Readonly<Record<TableName, Room>> = {
  sources: 'sources',
  source_paragraphs: 'sources',
  materials: 'materials',
  talks: 'talks',
  talk_marks: 'talks',
  talk_versions: 'talks',
  talk_histories: 'talks',
  talk_steps: 'talks',
  rehearsals: 'talks',
  lecturers: 'settings',
  schools: 'schools',
  brands: 'schools',
  local_case_pins: 'schools',
  formats: 'talks',
  audiences: 'talks',
  designs: 'talks',
  material_revisions: 'materials',
  material_drafts: 'materials',
  case_events: 'materials',
  saved_searches: 'materials',
  collections: 'materials',
  collection_entries: 'materials',
  reading_marks: 'materials',
  trash: 'materials',
}

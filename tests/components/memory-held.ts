import type { SavedSearch } from '../../src/shared/contract/finding'
import type { Localized } from '../../src/shared/language'
import type { Brand } from '../../src/shared/model/brand'
import type { CaseEvent } from '../../src/shared/model/case-study'
import type { CollectionDraft, CollectionId } from '../../src/shared/model/collection'
import type { MaterialId } from '../../src/shared/model/ids'
import type { Material, MaterialDraft } from '../../src/shared/model/material'
import type { OwnAudience, OwnFormat } from '../../src/shared/model/own-definitions'
import type { School } from '../../src/shared/model/school'
import type { Source } from '../../src/shared/model/source'
import type { TalkRecord } from '../../src/shared/model/talk'

export type HeldCollection = CollectionDraft & { readonly id: CollectionId; readonly materials: readonly MaterialId[]; readonly marks: readonly { readonly reader: string; readonly material: MaterialId }[]; readonly at: number }

/** A school with all its brands, oldest first; the last one is in use. */
export type HeldSchool = { readonly school: School; readonly brands: readonly Brand[] }

/** Everything that the engine in memory holds; undo puts an older one of these in its place. */
export type Held = {
  readonly materials: readonly Material[]
  readonly sources: readonly Source[]
  readonly talks: readonly TalkRecord[]
  /** Last deleted first. */
  readonly trash: readonly { readonly material: Material; readonly deletedAt: number }[]
  /** What a material was before each change, oldest first. */
  readonly revisions: readonly { readonly id: MaterialId; readonly draft: MaterialDraft; readonly at: number }[]
  readonly collections: readonly HeldCollection[]
  readonly savedSearches: readonly SavedSearch[]
  readonly events: readonly CaseEvent[]
  readonly formats: readonly OwnFormat[]
  readonly audiences: readonly OwnAudience[]
  readonly schools: readonly HeldSchool[]
  /** Linked versions, oldest first. */
  readonly versions: readonly (readonly MaterialId[])[]
}

/** What a room of the engine in memory works on. */
export type MemoryStore = {
  readonly held: Held
  /** Ends a deed: what is named changes, everything else stays, and undo takes it back. */
  commit(changes: Partial<Held>, label: Localized): void
  /** Milliseconds since 1970; a minute later at each call. */
  tick(): number
  newId(): string
  readonly speaker: string
}

/** Query keys of the library's further rooms. All begin with the room whose changes the engine announces for them. */
export const libraryKeys = {
  facets: ['materials', 'facets'],
  savedSearches: ['materials', 'saved-searches'],
  whereUsed: (id: string) => ['materials', 'where-used', id],
  collections: ['materials', 'collections'],
  collection: (id: string) => ['materials', 'collection', id],
  freshness: ['materials', 'freshness'],
  freshnessOf: (id: string) => ['materials', 'freshness-of', id],
  versions: (id: string) => ['materials', 'versions', id],
  similar: (id: string) => ['materials', 'similar', id],
  difference: (from: string, to: string) => ['materials', 'difference', from, to],
  case: (id: string) => ['materials', 'case', id],
  revisions: (id: string) => ['materials', 'revisions', id],
  revisionDifference: (id: string, from: number, to: number) => ['materials', 'revision-difference', id, from, to],
  bulkPreview: (ids: readonly string[], changes: unknown) => ['materials', 'bulk-preview', ids, changes],
  trash: ['materials', 'trash'],
  drafts: ['materials', 'drafts'],
  /** No room's change makes it stale: the form itself writes it. */
  draft: (of: string) => ['draft', of],
} as const

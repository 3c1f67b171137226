import type { MaterialFilter } from '../../../shared/contract/library'
import type { MaterialKind, MaterialStatus } from '../../../shared/model/material'
import { strings, type MaterialRow } from '../material-rows'

export type Faceted = {
  readonly kind: MaterialKind
  readonly status: MaterialStatus
  readonly sourceId: string | null
  readonly tags: readonly string[]
  readonly topics: readonly string[]
  readonly audiences: readonly string[]
}

/** A facet value as a term of the index; the letter tells the facets apart. */
const term = (facet: 'K' | 'S' | 'R' | 'T' | 'P' | 'A', value: string): string => `${facet}${value}`

export const facetTerms = (material: Faceted): string[] => [
  term('K', material.kind),
  term('S', material.status),
  ...(material.sourceId === null ? [] : [term('R', material.sourceId)]),
  ...material.tags.map((label) => term('T', label)),
  ...material.topics.map((label) => term('P', label)),
  ...material.audiences.map((label) => term('A', label)),
]

export const rowFacets = (row: MaterialRow): string[] =>
  facetTerms({ kind: row.kind, status: row.status, sourceId: row.source_id, tags: strings(row.tags), topics: strings(row.topics), audiences: strings(row.audiences) })

/** One group a facet in use: any of its terms will do, but every group has to be met. */
export const filterGroups = (filter: MaterialFilter): string[][] =>
  [
    filter.kinds.map((kind) => term('K', kind)),
    filter.status === null ? [] : [term('S', filter.status)],
    filter.sourceId === null ? [] : [term('R', filter.sourceId)],
    filter.tags.map((label) => term('T', label)),
    filter.topics.map((label) => term('P', label)),
    filter.audiences.map((label) => term('A', label)),
  ].filter((group) => group.length > 0)

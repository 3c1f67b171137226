import type { MaterialFilter } from '../../../shared/contract/library'
import type { MaterialKind, MaterialStatus } from '../../../shared/model/material'

export type Faceted = {
  readonly kind: MaterialKind
  readonly status: MaterialStatus
  readonly sourceId: string | null
  readonly tags: readonly string[]
  readonly topics: readonly string[]
  readonly audiences: readonly string[]
}

/**
 * A facet value as a term of the index. A leading full-width capital tells it from a gram (folded text holds none); hexadecimal UTF-8
 * keeps any label, spaces and case included, one term.
 */
const term = (facet: 'Ｋ' | 'Ｓ' | 'Ｒ' | 'Ｔ' | 'Ｐ' | 'Ａ', value: string): string => facet + Buffer.from(value).toString('hex')

export const facetTerms = (material: Faceted): string[] => [
  term('Ｋ', material.kind),
  term('Ｓ', material.status),
  ...(material.sourceId === null ? [] : [term('Ｒ', material.sourceId)]),
  ...material.tags.map((label) => term('Ｔ', label)),
  ...material.topics.map((label) => term('Ｐ', label)),
  ...material.audiences.map((label) => term('Ａ', label)),
]

/** One group a facet in use: any of its terms will do, but every group has to be met. */
export const filterGroups = (filter: MaterialFilter): string[][] =>
  [
    filter.kinds.map((kind) => term('Ｋ', kind)),
    filter.status === null ? [] : [term('Ｓ', filter.status)],
    filter.sourceId === null ? [] : [term('Ｒ', filter.sourceId)],
    filter.tags.map((label) => term('Ｔ', label)),
    filter.topics.map((label) => term('Ｐ', label)),
    filter.audiences.map((label) => term('Ａ', label)),
  ].filter((group) => group.length > 0)

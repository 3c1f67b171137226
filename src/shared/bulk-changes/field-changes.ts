import type { MaterialDraft } from '../model/material'

/** A field of a material that says something else now: both as text, keys as they are stored, several of them with spaces between. */
export type FieldChange = { readonly field: string; readonly from: string; readonly to: string }

const fields = ['kind', 'tags', 'topics', 'audiences', 'status', 'stage', 'school', 'validUntil', 'consent'] as const

/** Every field but title and body in which two states of a material differ. What is absent says nothing. */
export const fieldChanges = (before: Partial<MaterialDraft>, after: Partial<MaterialDraft>): FieldChange[] =>
  fields.map((field) => ({ field, from: asText(before, field), to: asText(after, field) })).filter(({ from, to }) => from !== to)

const asText = (draft: Partial<MaterialDraft>, field: (typeof fields)[number]): string => {
  const value = draft[field]
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  return 'state' in value ? [value.state, value.note].filter((part) => part !== '').join(' ') : value.join(' ')
}

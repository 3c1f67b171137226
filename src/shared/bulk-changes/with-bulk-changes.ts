import type { BulkChanges } from '../contract/editing'
import type { MaterialDraft } from '../model/material'

const relabelled = (labels: readonly string[], add: readonly string[] = [], remove: readonly string[] = []): string[] => [...new Set([...labels.filter((label) => !remove.includes(label)), ...add])]

/** A draft after one change that many get. A label that is both removed and added is there afterwards; only a case keeps its stage. */
export const withBulkChanges = (draft: MaterialDraft, changes: BulkChanges): MaterialDraft => ({
  ...draft,
  kind: changes.kind ?? draft.kind,
  stage: (changes.kind ?? draft.kind) === 'case' ? draft.stage : null,
  tags: relabelled(draft.tags, changes.addTags, changes.removeTags),
  topics: relabelled(draft.topics, changes.addTopics, changes.removeTopics),
  audiences: relabelled(draft.audiences, changes.addAudiences, changes.removeAudiences),
  status: changes.status ?? draft.status,
  school: changes.school ?? draft.school,
  validUntil: changes.validUntil ?? draft.validUntil,
})

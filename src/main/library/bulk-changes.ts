import type { BulkChanges } from '../../shared/contract/editing'
import type { MaterialDraft } from '../../shared/model/material'

const relabelled = (labels: readonly string[], add: readonly string[] = [], remove: readonly string[] = []): string[] => [...new Set([...labels.filter((label) => !remove.includes(label)), ...add])]

/** A draft after one change that many get. A label that is both removed and added is there afterwards. */
export const withBulkChanges = (draft: MaterialDraft, changes: BulkChanges): MaterialDraft => ({
  ...draft,
  tags: relabelled(draft.tags, changes.addTags, changes.removeTags),
  topics: relabelled(draft.topics, changes.addTopics, changes.removeTopics),
  audiences: relabelled(draft.audiences, changes.addAudiences, changes.removeAudiences),
  status: changes.status ?? draft.status,
  school: changes.school ?? draft.school,
  validUntil: changes.validUntil ?? draft.validUntil,
})

import type { MaterialFilter } from '../../../../shared/contract/library'

export const noFilter: MaterialFilter = { kinds: [], tags: [], topics: [], audiences: [], status: null, sourceId: null }

/** Whether a filter leaves anything out. */
export const isFiltering = (filter: MaterialFilter): boolean =>
  [filter.kinds, filter.tags, filter.topics, filter.audiences, filter.schools ?? [], filter.stages ?? []].some((chosen) => chosen.length > 0) ||
  filter.status !== null ||
  filter.sourceId !== null ||
  (filter.freshness ?? null) !== null ||
  (filter.used ?? null) !== null ||
  filter.versions === 'all'

/** A choice of several with one put in or taken out. */
export const toggled = <T>(chosen: readonly T[], one: T): T[] => (chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one])

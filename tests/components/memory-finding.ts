import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import type { MaterialFilter, MaterialHit, MaterialOrder, Snippet } from '../../src/shared/contract/library'
import { SavedSearchId } from '../../src/shared/model/collection'
import { EXPIRING_DAYS, freshnessOf, freshnessStates, staleReasons, type StaleReason } from '../../src/shared/model/freshness'
import { caseStages, materialStatuses, type Material } from '../../src/shared/model/material'
import type { Held, MemoryStore } from './memory-held'
import { gone } from './memory-gone'

/** The day of every test. */
export const MEMORY_TODAY = '2026-09-01'
const soon = new Date(Date.parse(MEMORY_TODAY) + EXPIRING_DAYS * 86_400_000).toISOString().slice(0, 10)

export const reasonsOf = (held: Held, material: Material): StaleReason[] => {
  const source = held.sources.find(({ id }) => id === material.provenance?.sourceId)
  return staleReasons({ own: material.validUntil ?? null, source: source?.validUntil ?? null, superseded: source?.supersededBy !== undefined }, MEMORY_TODAY, soon)
}

export const talksWith = (held: Held, material: Material) => held.talks.filter(({ markdown }) => markdown.includes(material.id))

const isOlder = (held: Held, material: Material) => held.versions.some((group) => group.includes(material.id) && group.at(-1) !== material.id)

const isAmong = <T>(chosen: readonly T[] | undefined, value: T) => chosen === undefined || chosen.length === 0 || chosen.includes(value)

export const passes = (held: Held, material: Material, filter: MaterialFilter): boolean =>
  isAmong(filter.kinds, material.kind) &&
  isAmong(filter.schools, material.school) &&
  (filter.stages === undefined || filter.stages.length === 0 || (material.stage !== null && filter.stages.includes(material.stage))) &&
  (filter.status === null || filter.status === material.status) &&
  (filter.sourceId === null || filter.sourceId === material.provenance?.sourceId) &&
  ((filter.freshness ?? null) === null || filter.freshness === freshnessOf(reasonsOf(held, material))) &&
  ((filter.used ?? null) === null || filter.used === talksWith(held, material).length > 0) &&
  (filter.versions === 'all' || !isOlder(held, material)) &&
  (['tags', 'topics', 'audiences'] as const).every((labels) => filter[labels].length === 0 || filter[labels].some((label) => material[labels].includes(label)))

export const inOrder = (held: Held, found: readonly Material[], order: MaterialOrder): Material[] => {
  const newest = found.toSorted((a, b) => b.updatedAt - a.updatedAt)
  if (order === 'title') return newest.toSorted((a, b) => a.title.localeCompare(b.title, 'zh-CN'))
  if (order === 'most-used') return newest.toSorted((a, b) => talksWith(held, b).length - talksWith(held, a).length)
  return newest
}

const marked = (text: string, words: readonly string[]): Snippet => {
  const word = words.find((candidate) => text.toLowerCase().includes(candidate))
  if (word === undefined) return [{ text, hit: false }]
  const at = text.toLowerCase().indexOf(word)
  return [
    { text: text.slice(0, at), hit: false },
    { text: text.slice(at, at + word.length), hit: true },
    { text: text.slice(at + word.length), hit: false },
  ].filter((part) => part.text !== '')
}

export const hitOf = (held: Held, material: Material, words: readonly string[]): MaterialHit => {
  const { id, kind, status, title, body, tags, provenance } = material
  const freshness = freshnessOf(reasonsOf(held, material))
  return {
    id,
    kind,
    status,
    title: marked(title, words),
    snippet: marked(body.slice(0, 80), words),
    tags: [...tags],
    source: held.sources.find((source) => source.id === provenance?.sourceId)?.title ?? '',
    locator: provenance?.locator ?? '',
    versions: held.versions.find((group) => group.includes(id))?.length,
    freshness: freshness === 'fresh' ? undefined : freshness,
  }
}

/** Filters beyond labels, saved searches, where things are used. */
export function memoryFinding(store: MemoryStore) {
  const server = implement(contract).finding
  const counts = <T>(values: readonly T[], of: (material: Material) => T | null) =>
    values.map((value) => ({ value, count: store.held.materials.filter((material) => of(material) === value).length })).filter(({ count }) => count > 0)
  return {
    facets: server.facets.handler(() => {
      const { materials } = store.held
      const used = materials.filter((material) => talksWith(store.held, material).length > 0).length
      return {
        schools: counts([...new Set(materials.map(({ school }) => school).filter(Boolean))], ({ school }) => school),
        statuses: counts(materialStatuses, ({ status }) => status),
        stages: counts(caseStages, ({ stage }) => stage),
        freshness: counts(freshnessStates, (material) => freshnessOf(reasonsOf(store.held, material))),
        used,
        unused: materials.length - used,
      }
    }),
    whereUsed: server.whereUsed.handler(({ input }) => {
      const material = store.held.materials.find(({ id }) => id === input.id) ?? gone('素材')
      return {
        talks: talksWith(store.held, material).map(({ id, title, updatedAt }) => ({ id, title, updatedAt })),
        collections: store.held.collections.filter(({ materials }) => materials.includes(input.id)).map(({ id, title }) => ({ id, title })),
        otherVersions: (store.held.versions.find((group) => group.includes(input.id))?.length ?? 1) - 1,
      }
    }),
    savedSearches: server.savedSearches.handler(() => [...store.held.savedSearches]),
    saveSearch: server.saveSearch.handler(({ input }) => {
      const search = { ...input, id: SavedSearchId.parse(store.newId()), createdAt: store.tick() }
      store.commit({ savedSearches: [...store.held.savedSearches, search] }, { 'zh-CN': '存下查找', en: 'Save search' })
      return search
    }),
    changeSearch: server.changeSearch.handler(({ input }) => {
      const search = { ...(store.held.savedSearches.find(({ id }) => id === input.id) ?? gone('查找')), ...input.changes }
      store.commit({ savedSearches: store.held.savedSearches.map((other) => (other.id === search.id ? search : other)) }, { 'zh-CN': '修改查找', en: 'Edit search' })
      return search
    }),
    arrangeSearches: server.arrangeSearches.handler(({ input }) => {
      const place = (id: SavedSearchId) => (input.ids.includes(id) ? input.ids.indexOf(id) : Infinity)
      store.commit({ savedSearches: store.held.savedSearches.toSorted((a, b) => place(a.id) - place(b.id)) }, { 'zh-CN': '排列查找', en: 'Reorder searches' })
    }),
    removeSearch: server.removeSearch.handler(({ input }) => store.commit({ savedSearches: store.held.savedSearches.filter(({ id }) => id !== input.id) }, { 'zh-CN': '删除查找', en: 'Delete search' })),
  }
}

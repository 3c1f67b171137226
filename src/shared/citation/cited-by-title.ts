import type { Source } from '../model/source'
import type { Cited } from './gb-t-7714'

/** Finds what is known of a source by the title that a talk cites it with, with or without 《》; null for one that the library does not hold. Of two with one title, the first. */
export const citedByTitle = (sources: readonly Source[]): ((title: string) => Cited | null) => {
  const byTitle = new Map<string, Source>()
  for (const source of sources) if (!byTitle.has(plain(source.title))) byTitle.set(plain(source.title), source)
  return (title) => byTitle.get(plain(title)) ?? null
}

const plain = (title: string): string => /^《([^《》]*)》$/.exec(title.trim())?.[1] ?? title.trim()

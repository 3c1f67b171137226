import type { Language } from '../../shared/language'
import type { MaterialId } from '../../shared/model/ids'
import type { TalkRecord } from '../../shared/model/talk'
import { skeletonOf } from '../../shared/formats/skeleton'
import type { Library } from '../library/library'
import { blockFromMaterial } from './block-from-material'
import { talkCatalogue } from './talk-catalogue'
import { talkFacts } from './talk-facts'

export type NewTalk = { readonly title: string; readonly format: string; readonly audience: string; readonly minutes: number; readonly language: Language; readonly severalSpeakers?: boolean | undefined; readonly materials?: readonly { readonly block: number; readonly id: MaterialId }[] | undefined }

/** Stores a new talk: the skeleton of its format with a time budget, its blocks filled with the materials that were chosen for them, dated today. */
export function createTalk(library: Library, wish: NewTalk, now: Date): TalkRecord {
  const filled = Map.groupBy(wish.materials ?? [], ({ block }) => block)
  const blocks = new Map([...filled].map(([block, chosen]) => [block, chosen.map(({ id }) => blockFromMaterial(library, id))]))
  const markdown = skeletonOf({ ...wish, speaker: library.settings.get().speaker, date: localDate(now) }, { catalogue: talkCatalogue(library), filled: blocks })
  return library.talks.add(talkFacts(markdown), markdown)
}

/** The day as the user's calendar shows it, ISO 8601. */
const localDate = (now: Date): string => `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`

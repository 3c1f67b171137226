import type { Language } from '../../shared/language'
import type { TalkRecord } from '../../shared/model/talk'
import { skeletonOf } from '../../shared/formats/skeleton'
import type { Library } from '../library/library'
import { talkCatalogue } from './talk-catalogue'
import { talkFacts } from './talk-facts'

export type NewTalk = { readonly title: string; readonly format: string; readonly audience: string; readonly minutes: number; readonly language: Language }

/** Stores a new talk: the skeleton of its format with a time budget, dated today. */
export function createTalk(library: Library, wish: NewTalk, now: Date): TalkRecord {
  const markdown = skeletonOf({ ...wish, speaker: library.settings.get().speaker, date: localDate(now) }, talkCatalogue(library))
  return library.talks.add(talkFacts(markdown), markdown)
}

/** The day as the user's calendar shows it, ISO 8601. */
const localDate = (now: Date): string => `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`

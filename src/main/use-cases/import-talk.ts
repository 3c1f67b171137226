import { parseTalk } from '../../shared/markdown/parse-talk'
import type { TalkRecord } from '../../shared/model/talk'
import type { Warning } from '../../shared/outcome'
import type { Library } from '../library/library'
import { missingPictures } from './missing-pictures'
import { formatWarnings } from './format-warnings'
import { talkFacts } from './talk-facts'
import { libraryPictures } from './talk-pictures'

/**
 * Stores a talk written elsewhere, byte for byte.
 * @param markdown in the dialect of formats.md; whatever is not understood stays in the text and is warned of
 */
export function importTalk(library: Library, markdown: string): { talk: TalkRecord; warnings: Warning[] } {
  const parsed = parseTalk(markdown, { designs: library.designs.keys() })
  return {
    talk: library.talks.add(talkFacts(markdown), markdown),
    warnings: [...parsed.warnings, ...missingPictures(parsed.value, libraryPictures(library)), ...formatWarnings(library, markdown)],
  }
}

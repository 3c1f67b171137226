import type { TalkId } from '../../shared/model/ids'
import type { HistoryChange } from '../../shared/model/talk-history'
import type { TalkRecord } from '../../shared/model/talk'
import type { Library } from '../library/library'
import { keepVersion } from './keep-version'
import { talkFacts } from './talk-facts'

/**
 * Stores a talk's text as it is; what lists show is read from it. How it stood is kept as a version when it has not been touched for a while.
 * @param revision the one this text was based on
 * @param history how the window's stack of undo changed, see `HistoryChange`
 * @throws LecternError talk-changed-elsewhere when the stored revision is another
 */
export function saveTalk(library: Library, id: TalkId, markdown: string, revision: number, history?: HistoryChange): TalkRecord {
  const before = library.talks.get(id)
  if (before.revision === revision && library.talkVersions.hasRested(before.updatedAt)) keepVersion(library, id, 'pause', before.markdown)
  return library.talks.save(id, markdown, talkFacts(markdown), revision, history)
}

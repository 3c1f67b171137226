import { readFrontMatter } from '../../shared/markdown/front-matter'
import type { TalkLook } from '../../shared/model/look'
import { designsOf, noDesigns, type TalkDesigns } from '../use-cases/talk-designs'
import type { Session } from './session'

/** The designs that a talk in a file may name. A library is opened only where it names one that is not built in; where there is no library, there are no designs. */
export function designsForFile(session: Session, markdown: string, shownAs: Partial<TalkLook> = {}): TalkDesigns {
  if ((shownAs.template || readFrontMatter(markdown).front.template) === '') return noDesigns
  const engine = session.engineOfLibrary
  return engine === null ? noDesigns : designsOf(engine.context.library)
}

import { readFrontMatter } from '../../shared/markdown/front-matter'
import type { TalkId } from '../../shared/model/ids'
import type { TalkLook } from '../../shared/model/look'
import type { SchoolId } from '../../shared/model/school'
import { themeOfTalk } from '../../shared/slides/theme-of-talk'
import type { Library } from '../library/library'
import { fillForSchool, talkForSchools } from './fill-for-school'
import { lookOfSchool } from './look-of-school'
import type { SchoolLook } from '../../shared/brand/look-in-school'
import { designsOf } from './talk-designs'

/** A talk, as it was written; `id` is null for one that is not in the library. */
type WrittenTalk = { readonly id: TalkId | null; readonly markdown: string; readonly audience: string; readonly shownAs: Partial<TalkLook> }

/**
 * What of an export is different in a school: the talk's text with the school's names and its own cases, and its look.
 * @throws LecternError `school-not-found`
 */
export function talkInSchool(library: Library, { id, markdown, audience, shownAs }: WrittenTalk, schoolId: SchoolId): { readonly markdown: string; readonly look: SchoolLook } {
  const school = library.schools.get(schoolId)
  const brand = library.schools.brandOf(schoolId)
  const talk = talkForSchools(library, id, markdown)
  const heard = audience === '' ? talk : { ...talk, occasion: { ...talk.occasion, audience } }
  const design = themeOfTalk({ ...readFrontMatter(markdown).front, ...shownAs }, designsOf(library).find)
  return { markdown: fillForSchool(library, heard, school, brand).markdown, look: lookOfSchool(library, design, school, brand) }
}

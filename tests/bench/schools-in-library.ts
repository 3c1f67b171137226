/** The lecture and the schools that packs are measured with (`schools-of-lecture.ts`), in a library as a coordinator has them. */
import { BrandDraft } from '../../src/shared/model/brand'
import { SchoolDraft } from '../../src/shared/model/school'
import { openLibrary } from '../../src/main/library/library'
import { importTalk } from '../../src/main/use-cases/import-talk'
import { addPicture } from '../../src/main/use-cases/talk-pictures'
import { aDraft, aFolder, anEnvironment } from '../main/library/a-library'
import { lectureForSchools, lecturePhotos, photoSize } from './lecture-for-schools'
import { brandOfSchool, caseOfSchool, logoOf, nameOf, shortOf } from './schools-of-lecture'

/** A closed library with a talk and `count` schools, each with a brand, a logo and an approved case of its own, in a folder that goes with `remove`. */
export function libraryOfSchools(count: number): { path: string; remove: () => void } {
  const folder = aFolder()
  const library = openLibrary(folder.path, anEnvironment({ newId: () => crypto.randomUUID() }))
  for (let index = 0; index < count; index++) {
    const logo = addPicture(library, logoOf(index)).hash
    const { name } = library.schools.add(SchoolDraft.parse({ name: nameOf(index), short: shortOf(index), district: '示例区', level: 'primary' }), BrandDraft.parse({ ...brandOfSchool(index), logo }))
    library.materials.create(aDraft({ kind: 'case', status: 'approved', title: '本校的走廊书屋', school: name, body: caseOfSchool(index) }), null)
  }
  const kept = Array.from(lecturePhotos, ([hash, bytes]) => [hash, library.assets.putPicture(bytes, photoSize).hash] as const)
  importTalk(library, kept.reduce((markdown, [hash, own]) => markdown.replaceAll(hash, own), lectureForSchools))
  library.close()
  return folder
}

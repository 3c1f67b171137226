import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseTalk } from '../../../shared/markdown/parse-talk'
import { picturesIn } from '../../../shared/markdown/pictures-in'
import type { SchoolId } from '../../../shared/model/school'
import { packNames } from '../../../shared/packs/pack-names'
import type { Library } from '../../library/library'
import { libraryPictures } from '../talk-pictures'
import { gatherJobs, gatherRun } from './gather-packs'
import { PackMaker } from './pack-maker'
import type { PackTask } from './pack-task'

export type PacksEstimate = { readonly places: { id: SchoolId; place: string }[]; readonly bytesEach: number; readonly free: number | null }

/** What making packs would come to, by the first school's, which is made in memory. Writes nothing. */
export async function estimatePacks(library: Library, task: PackTask): Promise<PacksEstimate> {
  const names = packNames(library.schools.list())
  const places = task.schools.flatMap((id) => {
    const name = names.get(id)
    return name === undefined ? [] : [{ id, place: task.zip ? `${name}.zip` : name }]
  })
  const pictures = libraryPictures(library)
  const run = gatherRun(library, task, pictures, [...new Set(picturesIn(parseTalk(task.talk.markdown).value).map(({ src }) => src))])
  const first = gatherJobs(library, task, run, pictures, task.version).next()
  return { places, bytesEach: first.done === true ? 0 : await new PackMaker(run).measure(first.value), free: freeAt(task.to) }
}

/** Free bytes where a folder is or will be; null where it cannot be told. */
function freeAt(folder: string): number | null {
  let there = folder
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
  try {
    const { bavail, bsize } = statfsSync(there)
    return bavail * bsize
  } catch {
    return null
  }
}

import { dirname, resolve } from 'node:path'
import { parseTalk } from '../../../shared/markdown/parse-talk'
import { picturesIn } from '../../../shared/markdown/pictures-in'
import type { Language } from '../../../shared/language'
import type { PackReport } from '../../../shared/packs/pack-report'
import type { Library } from '../../library/library'
import type { Watch } from '../../library/watch'
import { filePictures } from '../file-pictures'
import { ASSET_ADDRESS, libraryPictures, type TalkPictures } from '../talk-pictures'
import { gatherJobs, gatherRun, textSha256, type PacksOf } from './gather-packs'
import { makePacks } from './make-packs'
import { packLanes } from './pack-lane'

export type PackTask = PacksOf & {
  /** The talk's file where it is not in the library; its pictures lie beside it. */
  readonly file: string | null
  readonly language: Language
  readonly version: string
  /** Threads to make packs in. */
  readonly threads: number
  /** The built `out/main/pack.js`; null: all packs are made in this thread. */
  readonly packFile: string | null
}

/** Gathers from the library and makes the packs of a run. Changes nothing in the library. */
export async function runPacks(library: Library, task: PackTask, watch: Watch): Promise<PackReport> {
  const { talk, file, packFile } = task
  const pictures = file === null ? libraryPictures(library) : withLibrary(await filePictures(talk.markdown, dirname(resolve(file))), library)
  const named = picturesIn(parseTalk(talk.markdown).value).map(({ src }) => src)
  const run = gatherRun(library, task, pictures, [...new Set(named)])
  const lanes = await packLanes(run, Math.max(1, Math.min(task.threads, task.schools.length)), packFile)
  try {
    return await makePacks({
      run,
      title: parseTalk(talk.markdown).value.front.title,
      language: task.language,
      talkSha256: textSha256(talk.markdown),
      jobs: gatherJobs(library, task, run, pictures, task.version),
      total: task.schools.length,
      lanes,
      watch,
      stopwatch: () => performance.now(),
    })
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()))
  }
}

/** Schools' logos and cases lie in the library, also where the talk does not. */
function withLibrary(ofFile: TalkPictures, library: Library): TalkPictures {
  const ofLibrary = libraryPictures(library)
  return {
    info: (src) => ofFile.info(src) ?? (ASSET_ADDRESS.test(src) ? ofLibrary.info(src) : null),
    bytes: (hash) => (ofFile.info(`asset:${hash}`) === null ? ofLibrary.bytes(hash) : ofFile.bytes(hash)),
  }
}

import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { LibraryCounts } from '../../shared/contract/app'
import { dress, Starter } from '../../shared/model/starter'
import { LecternError } from '../../shared/outcome'
import { deedLabels } from '../library/deed-labels'
import type { Library } from '../library/library'
import type { NewSource } from '../library/sources'
import { importTalk } from './import-talk'
import { addPicture } from './talk-pictures'
import { keepPictures } from './keep-pictures'
import type { ReadFile } from './read-imports'

/**
 * Fills an empty library with the example, through the same readers as any import. The example's schools go in only where there are none yet.
 * @param folder of `starter.json`
 * @throws LecternError library-not-empty
 */
export async function fillDemo(library: Library, read: ReadFile, folder: string): Promise<LibraryCounts> {
  refuseUnlessEmpty(library)
  const starter = Starter.parse(JSON.parse(await readFile(join(folder, 'starter.json'), 'utf8')))
  // Reading takes its time; what was read goes in at once, so that undo takes all of it back.
  const documents = await inTurn(starter.sources, (source) => readSource(library, read, source, join(folder, source.file)))
  const drafts = await inTurn(starter.materials, async (draft) => ({ ...draft, body: await keepPictures(library, draft.body, folder) }))
  // Lists show the newest first: the example's first talk is stored last.
  const talksInOrder = await inTurn(starter.talks.toReversed(), async ({ file }) => keepPictures(library, await readFile(join(folder, file), 'utf8'), dirname(join(folder, file))))
  const hasSchools = (): boolean => library.schools.list().length > 0
  const schools = hasSchools() ? [] : await inTurn(starter.schools, async ({ school, brand, logo }) => ({ id: null, school, brand: { ...brand, logo: addPicture(library, new Uint8Array(await readFile(join(folder, logo)))).hash } }))
  library.together(deedLabels.fillDemo, () => {
    // Meanwhile another window may have asked for the same.
    refuseUnlessEmpty(library)
    for (const document of documents) if (library.sources.byOriginal(document.original) === null) library.sources.add(document)
    for (const draft of drafts) library.materials.create(draft, null)
    if (!hasSchools()) library.schools.keep(schools)
    for (const markdown of talksInOrder) importTalk(library, markdown)
  })
  return library.counts()
}

function refuseUnlessEmpty(library: Library): void {
  const { sources, materials, talks } = library.counts()
  if (sources + materials + talks > 0) throw notEmpty()
}

async function readSource(library: Library, read: ReadFile, source: Starter['sources'][number], file: string): Promise<NewSource> {
  const bytes = new Uint8Array(await readFile(file))
  const { document } = await read(basename(file), bytes)
  return {
    document,
    title: document.title,
    fileName: basename(file),
    original: library.assets.put(bytes, extname(file).slice(1)),
    bytes: bytes.byteLength,
    materials: document.materials.map((material) => dress(material, source)),
  }
}

/** One after the other: the reader reads one document at a time. */
async function inTurn<From, To>(items: readonly From[], work: (item: From) => Promise<To>): Promise<To[]> {
  const done: To[] = []
  for (const item of items) done.push(await work(item))
  return done
}

const notEmpty = (): LecternError =>
  new LecternError('library-not-empty', {
    'zh-CN': '素材库里已经有内容，示例只放进空的素材库。没有改动任何东西。',
    en: 'The library is not empty, and the example goes into an empty one only. Nothing was changed.',
  })

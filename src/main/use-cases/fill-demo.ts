import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { LibraryCounts } from '../../shared/contract/app'
import { dress, Starter } from '../../shared/model/starter'
import { LecternError } from '../../shared/outcome'
import { assetHashOf } from '../library/assets'
import type { Library } from '../library/library'
import { importTalk } from './import-talk'
import { keepPictures } from './keep-pictures'
import type { ReadFile } from './read-imports'

/**
 * Fills an empty library with the example, through the same readers as any import.
 * @param folder of `starter.json`
 * @throws LecternError library-not-empty
 */
export async function fillDemo(library: Library, read: ReadFile, folder: string): Promise<LibraryCounts> {
  const { sources, materials, talks } = library.counts()
  if (sources + materials + talks > 0) throw notEmpty()
  const starter = Starter.parse(JSON.parse(await readFile(join(folder, 'starter.json'), 'utf8')))
  for (const source of starter.sources) {
    const file = join(folder, source.file)
    const bytes = new Uint8Array(await readFile(file))
    if (library.sources.byOriginal(assetHashOf(bytes)) !== null) continue
    const { document } = await read(basename(file), bytes)
    library.sources.add({
      document,
      title: document.title,
      fileName: basename(file),
      original: library.assets.put(bytes, extname(file).slice(1)),
      bytes: bytes.byteLength,
      materials: document.materials.map((material) => dress(material, source)),
    })
  }
  for (const draft of starter.materials) {
    library.materials.create({ ...draft, body: await keepPictures(library, draft.body, folder) }, null)
  }
  // Lists show the newest first: the example's first talk is stored last.
  for (const { file } of starter.talks.toReversed()) {
    const path = join(folder, file)
    const markdown = await keepPictures(library, await readFile(path, 'utf8'), dirname(path))
    importTalk(library, markdown)
  }
  return library.counts()
}

const notEmpty = (): LecternError =>
  new LecternError('library-not-empty', {
    'zh-CN': '素材库里已经有内容，示例只放进空的素材库。没有改动任何东西。',
    en: 'The library is not empty, and the example goes into an empty one only. Nothing was changed.',
  })

import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { ProposedMaterial } from '../../src/shared/model/material'
import { openLibrary } from '../../src/main/library/library'
import { aDocument, aFolder, anEnvironment, importInto } from '../main/library/a-library'
import { generatedMaterial, seeded } from './generated-materials'

export const FULL_SIZE = 200_000
/** Materials that an import brings, unless there are fewer in all. */
const PER_IMPORT = 500
/** Folder of a library of the full size from an earlier run: making one takes twenty minutes. It is copied, never written to. */
const ready = process.env['BENCH_LIBRARY']

/** A closed library of `size` generated materials, brought in by imports of 500 each, in a folder that goes with `remove`. */
export function generatedLibrary(size: number): { path: string; remove: () => void } {
  const folder = aFolder()
  if (size === FULL_SIZE && ready !== undefined) {
    cpSync(join(ready, 'library.db'), join(folder.path, 'library.db'))
    cpSync(join(ready, 'assets'), join(folder.path, 'assets'), { recursive: true })
    return folder
  }
  const library = openLibrary(folder.path, anEnvironment({ newId: () => crypto.randomUUID() }))
  const random = seeded(size)
  for (let done = 0; done < size; done += PER_IMPORT) {
    const materials = Array.from({ length: Math.min(PER_IMPORT, size - done) }, (_, index): ProposedMaterial => ({ ...generatedMaterial(random), index, path: [], locator: '', from: 1, to: 1 }))
    importInto(library, aDocument([`文件 ${done}`], { title: `文件 ${done}` }), materials)
  }
  library.close()
  return folder
}

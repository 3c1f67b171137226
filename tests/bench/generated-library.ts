import type { ProposedMaterial } from '../../src/shared/model/material'
import { openLibrary } from '../../src/main/library/library'
import { aDocument, aFolder, anEnvironment, importInto } from '../main/library/a-library'
import { generatedMaterial, seeded } from './generated-materials'

/** A closed library of `size` generated materials, brought in by imports of 500 each, in a folder that goes with `remove`. */
export function generatedLibrary(size: number): { path: string; remove: () => void } {
  const folder = aFolder()
  const library = openLibrary(folder.path, anEnvironment({ newId: () => crypto.randomUUID() }))
  const random = seeded(size)
  for (let done = 0; done < size; done += 500) {
    const materials = Array.from({ length: 500 }, (_, index): ProposedMaterial => ({ ...generatedMaterial(random), index, path: [], locator: '', from: 1, to: 1 }))
    importInto(library, aDocument([`文件 ${done}`], { title: `文件 ${done}` }), materials)
  }
  library.close()
  return folder
}

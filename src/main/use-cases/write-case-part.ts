import { writeCasePart as written } from '../../shared/case-study/write-case-part'
import type { CasePart } from '../../shared/model/case-study'
import type { MaterialId } from '../../shared/model/ids'
import type { Material } from '../../shared/model/material'
import type { Library } from '../library/library'

/** Writes one part of a case into the body of its material. @throws LecternError material-not-found */
export function writeCasePart(library: Library, id: MaterialId, part: CasePart, markdown: string): Material {
  return library.materials.update(id, { body: written(library.materials.get(id).body, part, markdown) })
}

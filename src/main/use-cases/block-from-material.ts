import { blockMarkdownOf } from '../../shared/markdown/material-block'
import type { MaterialId } from '../../shared/model/ids'
import type { Library } from '../library/library'

/** The Markdown of a block made from a material, citing its source. */
export function blockFromMaterial(library: Library, id: MaterialId): string {
  const material = library.materials.get(id)
  const source = material.provenance === null ? null : library.sources.find(material.provenance.sourceId)
  return blockMarkdownOf(material, source?.title ?? null)
}

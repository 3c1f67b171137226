import { parse } from 'node:path'
import type { OwnDesign } from '../../shared/model/own-design'
import type { Outcome } from '../../shared/outcome'
import type { Library } from '../library/library'
import type { TemplateReading } from '../readers/template/read-template'
import { addPicture } from './talk-pictures'

/** Reads a template; throws LecternError with the codes of the import gate, `not-a-presentation` and `no-layouts`. */
export type ReadTemplate = (fileName: string, bytes: Uint8Array, signal?: AbortSignal) => Promise<Outcome<TemplateReading>>

/**
 * Takes a template into the library as a design, called by its file. The layouts are mapped by themselves.
 * @param signal gives the reading up; nothing is stored then
 * @returns warnings say what of the template was left behind
 */
export async function importDesign({ library, readTemplate }: { readonly library: Library; readonly readTemplate: ReadTemplate }, fileName: string, bytes: Uint8Array, signal?: AbortSignal): Promise<Outcome<OwnDesign>> {
  const { value, warnings } = await readTemplate(fileName, bytes, signal)
  signal?.throwIfAborted()
  const name = parse(fileName).name.trim().slice(0, 100) || value.name || 'template'
  const parts = library.assets.put(value.parts, 'zip')
  for (const picture of value.pictures.values()) addPicture(library, picture)
  return { value: library.designs.add({ name: { 'zh-CN': name, en: name }, template: value.template, parts, choices: {} }), warnings }
}

import type { ZipArchive } from '../../zip/read-zip'
import { childrenOf, parseXml } from './xml'

/** What a part of a package refers to (ECMA-376-2 §9.3). */
export type Relationship = {
  readonly id: string
  /** The last word of its type: `slide`, `image`, `notesSlide`… */
  readonly type: string
  /** A part's name, or for an external one the address as written. */
  readonly target: string
  readonly external: boolean
}

/** A relationship's target against the folder of its source part; never outside the package, since names are only looked up in it. */
const resolve = (folder: string, target: string): string => {
  const segments: string[] = []
  for (const segment of `${target.startsWith('/') ? '' : folder}${target}`.split('/'))
    if (segment === '..') segments.pop()
    else if (segment !== '.' && segment !== '') segments.push(segment)
  return segments.join('/')
}

/**
 * @param part the source part's name; empty for the package itself.
 * @returns an empty list where the part refers to nothing.
 * @throws LecternError `damaged-file` when the list is not well-formed.
 */
export const relationshipsOf = (archive: ZipArchive, part: string): readonly Relationship[] => {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const bytes = archive.read(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  if (bytes === undefined || bytes.byteLength === 0) return []
  return childrenOf(parseXml(bytes), 'rel:Relationship').map(({ attributes }) => {
    const external = attributes.get('TargetMode') === 'External'
    const target = attributes.get('Target') ?? ''
    return { id: attributes.get('Id') ?? '', type: attributes.get('Type')?.split('/').at(-1) ?? '', target: external ? target : resolve(folder, target), external }
  })
}

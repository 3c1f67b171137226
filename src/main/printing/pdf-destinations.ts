import { readPdfObjects } from './pdf-objects'

const REFERENCE = /(\d+) 0 R/g
/** An entry of the catalogue's dictionary of destinations (ISO 32000-2 §12.3.2.4), as Chromium writes one for each anchor that is linked to. */
const DESTINATION = /\/(\S+) \[(\d+) 0 R /g

/**
 * The page, from 1, on which each anchor of a document stands that a link of it leads to.
 * @returns by the anchor's `id`; null for a file that is put together in a way we do not know
 */
export function pagesOfAnchors(pdf: Uint8Array): ReadonlyMap<string, number> | null {
  const read = readPdfObjects(pdf)
  const object = (number: string | undefined): string => read?.objects[Number(number) - 1]?.toString('latin1') ?? ''
  const catalog = object(/\/Root (\d+) 0 R/.exec(read?.trailer ?? '')?.[1])
  const leaves = (number: string): readonly string[] => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(object(number))?.[1]
    return kids === undefined ? [number] : Array.from(kids.matchAll(REFERENCE), ([, kid = '']) => leaves(kid)).flat()
  }
  const [, root] = /\/Pages (\d+) 0 R/.exec(catalog) ?? []
  const [, destinations] = /\/Dests (\d+) 0 R/.exec(catalog) ?? []
  if (root === undefined || destinations === undefined) return null
  const pages = new Map(leaves(root).map((page, index) => [page, index + 1]))
  return new Map(Array.from(object(destinations).matchAll(DESTINATION), ([, anchor = '', page = '']) => [anchor, pages.get(page) ?? 0] as const).filter(([, page]) => page > 0))
}

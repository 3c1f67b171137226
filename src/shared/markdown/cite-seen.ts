import { citesIn } from './block-parts'
import { blockOf } from './edit-talk'
import { locateTalk } from './locate-talk'
import { splice } from './splice'

/** `seen=` behind other attributes; quoted values are passed over as wholes, whatever they hold. */
const seenAttribute = /^((?:"[^"]*"|'[^']*'|[^"'])*?[\s{])seen[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|[^\s}"']*)/u

/**
 * Writes into a block's citations of a material which state of it the block goes by; everything else stays as it is.
 * @param seen a fingerprint, see `materialPrint`
 * @throws LecternError `block-not-found`
 */
export const markSeen = (markdown: string, key: string, material: string, seen: string): string => {
  const cites = citesIn(blockOf(locateTalk(markdown), key).nodes).filter(({ attributes }) => attributes['material']?.toLowerCase() === material.toLowerCase())
  return splice(
    markdown,
    ...cites.map(({ start, innerStart }) => {
      const opening = markdown.slice(start, innerStart)
      return { start, end: innerStart, text: seenAttribute.test(opening) ? opening.replace(seenAttribute, `$1seen=${seen}`) : opening.replace(/[ \t]*\}(?=[^}]*$)/u, ` seen=${seen}}`) }
    }),
  )
}

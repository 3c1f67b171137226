import type { MaterialDraft } from '../model/material'
import { parseScript } from '../speech/parse-script'

/** FNV-1a, 32 bits (Fowler, Noll and Vo, draft-eastlake-fnv), over the text's UTF-16 code units, as 8 hexadecimal digits: two texts that differ have the same one once in four billion times. */
export const fingerprint = (text: string): string => {
  let hash = 0x811c_9dc5
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    hash = Math.imul(hash ^ (unit & 0xff), 0x0100_0193)
    hash = Math.imul(hash ^ (unit >> 8), 0x0100_0193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** What a material says: the `seen` of a citation. White space alone is no difference. */
export const materialPrint = ({ title, body }: Pick<MaterialDraft, 'title' | 'body'>): string => fingerprint(`${title}\n${body}`.normalize('NFC').replace(/\s+/g, ' ').trim())

/** What a slide says in words: marks of Markdown, addresses, remarks, fences, punctuation and spaces aside. Empty when it says nothing. */
export const shownPrint = (markdown: string): string => wordingPrint(markdown.replace(/\]\([^)\n]*\)/g, ']').replace(/^[ \t]*\d{1,9}[.)][ \t]/gm, ''))

/** What a script says: cues are directions, not words. Empty when it says nothing. */
export const saidPrint = (script: string): string => wordingPrint(parseScript(script).map((segment) => (segment.kind === 'text' ? segment.text : ' ')).join(''))

const wordingPrint = (markdown: string): string => {
  const words = markdown
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^ {0,3}[:：]{3,}.*$/gm, '')
    .normalize('NFKC')
    .toLowerCase()
    // A percent sign is read aloud, all other signs are not.
    .replace(/[^\p{L}\p{N}%‰]+/gu, '')
  return words === '' ? '' : fingerprint(words)
}

import { parseTalk } from '../../shared/markdown/parse-talk'
import { picturesIn } from '../../shared/markdown/pictures-in'
import type { Library } from '../library/library'
import { localPicture } from './local-picture'
import { addPicture, isUnusable } from './talk-pictures'

/**
 * Takes the pictures that a Markdown text names, relative to a folder, into the library and gives them their lasting address
 * `asset:<hash>`. Every other byte of the text stays. Pictures that are not there, or not pictures, keep the address they have.
 */
export async function keepPictures(library: Library, markdown: string, folder: string): Promise<string> {
  const lines = markdown.split('\n')
  for (const { src, line } of picturesIn(parseTalk(markdown).value)) {
    const bytes = await localPicture(folder, src)
    const address = bytes === null ? null : keep(library, bytes)
    const text = lines[line - 1]
    if (address === null || text === undefined) continue
    lines[line - 1] = readdress(text, src, address)
  }
  return lines.join('\n')
}

/** Exchanges a picture's address in a line of Markdown: `](src`, `](<src>`, `poster="src"`. */
export const readdress = (line: string, from: string, to: string): string => line.replaceAll(`](${from}`, `](${to}`).replaceAll(`](<${from}>`, `](${to}`).replaceAll(`poster="${from}"`, `poster="${to}"`).replaceAll(`poster=${from}`, `poster=${to}`)

function keep(library: Library, bytes: Uint8Array): string | null {
  try {
    const { hash, media } = addPicture(library, bytes)
    return `asset:${media?.hash ?? hash}`
  } catch (error) {
    if (isUnusable(error)) return null
    throw error
  }
}

import { parse } from 'node:path'
import { talkFromDeck } from '../../shared/deck-in/talk-from-deck'
import { parseTalk } from '../../shared/markdown/parse-talk'
import { picturesIn } from '../../shared/markdown/pictures-in'
import type { AssetHash } from '../../shared/model/ids'
import type { TalkRecord } from '../../shared/model/talk'
import type { Warning } from '../../shared/outcome'
import type { Library } from '../library/library'
import type { DeckReading } from '../readers/read-deck-file'
import { talkFacts } from './talk-facts'
import { addPicture, ASSET_ADDRESS } from './talk-pictures'

/** Reads a presentation; throws LecternError with the codes of the import gate and `not-a-presentation`. */
export type ReadDeck = (fileName: string, bytes: Uint8Array, signal?: AbortSignal) => Promise<DeckReading>

/**
 * Opens a presentation as a talk and stores it: its slides as blocks, its notes as what is said, its pictures in the library.
 * @param signal gives the reading up; nothing is stored then
 * @returns warnings say what was not taken over
 */
export async function importDeck({ library, readDeck }: { readonly library: Library; readonly readDeck: ReadDeck }, fileName: string, bytes: Uint8Array, signal?: AbortSignal): Promise<{ talk: TalkRecord; warnings: Warning[] }> {
  const { deck, media, warnings } = await readDeck(fileName, bytes, signal)
  const { value: markdown, warnings: leftOut } = talkFromDeck(deck, parse(fileName).name)
  signal?.throwIfAborted()
  for (const { src } of picturesIn(parseTalk(markdown).value)) {
    const picture = media.get((ASSET_ADDRESS.exec(src)?.[1] ?? '') as AssetHash)
    if (picture !== undefined) addPicture(library, picture)
  }
  return { talk: library.talks.add(talkFacts(markdown), markdown), warnings: [...leftOut, ...warnings] }
}

import type { Deck } from '../../shared/model/deck'
import type { AssetHash } from '../../shared/model/ids'
import type { Warning } from '../../shared/outcome'
import { MediaCollector } from './media/media-collector'
import { PictureCollector } from './picture-collector'
import { openPresentation } from './pptx/open-presentation'
import { readDeck } from './pptx/read-deck'

/** A presentation as read, with the bytes of the pictures, films and sounds on its slides. */
export type DeckReading = { readonly deck: Deck; readonly media: ReadonlyMap<AssetHash, Uint8Array>; readonly warnings: readonly Warning[] }

/**
 * Reads a presentation to be made into a talk. By its bytes alone; it computes in one go and belongs in a process of its own.
 * @throws LecternError `not-a-presentation`, `empty-file`, `encrypted-file`, `legacy-format`, `damaged-file`, `too-large`
 */
export const readDeckFile = async (bytes: Uint8Array): Promise<DeckReading> => {
  const collector = new PictureCollector()
  const films = new MediaCollector()
  const { value, warnings } = await readDeck(openPresentation(bytes), collector, films)
  return { deck: value, media: new Map([...collector.media, ...films.media]), warnings }
}

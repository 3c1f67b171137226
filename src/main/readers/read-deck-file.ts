import type { Deck } from '../../shared/model/deck'
import type { AssetHash } from '../../shared/model/ids'
import type { Warning } from '../../shared/outcome'
import { openArchive } from './open-archive'
import { packageKind } from './ooxml/package-kind'
import { MediaCollector } from './media/media-collector'
import { PictureCollector } from './picture-collector'
import { readDeck } from './pptx/read-deck'
import { emptyFile, encryptedFile, legacyFormat, notAPresentation } from './refusals'
import { sniff } from './sniff'

/** A presentation as read, with the bytes of the pictures, films and sounds on its slides. */
export type DeckReading = { readonly deck: Deck; readonly media: ReadonlyMap<AssetHash, Uint8Array>; readonly warnings: readonly Warning[] }

/**
 * Reads a presentation to be made into a talk. By its bytes alone; it computes in one go and belongs in a process of its own.
 * @throws LecternError `not-a-presentation`, `empty-file`, `encrypted-file`, `legacy-format`, `damaged-file`, `too-large`
 */
export const readDeckFile = async (bytes: Uint8Array): Promise<DeckReading> => {
  const content = sniff(bytes)
  if (content === 'empty') throw emptyFile()
  if (content === 'encrypted-ole') throw encryptedFile()
  if (content === 'ole') throw legacyFormat()
  if (content !== 'zip') throw notAPresentation()
  const archive = openArchive(bytes)
  if (packageKind(archive, false) !== 'pptx') throw notAPresentation()
  const collector = new PictureCollector()
  const films = new MediaCollector()
  const { value, warnings } = await readDeck(archive, collector, films)
  return { deck: value, media: new Map([...collector.media, ...films.media]), warnings }
}

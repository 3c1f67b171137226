import type { ZipArchive } from '../../zip/read-zip'
import { openArchive } from '../open-archive'
import { packageKind } from '../ooxml/package-kind'
import { emptyFile, encryptedFile, legacyFormat, notAPresentation } from '../refusals'
import { sniff } from '../sniff'

/**
 * The archive of a file that has to be a presentation or a template of one, by its bytes alone.
 * @throws LecternError `not-a-presentation`, `empty-file`, `encrypted-file`, `legacy-format`, `damaged-file`, `too-large`
 */
export function openPresentation(bytes: Uint8Array): ZipArchive {
  const content = sniff(bytes)
  if (content === 'empty') throw emptyFile()
  if (content === 'encrypted-ole') throw encryptedFile()
  if (content === 'ole') throw legacyFormat()
  if (content !== 'zip') throw notAPresentation()
  const archive = openArchive(bytes)
  if (packageKind(archive, false) !== 'pptx') throw notAPresentation()
  return archive
}

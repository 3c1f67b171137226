import { BUNDLE_FORMAT, BUNDLE_VERSION, type BundleLine } from '../../../shared/model/bundle'
import type { RecordCounts } from '../../../shared/contract/leaving'
import type { Warning } from '../../../shared/outcome'
import { writeSealedArchive } from '../../zip/sealed-archive'
import type { ZipFileWriter } from '../../zip/zip-file-writer'

export const RECORDS = 'records.ndjson'

/** Lines are gathered to pieces of about this many characters: a write for each line of a large library would take longer than the lines. */
const PIECE = 64 * 1024

async function* pieces(lines: Iterable<BundleLine>): AsyncGenerator<Uint8Array> {
  let text = ''
  for (const line of lines) {
    text += `${JSON.stringify(line)}\n`
    if (text.length < PIECE) continue
    yield Buffer.from(text, 'utf8')
    text = ''
  }
  if (text !== '') yield Buffer.from(text, 'utf8')
}

/**
 * Writes a `.lectern` exchange bundle (formats.md): `records.ndjson`, `assets/…`, and a manifest with the SHA-256 of each. The same records give the same
 * bytes: no clock, no chance, a fixed order.
 *
 * @param lines read as they are written; never all at once
 * @param addAssets adds the assets' files; see `addAssets` in the library's room
 * @returns the file's length in bytes
 */
export const writeBundle = async (
  file: string,
  { libraryId, counts, lines, addAssets }: { readonly libraryId: string; readonly counts: RecordCounts; readonly lines: Iterable<BundleLine>; readonly addAssets: (add: ZipFileWriter['add']) => Promise<{ readonly warnings: readonly Warning[] }> },
): Promise<{ bytes: number; warnings: readonly Warning[] }> => {
  let warnings: readonly Warning[] = []
  const bytes = await writeSealedArchive(file, async (add) => {
    await add(RECORDS, pieces(lines))
    warnings = (await addAssets(add)).warnings
    return { format: BUNDLE_FORMAT, version: BUNDLE_VERSION, libraryId, counts }
  })
  return { bytes, warnings }
}

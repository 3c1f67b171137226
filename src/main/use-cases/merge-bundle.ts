import { open } from 'node:fs/promises'
import type { MergeReport } from '../../shared/contract/leaving'
import type { AssetRecord, AudienceRecord, CasePinRecord, CollectionRecord, DesignRecord, FormatRecord, MaterialRecord, SavedSearchRecord, SchoolRecord } from '../../shared/model/bundle'
import type { SourceParagraph } from '../../shared/model/source'
import { assetEntry } from '../library/backup/asset-entries'
import type { IncomingSource, IncomingTalk } from '../library/exchange/merging'
import type { Library } from '../library/library'
import { partOf, unwatched, type Watch } from '../library/watch'
import { openBundle, readAsset, readRecords, recordsIn, type OpenBundle } from '../readers/bundle/read-bundle'
import { talkFacts } from './talk-facts'
import { addPicture, isUnusable } from './talk-pictures'

/**
 * Takes a bundle into the library: what is new, and beside ours what differs; one deed of the undo history. Its files go in first, by their content, and
 * stay when the rest fails.
 * @throws LecternError those of {@link openBundle}, `disk-full`, what `watch` throws; no record is in the library then
 */
export async function mergeBundle(library: Library, file: string, watch: Watch = unwatched): Promise<MergeReport> {
  const handle = await open(file, 'r')
  try {
    const bundle = await openBundle(handle)
    const sources: (IncomingSource & { paragraphs: SourceParagraph[] })[] = []
    const materials: MaterialRecord[] = []
    const talks: IncomingTalk[] = []
    const collections: CollectionRecord[] = []
    const searches: SavedSearchRecord[] = []
    const formats: FormatRecord[] = []
    const audiences: AudienceRecord[] = []
    const designs: DesignRecord[] = []
    const schools: SchoolRecord[] = []
    const pins: CasePinRecord[] = []
    let assets = 0
    let identical = 0
    // Each record is read, and then taken in.
    const records = recordsIn(bundle)
    let read = 0
    for await (const line of readRecords(bundle)) {
      watch(Math.min(read++, records), 2 * records)
      switch (line.type) {
        case 'asset':
          if (await keepAsset(library, bundle, line)) assets++
          break
        case 'source':
          sources.push({ record: line, paragraphs: [] })
          break
        case 'paragraphs':
          if (sources.at(-1)?.record.id === line.source) sources.at(-1)?.paragraphs.push(...line.paragraphs)
          break
        case 'material':
          // What is there already, word for word, need not be kept in memory until the end.
          if (library.merging.standingOf(line) === 'identical') identical++
          else materials.push(line)
          break
        case 'talk':
          talks.push({ record: line, derived: talkFacts(line.markdown) })
          break
        case 'collection':
          collections.push(line)
          break
        case 'saved-search':
          searches.push(line)
          break
        case 'format':
          formats.push(line)
          break
        case 'audience':
          audiences.push(line)
          break
        case 'design':
          designs.push(line)
          break
        case 'case-pin':
          pins.push(line)
          break
        case 'school':
          schools.push(line)
          break
      }
    }
    const merged = library.merging.merge({ sources, materials, talks, collections, searches, formats, audiences, designs, schools, pins }, partOf(watch, records, 2 * records, records))
    return { ...merged, identical: merged.identical + identical, assets }
  } finally {
    await handle.close()
  }
}

/** @returns whether its bytes came in with this bundle */
async function keepAsset(library: Library, bundle: OpenBundle, asset: AssetRecord): Promise<boolean> {
  if (library.assets.has(asset.hash)) return false
  const bytes = await readAsset(bundle, assetEntry(asset), asset.hash)
  if (bytes === null) {
    library.assets.expect(asset.hash, asset.extension, asset.bytes)
    return false
  }
  if (!isShown(library, bytes)) library.assets.put(bytes, asset.extension)
  return true
}

/** What a picture, a film or a sound is says its own header, never the bundle. @returns whether it is one, and kept */
function isShown(library: Library, bytes: Uint8Array): boolean {
  try {
    addPicture(library, bytes)
    return true
  } catch (error) {
    if (isUnusable(error)) return false
    throw error
  }
}

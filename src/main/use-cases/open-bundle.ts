import { open } from 'node:fs/promises'
import { MOST_LISTED, type BundleContents, type BundleRecord, type RecordStanding } from '../../shared/contract/leaving'
import { titleOf } from '../../shared/model/bundle'
import { assetEntry } from '../library/backup/asset-entries'
import type { Library } from '../library/library'
import { unwatched, type Watch } from '../library/watch'
import { openBundle, readAsset, readRecords, recordsIn } from '../readers/bundle/read-bundle'

const counted = { asset: 'assets', source: 'sources', material: 'materials', talk: 'talks', collection: 'collections', 'saved-search': 'searches', format: 'formats', audience: 'audiences', design: 'designs', 'case-pin': 'pins', school: 'schools' } as const

const interest: Readonly<Record<RecordStanding, number>> = { newer: 0, older: 1, new: 2, identical: 3 }

/**
 * Reads a bundle to its last byte and says how each of its records stands to the library. Changes nothing.
 * @param file on the disk
 * @throws LecternError `not-a-bundle`, `a-backup`, `bundle-newer`, `bundle-damaged`, `too-large`
 */
export async function compareBundle(library: Library, file: string, watch: Watch = unwatched): Promise<Omit<BundleContents, 'bundleId'>> {
  const handle = await open(file, 'r')
  try {
    const bundle = await openBundle(handle)
    const counts = { sources: 0, materials: 0, talks: 0, assets: 0, collections: 0, searches: 0, formats: 0, audiences: 0, designs: 0, schools: 0, pins: 0 }
    const standing = { new: 0, identical: 0, newer: 0, older: 0 }
    const records: BundleRecord[] = []
    const pins = { new: 0, identical: 0, differing: 0 }
    const all = recordsIn(bundle)
    let read = 0
    for await (const line of readRecords(bundle)) {
      watch(Math.min(read++, all), all)
      if (line.type === 'paragraphs') continue
      counts[counted[line.type]]++
      if (line.type === 'asset') {
        // Read for its check alone: a bundle that opens is one that can be merged.
        await readAsset(bundle, assetEntry(line), line.hash)
        continue
      }
      if (line.type === 'case-pin') {
        pins[library.localCases.standingOf(line)]++
        continue
      }
      const record = { type: line.type, id: line.id, title: titleOf(line), standing: library.merging.standingOf(line) }
      standing[record.standing]++
      records.push(record)
    }
    return { ours: bundle.libraryId === library.id, counts, standing, pins, records: records.toSorted((a, b) => interest[a.standing] - interest[b.standing]).slice(0, MOST_LISTED) }
  } finally {
    await handle.close()
  }
}

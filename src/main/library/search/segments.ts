import { crc32 } from 'node:zlib'
import { SpentBytes } from '../../spent-bytes'
import type { Sql } from '../sql'
import { CODES } from './grams'
import { ByteWriter, isBestDense, readVarint, spreadOut, type PostingList } from './posting-list'

/** Bytes after which a block is closed; a longer list has a block to itself. */
const BLOCK = 1008
/**
 * A page of SQLite's takes so many bytes of blocks, and a block so many more beside its own (sqlite.org/fileformat2.html, "B-tree Pages": pointer, length,
 * key of up to nine bytes, the record's header). Blocks that end where the page does leave nothing of it empty.
 */
const PAGE = 4096 - 8
const BESIDE = 2 + 2 + 9 + 4
/** Of an entry beside its list: code, count and length. */
const ENTRY = 8
/** In the place of the count: a dense list follows. */
const DENSE = 0
/** Keys are segment × 2⁴¹ + code and have to stay exact in a double. */
const MOST_SEGMENTS = 2 ** 12

/** Texts in their places, 0 ≤ place < size, with their posting lists: written once, read, merged with others, removed; never changed. */
export type Segment = {
  readonly id: number
  readonly size: number
  /** How often merging has made it larger. */
  readonly level: number
}

export type SegmentRow = Segment & { /** Of every place the material's number (int32) and the length of its text (uint32). */ readonly nos: Uint8Array; readonly lengths: Uint8Array; readonly checksum: number }

type Block = { readonly key: number; readonly entries: Uint8Array }

/** Hot statements; their query plans are asserted in tests. */
export const segmentStatements = {
  block: 'SELECT key, entries FROM search_blocks WHERE key >= :base AND key <= :key ORDER BY key DESC LIMIT 1',
  blocks: 'SELECT key, entries FROM search_blocks WHERE key >= :from AND key < :before ORDER BY key LIMIT 64',
  all: 'SELECT id, size, level, nos, lengths, checksum FROM search_segments ORDER BY id',
} as const

/** Bytes of merged blocks that may lie about. */
const MOST_MERGED = 2 * 1024 * 1024

type Lists = Iterable<readonly [code: number, list: PostingList]>

/**
 * Segments in the database: `search_segments` has a row for each, `search_blocks` their lists, many short ones to a block.
 * A block is a run of entries in the order of their codes: varint of the distance to the code before, of the count, of the bytes; then the list. A count of 0,
 * which no list has, announces a dense one: its count follows.
 */
export class SegmentStore {
  /** Of the check of whole segments, whose blocks are let go of one after the other. */
  readonly #spent = new SpentBytes('major')
  /** Of merging, which turns every block over a few times in all: clearing up more often costs little there. */
  readonly #merged = new SpentBytes('major', undefined, MOST_MERGED)

  constructor(readonly sql: Sql) {}

  all(): SegmentRow[] {
    return this.sql.all<SegmentRow>(segmentStatements.all)
  }

  /** The list of a gram in a segment; null when no text there has it. */
  list(segment: Segment, code: number): PostingList | null {
    const base = segment.id * CODES
    const block = this.sql.one<Block>(segmentStatements.block, { base, key: base + code })
    if (!block) return null
    for (const [found, list] of entriesOf(block, base)) {
      if (found === code) return list
      if (found > code) break
    }
    return null
  }

  /** Every list of a segment, in the order of the grams. */
  *lists({ id }: Segment): Generator<readonly [code: number, list: PostingList]> {
    const base = id * CODES
    for (let from = base; ; ) {
      // In portions: SQLite forbids writing while a statement of the same connection is still reading.
      const blocks = this.sql.all<Block>(segmentStatements.blocks, { from, before: base + CODES })
      for (const block of blocks) {
        yield* entriesOf(block, base)
        this.#merged.add(block.entries.byteLength)
      }
      const last = blocks.at(-1)
      if (!last) return
      from = last.key + 1
    }
  }

  /** @param lists in the order of their grams */
  write(level: number, nos: Int32Array, lengths: Uint32Array, lists: Lists): Segment {
    const id = this.#freeId()
    const checksum = this.#writeBlocks(id * CODES, densest(lists, nos.length))
    this.sql.run('INSERT INTO search_segments (id, size, level, nos, lengths, checksum) VALUES (:id, :size, :level, :nos, :lengths, :checksum)', {
      id,
      size: nos.length,
      level,
      nos: bytesOf(nos),
      lengths: bytesOf(lengths),
      checksum,
    })
    return { id, size: nos.length, level }
  }

  remove({ id }: Segment): void {
    this.sql.run('DELETE FROM search_blocks WHERE key >= :from AND key < :before', { from: id * CODES, before: (id + 1) * CODES })
    this.sql.run('DELETE FROM search_tombstones WHERE segment = :id', { id })
    this.sql.run('DELETE FROM search_segments WHERE id = :id', { id })
  }

  /** Writes a segment anew, every list in the form that is best for it; within a transaction. */
  rewrite(old: SegmentRow): void {
    const segment = this.write(old.level, ...numbersOf(old), this.lists(old))
    this.sql.run('UPDATE search_tombstones SET segment = :to WHERE segment = :from', { from: old.id, to: segment.id })
    this.remove(old)
  }

  /** Are a segment's blocks, byte for byte, what was written? */
  isSound({ id, checksum }: SegmentRow): boolean {
    let found = 0
    for (const { entries } of this.sql.each<Block>('SELECT key, entries FROM search_blocks WHERE key >= :from AND key < :before ORDER BY key', { from: id * CODES, before: (id + 1) * CODES })) {
      found = crc32(entries, found)
      this.#spent.add(entries.byteLength)
    }
    return found === checksum
  }

  /** After all others as long as there are such, because SQLite fills pages to the brim only at the end of a table. */
  #freeId(): number {
    const taken = new Set(this.sql.column<number>('SELECT id FROM search_segments'))
    const next = Math.max(-1, ...taken) + 1
    if (next < MOST_SEGMENTS) return next
    const id = Array.from({ length: MOST_SEGMENTS }, (_, id) => id).find((id) => !taken.has(id))
    if (id === undefined) throw new Error(`More than ${MOST_SEGMENTS} segments`)
    return id
  }

  #writeBlocks(base: number, lists: Lists): number {
    const block = new ByteWriter()
    let first = -1
    let before = 0
    let checksum = 0
    let room = PAGE
    const close = () => {
      if (first < 0) return
      const entries = block.bytes.subarray(0, block.length)
      checksum = crc32(entries, checksum)
      this.sql.run('INSERT INTO search_blocks (key, entries) VALUES (:key, :entries)', { key: base + first, entries })
      const taken = Math.min(block.length + BESIDE, PAGE)
      // What does not fit goes to a page of its own, where the next ones follow it.
      room = taken > room ? PAGE - taken : room - taken
      block.clear()
      first = -1
    }
    for (const [code, { bytes, from, to, count, isDense }] of lists) {
      // The last block of a page may be longer, so that none is left that is too short for a block.
      const most = room - BESIDE < BLOCK * 1.5 ? room - BESIDE : BLOCK
      if (block.length > 0 && block.length + to - from + ENTRY > most) close()
      if (first < 0) first = before = code
      block.varint(code - before)
      if (isDense) block.varint(DENSE)
      block.varint(count)
      block.varint(to - from)
      block.append(bytes, from, to)
      before = code
    }
    close()
    return checksum
  }
}

/** The same lists, those of common grams as dense ones. @param size places of the segment */
function* densest(lists: Lists, size: number): Lists {
  const weights = new Uint8Array(size)
  for (const [code, list] of lists) {
    if (!isBestDense(list, size)) yield [code, list]
    else {
      spreadOut(list, weights.fill(0))
      yield [code, { bytes: weights, from: 0, to: size, count: list.count, isDense: true }]
    }
  }
}

/** The numbers and lengths of a row: copies, because a blob need not start where a number may. */
export const numbersOf = ({ nos, lengths }: SegmentRow): [nos: Int32Array, lengths: Uint32Array] => [new Int32Array(Uint8Array.from(nos).buffer), new Uint32Array(Uint8Array.from(lengths).buffer)]

const bytesOf = (array: Int32Array | Uint32Array): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

function* entriesOf({ key, entries }: Block, base: number): Generator<readonly [code: number, list: PostingList]> {
  const position = { at: 0 }
  for (let code = key - base; position.at < entries.length; ) {
    code += readVarint(entries, position)
    const announced = readVarint(entries, position)
    const isDense = announced === DENSE
    const count = isDense ? readVarint(entries, position) : announced
    const bytes = readVarint(entries, position)
    yield [code, { bytes: entries, from: position.at, to: position.at + bytes, count, isDense }]
    position.at += bytes
  }
}

/** The indirect objects of a PDF with a plain cross-reference table (ISO 32000-2 §7.5.4), as Chromium writes it. */
export type PdfObjects = {
  /** Everything before the first object. */
  readonly head: Buffer
  /** By number, from 1: `3 0 obj … endobj` with the white space that follows. */
  readonly objects: readonly Buffer[]
  /** From `trailer` to before `startxref`. */
  readonly trailer: string
}

const ENTRY = 20

/** @returns null for a file that is put together in another way */
export function readPdfObjects(pdf: Uint8Array): PdfObjects | null {
  const bytes = Buffer.from(pdf)
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes.subarray(-64).toString('latin1'))?.[1] ?? NaN)
  const table = Number.isNaN(start) ? '' : bytes.subarray(start).toString('latin1')
  const [heading, count] = /^xref\n0 (\d+)\n/.exec(table) ?? []
  if (heading === undefined) return null
  const entries = Array.from({ length: Number(count) }, (_, number) => table.slice(heading.length + number * ENTRY, heading.length + (number + 1) * ENTRY))
  const offsets = entries.slice(1).map((entry) => Number(/^(\d{10}) 00000 n/.exec(entry)?.[1] ?? NaN))
  const trailer = table.slice(heading.length + entries.length * ENTRY, table.lastIndexOf('startxref'))
  if (offsets.some(Number.isNaN) || !trailer.startsWith('trailer') || /\/Prev\b/.test(trailer)) return null
  const ends = [...offsets, start].toSorted((a, b) => a - b)
  const objects = offsets.map((offset) => bytes.subarray(offset, ends[ends.indexOf(offset) + 1]))
  if (!objects.every((object, index) => object.subarray(0, 20).toString('latin1').startsWith(`${index + 1} 0 obj`))) return null
  return { head: bytes.subarray(0, ends[0]), objects, trailer }
}

/** The file of these objects, in the order of their numbers, with a table of its own. */
export function writePdfObjects({ head, objects, trailer }: PdfObjects): Uint8Array {
  let at = head.byteLength
  const entries = objects.map((object) => {
    const entry = `${String(at).padStart(10, '0')} 00000 n \n`
    at += object.byteLength
    return entry
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}${trailer}startxref\n${at}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([head, ...objects, Buffer.from(table, 'latin1')]))
}

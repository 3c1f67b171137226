import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ArchiveCopies } from '../../../src/main/zip/archive-copies'
import { entry, writeZip, type ZipEntry } from '../../../src/main/zip/write-zip'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Entries that archives have in common are the same objects, as those of copies are. */
const pool: readonly ZipEntry[] = ['[Content_Types].xml', 'a.xml', 'b/photo.png', 'c.xml', 'd.xml'].flatMap((name) => ['', 'short', 'long '.repeat(400)].map((content) => entry(name, `${name} ${content}`)))
const anArchive = fc.subarray([...pool]).map((some) => [...new Map(some.map((one) => [one.name, one])).values()])

it('writes one archive after another as each alone is written, and knows its hash', () => {
  fc.assert(
    fc.property(fc.array(anArchive, { minLength: 2, maxLength: 8 }), (archives) => {
      const copies = new ArchiveCopies()
      for (const entries of archives) {
        const [copy, alone] = [copies.write(entries), writeZip(entries)]
        expect(Buffer.compare(copy.bytes, alone)).toBe(0)
        expect(copy.sha256).toBe(sha256(alone))
        const blocks = Buffer.alloc(Math.ceil(alone.length / 4096) * 4096)
        blocks.set(alone)
        expect(Buffer.compare(copy.blocks ?? Buffer.of(), blocks)).toBe(0)
      }
    }),
  )
})

it('goes on soundly after an archive that cannot be written', () => {
  const copies = new ArchiveCopies()
  const [one, two] = [entry('a', '1'), entry('b', '2')]
  copies.write([one, two])
  expect(() => copies.write([one, entry('a', '3')])).toThrow(RangeError)
  expect(Buffer.compare(copies.write([two]).bytes, writeZip([two]))).toBe(0)
  expect(Buffer.compare(copies.write([one, two]).bytes, writeZip([one, two]))).toBe(0)
})

import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { readZip } from '../../../src/main/zip/read-zip'
import { entry, writeZip } from '../../../src/main/zip/write-zip'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const long = 'Lectern 讲台 '.repeat(1000)

it('writes what a reader gets back, names in UTF-8', () => {
  const archive = readZip(writeZip([entry('word/文档.xml', long), entry('empty.txt', ''), entry('media/a.png', bytes(long))]))
  expect(archive.names.map((name) => [name, new TextDecoder().decode(archive.read(name))])).toEqual([['empty.txt', ''], ['media/a.png', long], ['word/文档.xml', long]])
})

it('puts the content types first, the package relationships second and pictures third, whatever the order given', () => {
  const names = ['ppt/slide10.xml', 'ppt/media/logo2.png', 'ppt/slide2.xml', 'ppt/media/image1.png', '_rels/.rels', '[Content_Types].xml', 'a.xml']
  const expected = ['[Content_Types].xml', '_rels/.rels', 'ppt/media/image1.png', 'ppt/media/logo2.png', 'a.xml', 'ppt/slide10.xml', 'ppt/slide2.xml']
  expect(readZip(writeZip(names.map((name) => entry(name, name)))).names).toEqual(expected)
})

it('stores pictures and workbooks and deflates the rest', () => {
  const sizes = ['a.png', 'a.JPEG', 'a.xlsx', 'a.xml', 'a.rels'].map((name) => [name, entry(name, long).data.length === bytes(long).length])
  expect(Object.fromEntries(sizes)).toEqual({ 'a.png': true, 'a.JPEG': true, 'a.xlsx': true, 'a.xml': false, 'a.rels': false })
})

it('keeps an entry usable in many archives', () => {
  const shared = entry('shared.xml', long)
  const [one, two] = ['a', 'b'].map((own) => readZip(writeZip([shared, entry('own.txt', own)])))
  expect(shared.crc32).toBe(crc32(bytes(long)))
  expect(one!.read('shared.xml')).toEqual(two!.read('shared.xml'))
})

it('carries the date 1980-01-01 and no clock', () => {
  const zip = Buffer.from(writeZip([entry('a', 'a')]))
  expect([zip.readUInt16LE(10), zip.readUInt16LE(12)]).toEqual([0, 0x0021])
})

it('refuses a name given twice', () => {
  expect(() => writeZip([entry('a', '1'), entry('a', '2')])).toThrow(RangeError)
})

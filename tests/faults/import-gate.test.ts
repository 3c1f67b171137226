/** Hostile documents: each is refused by the gate or read safely; none hangs, eats memory or reaches outside its own bytes. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/main/readers/read-document'
import { importLimits, readZip } from '../../src/main/zip/read-zip'
import { docx, docxEntries, footnotesPart, h, numberingPart, p, paragraphOf, run, table, textBox } from '../fixtures/documents/docx'
import { writeAnyZip, type ZipEntry } from '../fixtures/documents/zip'

const refusal = (bytes: Uint8Array) => readDocument('a.docx', bytes).then(() => 'read', (error: { code?: string }) => error.code)
const good = Object.entries(docxEntries(p('正文'))).map(([name, content]): ZipEntry => ({ name, content }))
const withEntries = (...entries: ZipEntry[]) => writeAnyZip([...good, ...entries])
const MB = 1024 * 1024

describe('archives', () => {
  it('passes an ordinary one', async () => {
    expect(await refusal(withEntries({ name: 'word/media/a.png', content: 'x', deflate: true }))).toBe('read')
  })

  it.each<[string, ZipEntry, string]>([
    ['a bomb of zeros', { name: 'word/media/a.bin', content: new Uint8Array(30 * MB), deflate: true }, 'too-large'],
    ['an XML part beyond its limit', { name: 'word/big.xml', content: new Uint8Array(65 * MB) }, 'too-large'],
    ['a size that lies', { name: 'a.bin', content: new Uint8Array(5000), deflate: true, statedSize: 10 }, 'damaged-file'],
    ['a checksum that lies', { name: 'a.bin', content: 'abc', crc: 1 }, 'damaged-file'],
    ['a name that climbs out', { name: '../../evil.txt', content: 'x' }, 'damaged-file'],
    ['a name that climbs out the Windows way', { name: 'word\\..\\..\\evil.txt', content: 'x' }, 'damaged-file'],
    ['an absolute name', { name: '/etc/passwd', content: 'x' }, 'damaged-file'],
    ['a drive', { name: 'C:\\evil.txt', content: 'x' }, 'damaged-file'],
    ['a name with a NUL', { name: 'a\0.xml', content: 'x' }, 'damaged-file'],
    ['a Windows device', { name: 'word/aux.xml', content: 'x' }, 'damaged-file'],
    ['a second entry of one name', { name: 'WORD/Document.xml', content: 'x' }, 'damaged-file'],
    ['a symbolic link', { name: 'link', content: '/etc/passwd', mode: 0o120777 }, 'damaged-file'],
    ['entries that share their bytes', { name: 'copy.xml', content: docxEntries(p('正文'))['[Content_Types].xml'] ?? '', sharesDataOf: 0 }, 'damaged-file'],
  ])('refuses %s', async (_, entry, code) => {
    expect(await refusal(withEntries(entry))).toBe(code)
  })

  it('refuses more entries than a document has', async () => {
    expect(await refusal(withEntries(...Array.from({ length: importLimits.entries }, (_, at) => ({ name: `e${at}`, content: '' }))))).toBe('too-large')
  })

  it('counts all entries together', () => {
    const entries = Array.from({ length: 5 }, (_, at): ZipEntry => ({ name: `a${at}`, content: new Uint8Array(100) }))
    expect(() => readZip(writeAnyZip(entries), { ...importLimits, total: 499 })).toThrow(expect.objectContaining({ fault: 'too-large' }))
    expect(readZip(writeAnyZip(entries), { ...importLimits, total: 500 }).names).toHaveLength(5)
  })

  it('refuses a document cut off at any place, without any other error', async () => {
    const whole = withEntries({ name: 'word/media/a.bin', content: 'abcdefgh'.repeat(50), deflate: true })
    for (let length = 1; length < whole.byteLength; length += 37) expect(['damaged-file', 'not-a-document']).toContain(await refusal(whole.subarray(0, length)))
  })

  it('reads or refuses a document with any one byte changed, without any other error', async () => {
    const whole = withEntries({ name: 'word/media/a.bin', content: 'abcdefgh'.repeat(50), deflate: true })
    for (let at = 0; at < whole.byteLength; at += 11) {
      const changed = whole.slice()
      changed[at] = (changed[at] ?? 0) ^ 0xff
      expect(['read', 'damaged-file', 'not-a-document', 'unsupported-format', 'empty-file', 'too-large']).toContain(await refusal(changed))
    }
  })
})

/** A main part with something in front of its root. */
const document = (declaration: string, text: string) => docx('', { document: `<?xml version="1.0"?>${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>` })

describe('XML', () => {
  it('never expands entities', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "哈">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>`
    expect(await refusal(document(laughs, '&a19;'))).toBe('damaged-file')
  })

  it('never fetches an external entity', async () => {
    expect(await refusal(document('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&e;'))).toBe('damaged-file')
  })

  it('refuses elements nested without end', async () => {
    expect(await refusal(docx('<w:sdt>'.repeat(50_000) + p('正文') + '</w:sdt>'.repeat(50_000)))).toBe('damaged-file')
  })

  it('reads past 700,000 empty paragraphs', async () => {
    const { paragraphs } = await readDocument('a.docx', docx('<w:p/>'.repeat(700_000) + p('正文')))
    expect(paragraphs.map(({ text }) => text)).toEqual(['正文'])
  })

  it('refuses more paragraphs than any book has', async () => {
    expect(await refusal(docx(`<w:p>${run('字')}</w:p>`.repeat(120_000)))).toBe('too-large')
  })

  it('believes no number of columns', async () => {
    const cell = `<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${p('格')}</w:tc>`
    const { paragraphs } = await readDocument('a.docx', docx(`<w:tbl><w:tr>${cell}${cell}</w:tr><w:tr>${cell}${cell}</w:tr></w:tbl>`))
    expect(paragraphs[0]?.text.length).toBeLessThan(2000)
  })
})

describe('parts that are not what they should be', () => {
  const body = h(1, '甲') + p('一、乙', { numbering: [1, 0] }) + textBox(p('框')) + table(['年', '数'], ['1', '2']) + paragraphOf(`${run('正文')}<w:r><w:footnoteReference w:id="1"/></w:r>`)
  const whole = docxEntries(body, { numbering: numberingPart(['chineseCounting', '%1、']), footnotes: footnotesPart('注') })
  const names = Object.keys(whole)

  it('never make the reader fail in any other way: pieces cut out, doubled and exchanged at random', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.nat(400), fc.nat(), fc.constantFrom('cut', 'double', 'swap'), async (name, start, length, other, deed) => {
        const text = String(whole[name])
        const from = start % text.length
        const piece = text.slice(from, from + length)
        const at = other % text.length
        const changed = { cut: text.slice(0, from) + text.slice(from + length), double: text.slice(0, at) + piece + text.slice(at), swap: text.slice(0, from) + text.slice(from + length) + piece }[deed]
        const entries = Object.entries({ ...whole, [name]: changed }).map(([entry, content]): ZipEntry => ({ name: entry, content }))
        expect(['read', 'damaged-file', 'not-a-document', 'unsupported-format', 'empty-file']).toContain(await refusal(writeAnyZip(entries)))
      }),
      { numRuns: 400 },
    )
  })

  it('never make the reader fail in any other way: elements moved about, well-formed', async () => {
    const pieces = [p('甲', { numbering: [1, 8] }), '<w:tbl/>', '<w:tbl><w:tr/></w:tbl>', '<w:p><w:pPr><w:numPr/></w:pPr></w:p>', textBox(textBox(p('内'))), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>', '<mc:AlternateContent/>', '<w:sdt/>', '<w:altChunk/>', table(['a', 'b'], [table(['c', 'd'], ['e', 'f']), 'g']), p('', { style: 'None' }), p('甲', { numbering: [2, 0], outline: 9 }), '<w:p><w:r><w:br w:type="page"/><w:t>页</w:t></w:r></w:p>']
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), async (chosen) => {
        expect(['read', 'empty-file']).toContain(await refusal(docx(chosen.join(''), { numbering: numberingPart(['none', '%1'], ['decimal', '%9%2']) })))
      }),
      { numRuns: 300 },
    )
  })
})

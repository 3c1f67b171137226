import { describe, expect, it } from 'vitest'
import { readTable } from '../../../../src/main/readers/table/read-table'
import { writeWorkbook } from '../../../../src/main/writers/xlsx/write-workbook'
import { entry, writeZip } from '../../../../src/main/zip/write-zip'

const utf8 = (text: string) => new TextEncoder().encode(text)
const cellsOf = (bytes: Uint8Array) => readTable(bytes).map(({ line, cells }) => [line, ...cells])

/** 学校,区 / 示例,东 in GB18030. */
const gb18030 = Uint8Array.of(0xd1, 0xa7, 0xd0, 0xa3, 0x2c, 0xc7, 0xf8, 0x0d, 0x0a, 0xca, 0xbe, 0xc0, 0xfd, 0x2c, 0xb6, 0xab, 0x0d, 0x0a)

describe('a table of separated values', () => {
  it.each([
    ['UTF-8', utf8('学校,区\n示例,东\n')],
    ['UTF-8 with a byte order mark', utf8('\uFEFF学校,区\n示例,东\n')],
    ['line ends of Windows', utf8('学校,区\r\n示例,东\r\n')],
    ['no line end at the end', utf8('学校,区\n示例,东')],
    ['GB18030', gb18030],
    ['UTF-16 and tabs, as Excel writes "Unicode text"', Buffer.from('\uFEFF学校\t区\r\n示例\t东\r\n', 'utf16le')],
    ['semicolons', utf8('学校;区\n示例;东\n')],
    ['full-width commas', utf8('学校，区\n示例，东\n')],
    ['quotes', utf8('"学校","区"\n"示例","东"\n')],
  ])('is read from %s', (_form, bytes) => {
    expect(cellsOf(bytes)).toEqual([
      [1, '学校', '区'],
      [2, '示例', '东'],
    ])
  })

  it('begins behind Excel’s own line for the separator, and counts it', () => {
    expect(cellsOf(utf8('sep=;\r\na;b\r\n1,5;2\r\n'))).toEqual([
      [2, 'a', 'b'],
      [3, '1,5', '2'],
    ])
  })

  it('names rows by their first line, over cells of several lines and empty lines', () => {
    expect(cellsOf(utf8('a,b\n"x\ny",1\n\n,,\nq,"say ""hi"""\n'))).toEqual([
      [1, 'a', 'b'],
      [2, 'x\ny', '1'],
      [6, 'q', 'say "hi"'],
    ])
  })

  it('keeps leading zeros, rows of different lengths, and quotes within a cell', () => {
    expect(cellsOf(utf8('a,b\n007\n1,2,3,,\nthe "best" one,2\n'))).toEqual([
      [1, 'a', 'b'],
      [2, '007'],
      [3, '1', '2', '3', '', ''],
      [4, 'the "best" one', '2'],
    ])
  })

  it('says from where on a quotation mark is not closed', () => {
    expect(() => readTable(utf8('a,b\n1,2\n"x,1\n2,3\n'))).toThrow(expect.objectContaining({ code: 'table-unclosed-quote', localized: expect.objectContaining({ 'zh-CN': expect.stringContaining('第 3 行') }) }))
  })

  it('refuses what is no table, each for its reason', () => {
    expect(() => readTable(new Uint8Array())).toThrow(expect.objectContaining({ code: 'empty-file' }))
    expect(() => readTable(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)))).toThrow(expect.objectContaining({ code: 'legacy-format' }))
    expect(() => readTable(utf8('%PDF-1.7\n'))).toThrow(expect.objectContaining({ code: 'not-a-table' }))
    expect(() => readTable(writeZip([entry('word/document.xml', '<a/>')]))).toThrow(expect.objectContaining({ code: 'not-a-table' }))
  })
})

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const workbook = (sheet: string, strings = '') =>
  writeZip([
    entry('_rels/.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
    entry('xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="藏" sheetId="1" state="hidden" r:id="h"/><sheet name="学校" sheetId="2" r:id="s"/></sheets></workbook>`),
    entry(
      'xl/_rels/workbook.xml.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://x/worksheet" Target="worksheets/two.xml"/><Relationship Id="h" Type="http://x/worksheet" Target="worksheets/one.xml"/><Relationship Id="t" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    ),
    entry('xl/worksheets/one.xml', `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`),
    entry('xl/worksheets/two.xml', `<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`),
    entry('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings}</sst>`),
  ])

describe('a workbook', () => {
  it('is read from the first sheet that is shown, gaps and all', () => {
    expect(cellsOf(workbook('<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><t>内</t></is></c></row><row r="5"><c t="str"><f>A2</f><v>算出的</v></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c></row>', '<si><t>零</t></si><si><r><t>学</t></r><r><t>校</t></r><rPh><t>xx</t></rPh></si>'))).toEqual([
      [2, '学校', '', '内'],
      [5, '算出的', '', '1'],
    ])
  })

  it('gives numbers without their format, telephone numbers whole', () => {
    expect(cellsOf(workbook('<row><c><v>1.38001380000E10</v></c><c><v>1122</v></c><c><v>0.5</v></c></row>'))).toEqual([[1, '13800138000', '1122', '0.5']])
  })

  it('reads back what is written', () => {
    const rows = [
      ['学校名称', '主色'],
      ['示例“小学”', '#1C5FB8'],
      ['_x0041_', ' 两端有空格 '],
    ]
    expect(readTable(writeWorkbook([{ name: '学校', rows, widths: [20, 10], headings: true }])).map(({ cells }) => cells)).toEqual(rows)
  })
})

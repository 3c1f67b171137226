import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/main/readers/read-document'
import { commentsPart, docx, footnotesPart, h, numberingPart, p, paragraphOf, run, table, textBox, type DocxParts } from '../../fixtures/documents/docx'

const read = (body: string, parts: DocxParts = {}) => readDocument('示例.docx', docx(body, parts))
const texts = async (body: string, parts: DocxParts = {}) => (await read(body, parts)).paragraphs.map(({ text }) => text)
const codes = async (body: string, parts: DocxParts = {}) => (await read(body, parts)).warnings.map(({ code }) => code)
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`

describe('styles and levels', () => {
  it('reads headings by name, by inheritance and by outline level', async () => {
    const { outline } = await read(h(1, '甲') + p('正文') + p('乙', { style: 'Sub' }) + p('正文') + p('丙', { outline: 2 }) + p('正文'))
    expect(outline.map(({ level, title }) => [level, title])).toEqual([
      [1, '甲'],
      [2, '乙'],
      [3, '丙'],
    ])
  })

  it('survives styles that inherit from each other in a circle', async () => {
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style></w:styles>`
    expect(await texts(p('正文', { style: 'A' }), { styles })).toEqual(['正文'])
  })

  it('takes the Title style for the title and not for a heading', async () => {
    const { title, outline } = await read(p('资源进课堂', { style: 'Title' }) + h(1, '甲') + p('正文'))
    expect({ title, outline: outline.length }).toEqual({ title: '资源进课堂', outline: 1 })
  })

  it('reads a contents list by style and by field, and imports neither', async () => {
    const toc = p('甲\t1', { style: 'TOC1' }) + paragraphOf(field('begin') + instruction(' TOC \\o "1-3" ') + field('separate') + run('乙 2')) + paragraphOf(run('丙 3') + field('end'))
    const { paragraphs, outline } = await read(toc + h(1, '甲') + p('正文'))
    expect(paragraphs.map(({ kind }) => kind)).toEqual(['toc', 'toc', 'toc', 'heading', 'body'])
    expect(outline.map(({ title }) => title)).toEqual(['甲'])
  })
})

describe('generated numbers', () => {
  const official = numberingPart(['chineseCountingThousand', '%1、'], ['chineseCounting', '（%2）'], ['decimal', '%3．'])

  it('computes 一、（一）1． and starts lower levels anew', async () => {
    const levels = [0, 1, 2, 2, 1, 0, 1]
    const { paragraphs } = await read(levels.map((level, at) => p(`项${at}`, { numbering: [1, level] })).join(''), { numbering: official })
    expect(paragraphs.map(({ number }) => number)).toEqual(['一、', '（一）', '1．', '2．', '（二）', '二、', '（一）'])
  })

  it('makes headings of them without any heading style', async () => {
    const body = p('甲', { numbering: [1, 0] }) + p('正文。') + p('乙', { numbering: [1, 1] }) + p('正文。') + p('丙', { numbering: [1, 1] }) + p('正文。') + p('丁', { numbering: [1, 0] }) + p('正文。')
    expect((await read(body, { numbering: official })).outline.map(({ level, number, title }) => `${level} ${number}${title}`)).toEqual(['1 一、甲', '2 （一）乙', '2 （二）丙', '1 二、丁'])
  })

  it('goes on counting in another instance unless that states a start', async () => {
    const body = p('a', { numbering: [1, 0] }) + p('b', { numbering: [1, 0] }) + p('c', { numbering: [2, 0] }) + p('d', { numbering: [2, 0] }) + p('e', { numbering: [1, 0] })
    const numbers = (await read(body, { numbering: numberingPart(['decimal', '%1.']) })).paragraphs.map(({ number }) => number)
    expect(numbers).toEqual(['1.', '2.', '1.', '2.', '3.'])
  })

  it.each([
    ['decimalFullWidth', '３'],
    ['decimalEnclosedCircle', '③'],
    ['ideographTraditional', '丙'],
    ['ideographLegalTraditional', '叁'],
    ['upperRoman', 'III'],
    ['lowerLetter', 'c'],
    ['decimalZero', '03'],
    ['bullet', '•'],
  ])('writes the third number of format %s as %s', async (format, third) => {
    const body = [1, 2, 3].map((at) => p(`项${at}`, { numbering: [1, 0] })).join('')
    expect((await read(body, { numbering: numberingPart([format, '%1']) })).paragraphs[2]?.number).toBe(third)
  })

  it('ignores numbering that the document does not define', async () => {
    expect((await read(p('甲', { numbering: [9, 4] }))).paragraphs[0]).toMatchObject({ number: '', text: '甲' })
  })
})

describe('text in reading order', () => {
  it('keeps tabs, breaks, hyphens, links, insertions and content controls; splits soft line breaks', async () => {
    const body = paragraphOf(`<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t></w:r><w:hyperlink>${run('戊')}</w:hyperlink><w:sdt><w:sdtContent>${run('己')}</w:sdtContent></w:sdt>`)
    expect(await texts(body)).toEqual(['甲\t乙', '丙-丁戊己'])
  })

  it('takes insertions, drops deletions and says so', async () => {
    const body = paragraphOf(`${run('保留')}<w:ins>${run('新增')}</w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:moveFrom>${run('移走')}</w:moveFrom>`)
    expect(await texts(body)).toEqual(['保留新增'])
    expect(await codes(body)).toEqual(['tracked-changes'])
  })

  it('reads a text box once, though it stands there twice', async () => {
    expect(await texts(p('前') + textBox(p('框内')) + p('后'))).toEqual(['前', '框内', '后'])
  })

  it('reads the result of a field and not its instruction', async () => {
    expect(await texts(paragraphOf(run('第') + field('begin') + instruction(' PAGE ') + field('separate') + run('5') + field('end') + run('页')))).toEqual(['第5页'])
  })

  it('loses nothing behind a field that never ends', async () => {
    expect(await texts(paragraphOf(run('前') + field('begin') + instruction(' IF ')) + p('后'))).toEqual(['前', '后'])
  })

  it('puts a footnote behind its paragraph', async () => {
    const { paragraphs } = await read(paragraphOf(`${run('正文')}<w:r><w:footnoteReference w:id="1"/></w:r>`) + p('下一段'), { footnotes: footnotesPart('注文') })
    expect(paragraphs.map(({ kind, number, text }) => [kind, number, text])).toEqual([
      ['body', '', '正文'],
      ['note', '[1]', '注文'],
      ['body', '', '下一段'],
    ])
  })

  it('leaves hidden text out and says so', async () => {
    const body = paragraphOf(`${run('可见')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>`)
    expect(await texts(body)).toEqual(['可见'])
    expect(await codes(body)).toEqual(['hidden-text-left-out'])
  })

  it('reads both of two bodies', async () => {
    const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('甲')}</w:body><w:body>${p('乙')}</w:body></w:document>`
    expect(await texts('', { document })).toEqual(['甲', '乙'])
  })

  it('reads a document in another prefix and the Strict namespace', async () => {
    const document = '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>'
    expect(await texts('', { document })).toEqual(['甲'])
  })

  it('joins a drop cap to the word it begins', async () => {
    expect(await texts(`<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>${run('春')}</w:p>${p('天来了。')}`)).toEqual(['春天来了。'])
  })
})

describe('tables', () => {
  it('become one GFM table, bars escaped, spans filled', async () => {
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('合并')}</w:tc>`
    const body = table(['年份', '学校|所'], ['2025', '30']).replace('</w:tbl>', `<w:tr>${wide}</w:tr></w:tbl>`)
    const { paragraphs, materials } = await read(body)
    expect(paragraphs[0]).toMatchObject({ kind: 'table', text: '| 年份 | 学校\\|所 |\n| --- | --- |\n| 2025 | 30 |\n| 合并 |  |' })
    expect(materials[0]).toMatchObject({ kind: 'data', body: paragraphs[0]?.text })
  })

  it('of one column are frames around running text', async () => {
    const { paragraphs, outline } = await read(table([h(1, '框中标题')], [p('框中正文')]))
    expect(paragraphs.map(({ text }) => text)).toEqual(['框中标题', '框中正文'])
    expect(outline).toHaveLength(1)
  })

  it('of many rows are continued with their header repeated', async () => {
    const { paragraphs } = await read(table(['号', '名'], ...Array.from({ length: 450 }, (_, at) => [String(at), '甲'])))
    expect(paragraphs).toHaveLength(3)
    expect(paragraphs.every(({ text }) => text.startsWith('| 号 | 名 |'))).toBe(true)
  })
})

describe('what is not imported', () => {
  it('is counted: comments, pictures, macros, links outside', async () => {
    const picture = '<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>'
    const warnings = (await read(p('正文') + picture, { comments: commentsPart('一', '二'), links: ['http://example.invalid/a'], extra: { 'word/vbaProject.bin': 'x' } })).warnings
    expect(warnings.map(({ code }) => code)).toEqual(['comments-left-out', 'macros-left-out', 'external-links', 'pictures-left-out'])
    expect(warnings[0]?.message['zh-CN']).toContain('2 条批注')
    expect(warnings[2]?.message.en).toContain('http://example.invalid/a')
  })

  it('a damaged part that is not the text costs only what it says', async () => {
    const { paragraphs, warnings } = await read(p('正文'), { numbering: '<broken' })
    expect(paragraphs.map(({ text }) => text)).toEqual(['正文'])
    expect(warnings.map(({ code }) => code)).toEqual(['part-unreadable'])
  })
})

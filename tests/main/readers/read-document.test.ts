import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/main/readers/read-document'
import { ReadDocument } from '../../../src/shared/model/document'
import { docx, p } from '../../fixtures/documents/docx'
import { emf } from '../../fixtures/documents/picture-kinds'
import { writeAnyZip } from '../../fixtures/documents/zip'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** 示例：数字资源 and 一、总体要求 in GB18030. */
const gb18030 = new Uint8Array([0xca, 0xbe, 0xc0, 0xfd, 0xa3, 0xba, 0xca, 0xfd, 0xd7, 0xd6, 0xd7, 0xca, 0xd4, 0xb4, 0x0a, 0xd2, 0xbb, 0xa1, 0xa2, 0xd7, 0xdc, 0xcc, 0xe5, 0xd2, 0xaa, 0xc7, 0xf3])
const texts = async (name: string, bytes: Uint8Array) => (await readDocument(name, bytes)).paragraphs.map(({ text }) => text)
const refusal = (name: string, bytes: Uint8Array) => readDocument(name, bytes).then(() => 'read', (error: { code?: string }) => error.code)
const ole = (...names: string[]) => {
  const bytes = new Uint8Array(512 + 128 * Math.max(1, names.length))
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [at, name] of names.entries()) {
    const entry = new DataView(bytes.buffer, 512 + 128 * at)
    Array.from(name).forEach((character, index) => entry.setUint16(index * 2, character.charCodeAt(0), true))
    entry.setUint16(64, (name.length + 1) * 2, true)
  }
  return bytes
}

describe('text files', () => {
  it.each([
    ['UTF-8', utf8('甲\n\n乙\r\n')],
    ['UTF-8 with a byte order mark', utf8('\uFEFF甲\n乙')],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x32, 0x75, 0x0a, 0x00, 0x59, 0x4e])],
    ['UTF-16, big-endian', new Uint8Array([0xfe, 0xff, 0x75, 0x32, 0x00, 0x0a, 0x4e, 0x59])],
  ])('reads %s, a paragraph a line', async (_, bytes) => {
    expect(await texts('a.txt', bytes)).toEqual(['甲', '乙'])
  })

  it('reads GB18030 and says that it guessed', async () => {
    const document = await readDocument('旧文件.txt', gb18030)
    expect(document.paragraphs.map(({ text }) => text)).toEqual(['示例：数字资源', '一、总体要求'])
    expect(document.warnings.map(({ code }) => code)).toEqual(['encoding-guessed'])
  })

  it('cuts a megabyte without a line break into paragraphs', async () => {
    const paragraphs = await texts('a.txt', utf8('这是一句话。'.repeat(60_000)))
    expect(Math.max(...paragraphs.map((text) => text.length))).toBeLessThanOrEqual(5000)
    expect(paragraphs.join('')).toBe('这是一句话。'.repeat(60_000))
  })
})

describe('Markdown files', () => {
  const markdown = `---
title: 数字资源宣讲
number: 示教发〔2026〕3号
---
# 一、为什么

- [甲](#一)
- [乙](#二)

开场 **加粗** <b>标签</b>。![图](a.png)

1. 第一点
2. 第二点
   - 子项

| 年份 | 数 |
|--|--|
| 2024 | 1 |

> 引文。

# 二、怎么办

<div>块<script>alert(1)</script><!-- 注释 -->文</div>
`
  it('reads headings, lists, tables, quotations; strips HTML; leaves the contents list out', async () => {
    const { paragraphs } = await readDocument('a.md', utf8(markdown))
    expect(paragraphs.map(({ kind, number, text }) => [kind, number, text])).toEqual([
      ['heading', '', '一、为什么'],
      ['toc', '•', '甲'],
      ['toc', '•', '乙'],
      ['body', '', '开场 加粗 标签。'],
      ['list', '1.', '第一点'],
      ['list', '2.', '第二点'],
      ['list', '•', '子项'],
      ['table', '', '| 年份 | 数 |\n| --- | --- |\n| 2024 | 1 |'],
      ['body', '', '引文。'],
      ['heading', '', '二、怎么办'],
      ['body', '', '块文'],
    ])
  })

  it('reads the front matter and keeps Markdown in the bodies', async () => {
    const { title, number, materials, warnings } = await readDocument('a.md', utf8(markdown))
    expect({ title, number }).toEqual({ title: '数字资源宣讲', number: '示教发〔2026〕3号' })
    expect(materials[0]?.body).toBe('开场 **加粗** 标签。\n\n1. 第一点\n2. 第二点\n    - 子项')
    expect(warnings.map(({ code }) => code)).toEqual(['pictures-left-out'])
  })

  it('reads a long text in parts without losing a heading', async () => {
    const { outline, paragraphs } = await readDocument('a.md', utf8(Array.from({ length: 2000 }, (_, at) => `# 标题${at}\n\n${'正文一段，说明情况。'.repeat(5)}\n\n\`\`\`\n# 代码\n\`\`\`\n`).join('\n')))
    expect({ headings: outline.length, paragraphs: paragraphs.length }).toEqual({ headings: 2000, paragraphs: 6000 })
  })

  it('keeps the words of lines nested beyond any sense', async () => {
    expect(await texts('a.md', utf8(`${'>'.repeat(20_000)} 甲\n\n${'- '.repeat(5000)}乙`))).toEqual(['甲', '乙'])
  })

  it('goes on after front matter that is no YAML', async () => {
    expect((await readDocument('a.md', utf8('---\na: [\n---\n正文'))).warnings.map(({ code }) => code)).toEqual(['front-matter-unreadable'])
  })
})

describe('what is refused', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['nothing at all', 'a.docx', new Uint8Array(), 'empty-file'],
    ['only blank lines', 'a.txt', utf8('\n \n'), 'empty-file'],
    ['a document without text', 'a.docx', docx(p('')), 'empty-file'],
    ['an encrypted document', 'a.docx', ole('EncryptionInfo', 'EncryptedPackage'), 'encrypted-file'],
    ['a Word 97 document', 'a.doc', ole('WordDocument'), 'legacy-format'],
    ['the same under a new name', 'a.docx', ole('WordDocument'), 'legacy-format'],
    ['a Word 2 document', 'a.doc', new Uint8Array([0xdb, 0xa5, 0x2d, 0, 0x31, 0x40]), 'legacy-format'],
    ['text called .docx', 'a.docx', utf8('纯文本'), 'not-a-document'],
    ['the beginning of a PDF', 'a.pdf', utf8('%PDF-1.7\n'), 'damaged-file'],
    ['the beginning of a PNG', 'a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'damaged-file'],
    ['the beginning of a GIF', 'a.gif', utf8('GIF89a'), 'damaged-file'],
    ['an EMF picture', 'a.emf', emf(), 'unsupported-format'],
    ['an SVG picture of nothing but a script', 'a.svg', utf8('<?xml version="1.0"?>\n<!-- a --><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'damaged-file'],
    ['RTF called .docx', 'a.docx', utf8('{\\rtf1 a}'), 'unsupported-format'],
    ['text called .pdf', 'a.pdf', utf8('纯文本'), 'not-a-document'],
    ['bytes called .txt', 'a.txt', new Uint8Array([1, 2, 0, 4, 5, 6]), 'not-a-document'],
    ['bytes called .md', 'a.md', new Uint8Array([65, 0, 66, 0, 67]), 'not-a-document'],
    ['an archive that is no document', 'a.docx', writeAnyZip([{ name: 'hello.txt', content: 'x' }]), 'not-a-document'],
    ['a document cut off', 'a.docx', docx(p('正文')).subarray(0, 700), 'damaged-file'],
    ['a document without its main part', 'a.docx', docx('', { document: '' }), 'damaged-file'],
    ['a document of broken XML', 'a.docx', docx('', { document: '<w:document><w:body>' }), 'damaged-file'],
  ])('%s', async (_, name, bytes, code) => {
    expect(await refusal(name, bytes)).toBe(code)
  })

  it('says in both languages what a file is and what to do', async () => {
    await expect(readDocument('a.docx', utf8('{\\rtf1 a}'))).rejects.toMatchObject({ localized: { 'zh-CN': expect.stringMatching(/RTF.*另存/u), en: expect.stringMatching(/RTF.*Save/u) } })
  })
})

it('reads a Word document whatever it is called, and says so', async () => {
  const { format, warnings } = await readDocument('a.txt', docx(p('正文')))
  expect({ format, codes: warnings.map(({ code }) => code) }).toEqual({ format: 'docx', codes: ['renamed-file'] })
})

it('gives a document as the contract describes it', async () => {
  const document = await readDocument('a.docx', docx(p('一、甲') + p('正文。') + p('二、乙') + p('正文。')))
  expect(ReadDocument.parse(document)).toEqual(document)
})

it('falls back on the file’s name for a title', async () => {
  expect((await readDocument('讲稿 初稿.txt', utf8('今天我们来谈一谈数字资源的事情，大家都很关心。'))).title).toBe('讲稿 初稿')
})

/** Pictures of every kind on their way through the documents that hold them. */
import { describe, expect, it } from 'vitest'
import { readDocument, readWithPictures } from '../../../../src/main/readers/read-document'
import { docx, h, p } from '../../../fixtures/documents/docx'
import { animatedWebp, bmp, emf, gif, svg, webp, wmf } from '../../../fixtures/documents/picture-kinds'
import { tiff } from '../../../fixtures/documents/tiff'
import { line, picture, pptx, shape } from '../../../fixtures/documents/pptx'

const utf8 = (text: string) => new TextEncoder().encode(text)
const image = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
/** A Word document that shows each picture beneath a heading, with a sentence between them. */
const wordDocument = (...pictures: readonly Uint8Array[]) =>
  docx(h(1, '课堂') + pictures.map((_, at) => `<w:p><w:r><w:drawing><a:blip r:embed="p${at}"/></w:drawing></w:r></w:p>${p(`第${at + 1}句说明。`)}`).join(''), {
    extra: {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${pictures.map((_, at) => `<Relationship Id="p${at}" Type="${image}" Target="media/image${at}.bin"/>`).join('')}</Relationships>`,
      ...Object.fromEntries(pictures.map((bytes, at) => [`word/media/image${at}.bin`, bytes])),
    },
  })
const base64 = (type: string, bytes: Uint8Array) => `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`

describe('in a Word document', () => {
  it('every kind is kept as PNG where it stood, whatever its name', async () => {
    const { document, media } = await readWithPictures('a.docx', wordDocument(gif(20, 16), webp(), bmp(20, 16), svg()))
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(['heading', 'picture', 'body', 'picture', 'body', 'picture', 'body', 'picture', 'body'])
    expect(document.pictures?.every(({ mime, hash, bytes }) => mime === 'image/png' && media.get(hash)?.byteLength === bytes)).toBe(true)
    expect(document.materials[0]?.body.match(/asset:[0-9a-f]{64}/g)).toHaveLength(4)
    expect(document.warnings).toEqual([])
  })

  it('a TIFF is kept, and of several pages the first, which is said', async () => {
    const { document, media } = await readWithPictures('a.docx', wordDocument(tiff({ packed: 'lzw' }), tiff({ pages: 2, colours: 'cmyk' })))
    expect([document.pictures?.map(({ mime, width, height }) => [mime, width, height]), media.size]).toEqual([[['image/png', 20, 16]], 1])
    expect(document.warnings.map(({ code, message }) => [code, message['zh-CN']])).toEqual([['pages-left-out', '1 个多页 TIFF 只保留了第一页，其余各页在原件里。']])
  })

  it('a TIFF file is a material', async () => {
    const { materials, format } = await readDocument('一张扫描图.tif', tiff({ packed: 'fax' }))
    expect([format, materials[0]?.kind, materials[0]?.title]).toEqual(['picture', 'picture', '一张扫描图'])
  })

  it('a TIFF file of several pages gives each as a picture of its own, in its order', async () => {
    const { document, media } = await readWithPictures('一份扫描.tif', tiff({ pages: 3, unlike: true }))
    expect(document.paragraphs.map(({ kind, page, text }) => [kind, page, text])).toEqual([
      ['picture', 1, '一份扫描'],
      ['picture', 2, '一份扫描 (2)'],
      ['picture', 3, '一份扫描 (3)'],
    ])
    expect([media.size, document.warnings]).toEqual([3, []])
    expect(document.materials.map(({ kind, title, body }) => [kind, title, body.match(/asset:[0-9a-f]{64}/g)?.length])).toEqual([['picture', '一份扫描', 3]])
  })

  it('the pages of a TIFF file that go round are taken once, and a damaged one is named', async () => {
    const round = tiff({ pages: 3, unlike: true, round: true })
    expect((await readDocument('a.tif', round)).paragraphs).toHaveLength(3)
    const { paragraphs, warnings } = await readDocument('a.tif', tiff({ pages: 3, unlike: true, without: 1 }))
    expect([paragraphs.map(({ page }) => page), warnings.map(({ code, place }) => [code, place])]).toEqual([[1, 3], [['pages-left-out', 'page 2']]])
    expect(warnings[0]?.message['zh-CN']).toContain('有 1 页没有取入')
  })

  it('smaller copies and masks of a page are no pages', async () => {
    expect((await readDocument('a.tif', tiff({ pages: 3, more: [[254, 4, [1]]] }))).paragraphs).toHaveLength(1)
  })

  it('of a TIFF file of very many pages the first hundred are taken, and the others are told', async () => {
    const { paragraphs, warnings } = await readDocument('a.tif', tiff({ pages: 130 }))
    expect([paragraphs.length, warnings.map(({ code }) => code)]).toEqual([100, ['pages-left-out']])
    expect(warnings[0]?.message['zh-CN']).toContain('有 30 页没有取入（已损坏、格式不认识，或超出数量与大小的上限）：第 101、102、103、104、105 等 页')
  })

  it('the same picture in two kinds is kept once', async () => {
    expect((await readWithPictures('a.docx', wordDocument(gif(20, 16), bmp(20, 16)))).media.size).toBe(1)
  })

  it('EMF and WMF are left out with one sentence, and the text is whole', async () => {
    const { paragraphs, warnings } = await readDocument('a.docx', wordDocument(emf(), wmf()))
    expect(paragraphs.map(({ text }) => text)).toEqual(['课堂', '第1句说明。', '第2句说明。'])
    expect(warnings.map(({ code }) => code)).toEqual(['metafiles-left-out'])
    expect(warnings[0]?.message['zh-CN']).toMatch(/2 张 EMF\/WMF.*另存为 PNG/)
  })

  it('says of each thing that was lost once', async () => {
    const scripted = svg('<script>alert(1)</script><rect width="9" height="9"/>')
    const { warnings } = await readDocument('a.docx', wordDocument(gif(20, 16, 2), animatedWebp(), scripted, gif(20, 16).subarray(0, 40)))
    expect(warnings.map(({ code, message }) => [code, /\d+/.exec(message.en)?.[0]])).toEqual([
      ['pictures-left-out', '1'],
      ['animations-stilled', '2'],
      ['drawings-cleaned', '1'],
    ])
  })
})

it('in a presentation a WebP named PNG is kept with its slide', async () => {
  const { document } = await readWithPictures('a.pptx', pptx([{ shapes: shape('title', line('甲')) + picture('x', '学生'), references: [{ id: 'x', type: 'image', target: '../media/a.png' }] }], { 'ppt/media/a.png': webp() }))
  expect(document.paragraphs.map(({ kind, text, page }) => [kind, text, page])).toEqual([['heading', '甲', 1], ['picture', '学生', 1]])
})

describe('in a text', () => {
  it.each([
    ['a web page', 'a.html', `<h1>甲</h1><img alt="图" src="${base64('gif', gif(20, 16))}"><img alt="画" src="data:image/svg+xml,${encodeURIComponent(new TextDecoder().decode(svg()))}">`],
    ['Markdown', 'a.md', `# 甲\n\n![图](${base64('webp', webp())})\n\n![画](<data:image/svg+xml;charset=utf-8,${encodeURIComponent(new TextDecoder().decode(svg()))}>)\n`],
  ])('%s', async (_, name, text) => {
    const { document, media } = await readWithPictures(name, utf8(text))
    expect(document.paragraphs.map(({ kind, text: words }) => [kind, words])).toEqual([['heading', '甲'], ['picture', '图'], ['picture', '画']])
    expect(media.size).toBe(2)
  })

  it('the caption of a picture that turns out damaged stays', async () => {
    const { paragraphs } = await readDocument('a.html', utf8(`<figure><img src="${base64('gif', gif(20, 16).subarray(0, 30))}"><figcaption>图1 课堂</figcaption></figure>`))
    expect(paragraphs.map(({ kind, text }) => [kind, text])).toEqual([['body', '图1 课堂']])
  })
})

describe('as a file', () => {
  it.each([
    ['课堂.gif', gif(20, 16), []],
    ['课堂.webp', webp(), []],
    ['课堂.bmp', bmp(20, 16), []],
    ['课堂.svg', svg(), []],
    ['课堂.png', webp(), []],
    ['动图.gif', gif(20, 16, 2), ['animations-stilled']],
    ['课堂.docx', gif(20, 16), ['renamed-file']],
  ])('%s', async (name, bytes, warnings) => {
    const document = await readDocument(name, bytes)
    expect([document.format, document.materials.map(({ kind }) => kind), document.warnings.map(({ code }) => code)]).toEqual(['picture', ['picture'], warnings])
  })

  it.each([
    ['a.emf', emf(), 'unsupported-format'],
    ['a.gif', gif(20, 16, 1, [60_000, 60_000]), 'too-large'],
    ['a.gif', gif(4, 4), 'too-large'],
    ['a.svg', svg('<g/>'.repeat(300_000)), 'too-large'],
    ['a.svg', svg('<g>'), 'damaged-file'],
  ])('%s is refused where it must be', async (name, bytes, code) => {
    await expect(readDocument(name, bytes)).rejects.toMatchObject({ code })
  })
})

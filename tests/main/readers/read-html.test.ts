import { describe, expect, it } from 'vitest'
import { readDocument, readWithPictures } from '../../../src/main/readers/read-document'
import { png } from '../../fixtures/documents/picture'
import { readPng } from '../../fixtures/documents/png-pixels'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (body: string) => readDocument('网页.html', utf8(body))
const said = async (body: string) => (await read(body)).paragraphs.map(({ kind, number, text }) => [kind, number, text])
const data = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`

describe('a web page', () => {
  it('gives headings, paragraphs, lists by depth, tables and quotations', async () => {
    const page = `<!doctype html><title>示例网页</title><h1>一、为什么</h1><p>开场<b>加粗</b>
      的话。<br>第二行</p><ul><li>甲<ol start=3><li>乙</ol><li>丙</ul><table><tr><th>年份<th>数<tr><td colspan=2>合计</table><blockquote><p>引文。</blockquote><h2>二</h2><div>散<span>文</span></div>`
    expect(await said(page)).toEqual([
      ['heading', '', '一、为什么'],
      ['body', '', '开场加粗 的话。'],
      ['body', '', '第二行'],
      ['list', '•', '甲'],
      ['list', '3.', '乙'],
      ['list', '•', '丙'],
      ['table', '', '| 年份 | 数 |\n| --- | --- |\n| 合计 |  |'],
      ['body', '', '引文。'],
      ['heading', '', '二'],
      ['body', '', '散文'],
    ])
    expect((await read(page)).title).toBe('示例网页')
  })

  it('never lets scripts, styles, frames or hidden text in, and fetches nothing', async () => {
    const page = `<p onclick="alert(1)">正文</p><script>document.write('甲')</script><style>p{}</style><iframe src="http://x.invalid"></iframe><svg><script>乙</script><text>丙</text></svg><p hidden>丁</p><p style="display: none">戊</p><noscript>己</noscript><img src="http://x.invalid/a.png" alt="庚">`
    const { paragraphs, warnings } = await read(page)
    expect(paragraphs.map(({ text }) => text)).toEqual(['正文'])
    expect(warnings.map(({ code }) => code)).toEqual(['scripts-left-out', 'hidden-text-left-out', 'pictures-left-out'])
  })

  it('is read in the encoding it states', async () => {
    const gb = new Uint8Array([...utf8('<html><meta charset="gb2312"><p>'), 0xca, 0xbe, 0xc0, 0xfd, ...utf8('</p>')])
    expect((await readDocument('a.htm', gb)).paragraphs.map(({ text }) => text)).toEqual(['示例'])
  })

  it('keeps pictures inside it with their caption, once each', async () => {
    const bytes = png(20, 20)
    const { document, media } = await readWithPictures('a.html', utf8(`<h1>课堂</h1><figure><img src="${data(bytes)}" alt="x"><figcaption>图1 做[实验]的学生</figcaption></figure><p>说明一句。</p><p><img src="${data(bytes)}" alt="又一次"></p>`))
    const hash = document.pictures?.[0]?.hash
    expect(document.materials[0]?.body).toBe(`![图1 做\\[实验\\]的学生](asset:${hash})\n\n说明一句。\n\n![又一次](asset:${hash})`)
    expect([...media.values()]).toEqual([bytes])
  })

  it('keeps drawings that stand in it as elements, with what they are called, and what is said beneath them', async () => {
    const bars = [20, 40, 60, 80].map((height, at) => `<rect x="${at * 20}" y="${100 - height}" width="15" height="${height}" fill="#00f"/>`).join('')
    const page = `<h1>变化</h1><p>前文。</p><svg viewBox="0 0 100 100" @click="x" :class="y"><title>四年的&nbsp;变化</title>${bars}</svg><figure><svg width="200" height="100"><circle cx="50" cy="50" r="40"/></svg><figcaption>图2 一个圆</figcaption></figure><p>后文。</p>`
    const { document, media } = await readWithPictures('a.html', utf8(page))
    expect(document.paragraphs.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', '变化'],
      ['body', '前文。'],
      ['picture', '四年的 变化'],
      ['picture', '图2 一个圆'],
      ['body', '后文。'],
    ])
    expect(document.pictures?.map(({ mime, width, height }) => [mime, width, height])).toEqual([
      ['image/png', 1920, 1920],
      ['image/png', 1920, 960],
    ])
    const [first] = [...media.values()].map(readPng)
    expect([first?.at(140, 1800), first?.at(140, 100)]).toEqual([[0, 0, 255], [255, 255, 255]])
    expect(document.warnings).toEqual([])
  })

  it('takes scripts and outside addresses out of a drawing, and says so', async () => {
    const { paragraphs, warnings } = await read(`<p>正文</p><svg width="100" height="100" onload="alert(1)"><script>alert(2)</script><foreignObject><p>藏</p></foreignObject><image href="http://x.invalid/a.png" width="9" height="9"/><rect width="90" height="90"/></svg>`)
    expect(paragraphs.map(({ kind }) => kind)).toEqual(['body', 'picture'])
    expect(warnings.map(({ code }) => code)).toEqual(['drawings-cleaned'])
  })

  it.each([
    ['an icon', '<svg width="24" height="24"><path d="M0 0h9v9z"/><path d="M0 0h9"/><path d="M0 0v9"/><path d="M9 9h9"/></svg>'],
    ['an icon without a size', '<svg viewBox="0 0 512 512"><path d="M0 0h500v500z"/></svg>'],
    ['what is there for the eye only', '<svg width="200" height="200" aria-hidden="true"><rect width="90" height="90"/></svg>'],
    ['a store of parts', '<svg width="200" height="200"><defs></defs></svg>'],
    ['what uses a part of another', '<svg width="200" height="200"><use href="#other"/><rect width="9" height="9"/></svg>'],
    ['what is hidden', '<svg width="200" height="200" style="display:none"><rect width="90" height="90"/></svg>'],
    ['what is nested without end', `<svg width="200" height="200">${'<g>'.repeat(5000)}<rect width="90" height="90"/></svg>`],
  ])('passes over a drawing that is %s', async (_, drawing) => {
    expect((await said(`<p>前</p>${drawing}<p>后</p>`)).map(([kind, , text]) => [kind, text])).toEqual([
      ['body', '前'],
      ['body', '后'],
    ])
  })

  it('survives tags nested without end', async () => {
    expect((await said(`${'<div>'.repeat(100_000)}深处`)).map(([, , text]) => text)).toEqual(['深处'])
    expect((await said(`${'<table><tr><td>'.repeat(3000)}深处`)).map(([, , text]) => text)).toEqual(['深处'])
    expect((await said(`${'<ul><li>'.repeat(20_000)}深处`)).map(([, , text]) => text)).toEqual(['深处'])
  })
})

it('takes the pictures inside a Markdown file, where they stand', async () => {
  const { document } = await readWithPictures('a.md', utf8(`# 课堂\n\n前一段。\n\n![学生](${data(png(20, 20))})\n\n后一段，![外面](b.png)结束。\n`))
  expect(document.paragraphs.map(({ kind, text }) => [kind, text])).toEqual([
    ['heading', '课堂'],
    ['body', '前一段。'],
    ['picture', '学生'],
    ['body', '后一段，结束。'],
  ])
  expect(document.warnings.map(({ code }) => code)).toEqual(['pictures-left-out'])
})

it('makes a picture file a material of the kind picture, named after it', async () => {
  const { document } = await readWithPictures('课堂一角.png', png(64, 48))
  expect(document.format).toBe('picture')
  expect(document.materials.map(({ kind, title, body }) => [kind, title, body])).toEqual([['picture', '课堂一角', `![课堂一角](asset:${document.pictures?.[0]?.hash})`]])
})

it.each([
  ['stated larger than any screen', png(20, 20, [50_000, 50_000])],
  ['of a single dot', png(1, 1)],
])('refuses a picture %s', async (_, bytes) => {
  await expect(readDocument('a.png', bytes)).rejects.toMatchObject({ code: 'too-large' })
})

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserPress } from '../../../src/main/printing/browser-press'
import { pictureInfo } from '../../../src/main/readers/picture'
import { filePictures } from '../../../src/main/use-cases/file-pictures'
import { exportTalk, type ExportWish } from '../../../src/main/use-cases/export-talk'
import type { ExportedFile, ExportKind } from '../../../src/shared/contract/talks'
import { builtIn } from '../../../src/shared/formats/talk-formats'
import type { Warning } from '../../../src/shared/outcome'

const root = resolve('out/renderer')
const data = resolve('node_modules/pdfjs-dist')

const TALK = `---
title: 示例宣讲
date: 2026-09-10
---

# 一、为什么

## 三个变化
- 资源从**本校**走向全网
- 备课从个人走向团队

:::script
各位老师，大家好。[停顿 2] <b>先看</b>三个变化。[翻页]
:::

:::cite{source="示例规划" at="二/(一)"}
:::

## 考一考
:::question{answer=A}
哪一项变化最近？
- A 资源
- B 备课
:::
`

type Made = { readonly files: readonly ExportedFile[]; readonly warnings: readonly Warning[] }

async function exported(kinds: readonly ExportKind[], markdown = TALK, openPress: ExportWish['openPress'] = browserPress(root), signal?: AbortSignal): Promise<Made> {
  const pictures = await filePictures(markdown, resolve('.'))
  for await (const event of exportTalk({ markdown, kinds, preset: 'official', audience: '', paceOf: () => 240, catalogue: builtIn, pictures, cited: () => null, openPress, stopwatch: () => 0 }, signal)) if (event.type === 'finished') return event
  throw new Error('It did not finish.')
}

const bytesOf = async ({ content }: ExportedFile): Promise<Uint8Array> => new Uint8Array(await content.arrayBuffer())
const pdfIn = async (file: ExportedFile): Promise<PDFDocumentProxy> => getDocument({ data: await bytesOf(file), cMapUrl: `${data}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${data}/standard_fonts/`, verbosity: 0 }).promise
const wordsOf = async (pdf: PDFDocumentProxy): Promise<string[]> => {
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join('').replaceAll(/\s/g, ''))
  }
  return pages
}

describe('what the computer’s browser prints', () => {
  let files: ReadonlyMap<string, ExportedFile>
  let again: ReadonlyMap<string, ExportedFile>
  const named = (name: string): ExportedFile => {
    const file = files.get(name)
    if (file === undefined) throw new Error(`${name} was not made.`)
    return file
  }
  beforeAll(async () => {
    if (!existsSync(join(root, 'print.html'))) throw new Error('out/renderer/print.html is missing: run `npm run build` first.')
    const kinds = ['slides-pdf', 'script-pdf', 'handout-pdf', 'quiz-pdf', 'slides-png'] as const
    const [one, two] = [await exported(kinds), await exported(kinds)]
    expect([...one.warnings, ...two.warnings].map(({ code }) => code).filter((code) => /browser|printing/.test(code))).toEqual([])
    files = new Map(one.files.map((file) => [file.name, file]))
    again = new Map(two.files.map((file) => [file.name, file]))
  })

  it('is one file for each document and one picture for each slide', async () => {
    const slides = (await pdfIn(named('slides.pdf'))).numPages
    expect([...files.keys()].filter((name) => name.endsWith('.pdf'))).toEqual(['slides.pdf', 'script.pdf', 'handout.pdf', 'quiz.pdf'])
    expect([...files.keys()].filter((name) => name.endsWith('.png'))).toEqual(Array.from({ length: slides }, (_, index) => `slide-0${index + 1}.png`))
  })

  it('has every word of the slides as text, one slide a page of the slide’s size', async () => {
    const pdf = await pdfIn(named('slides.pdf'))
    const pages = await wordsOf(pdf)
    expect(pages[0]).toContain('示例宣讲')
    expect(pages.some((page) => page.includes('三个变化') && page.includes('资源从本校走向全网'))).toBe(true)
    const { view } = await pdf.getPage(1)
    expect(view).toEqual([0, 0, 960, 540])
  })

  it('has the script word for word on A4, what looks like a tag as the words it is, and the source at the end', async () => {
    const pdf = await pdfIn(named('script.pdf'))
    const words = (await wordsOf(pdf)).join('')
    expect(words).toContain('各位老师，大家好。【停顿2秒】<b>先看</b>三个变化。')
    expect(words).toContain('注释1《示例规划》')
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
  })

  it('keeps question and key on different pages', async () => {
    const pages = await wordsOf(await pdfIn(named('quiz.pdf')))
    expect(pages[0]).toContain('哪一项变化最近？')
    expect(pages[0]).not.toContain('答案与解析')
    expect(pages[1]).toContain('答案与解析')
  })

  it.each(['slides.pdf', 'script.pdf', 'handout.pdf', 'quiz.pdf'])('is tagged for screen readers, names its language and bears the talk’s date: %s', async (name) => {
    const pdf = await pdfIn(named(name))
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({ CreationDate: "D:20260910000000+00'00'", Language: 'zh-CN' })
  })

  it('is the same bytes each time', async () => {
    expect([...again.keys()]).toEqual([...files.keys()])
    for (const [name, file] of files) expect(Buffer.from(await bytesOf(file)).equals(await bytesOf(again.get(name)!)), name).toBe(true)
  })

  it('has pictures of slides wide enough for a wall', async () => {
    expect(pictureInfo(await bytesOf(named('slide-01.png')))).toMatchObject({ width: 1920, height: 1080, mime: 'image/png' })
  })

  it('shows the pictures of a talk', async () => {
    const markdown = '---\ntitle: 示例\n---\n\n# 一\n\n## 课堂一角\n![学生在做实验](resources/readme/desk.png)\n'
    const made = await exported(['slides-pdf', 'handout-pdf'], markdown)
    for (const file of made.files) expect(Buffer.from(await bytesOf(file)).includes('/Subtype /Image'), file.name).toBe(true)
  })
})

describe('the contents of a printed script', () => {
  const said = '各位老师，大家好。先看三个变化，再说怎么办，最后留时间提问。'.repeat(6)
  const talk = (headings: number): string => `---\ntitle: 示例\ndate: 2026-09-10\n---\n${Array.from({ length: headings }, (_, index) => `\n## 第${index + 1}点\n:::script\n${said}\n:::\n`).join('')}`
  const scriptOf = async (headings: number): Promise<ExportedFile> => (await exported(['script-pdf'], talk(headings))).files[0]!

  it('name the page on which each heading stands, also where they are longer than a page themselves', async () => {
    for (const headings of [3, 90]) {
      const pages = await wordsOf(await pdfIn(await scriptOf(headings)))
      const [first] = pages.flatMap((words, page) => (words.includes('各位老师') ? [page] : []))
      expect(first === 1, `${headings} headings`).toBe(headings === 3)
      const named = [...pages.slice(0, first).join('').matchAll(/第(\d+)点(\d+)(?=第|—|$)/g)].map(([, heading, page]) => [Number(heading), Number(page)])
      expect(named).toEqual(Array.from({ length: headings }, (_, index) => [index + 1, pages.findIndex((words, page) => page >= first! && words.includes(`第${index + 1}点`)) + 1]))
    }
  })

  it('are the same bytes each time', async () => {
    const [one, two] = [await bytesOf(await scriptOf(40)), await bytesOf(await scriptOf(40))]
    expect(Buffer.from(one).equals(two)).toBe(true)
  })
})

describe('printing that cannot be done', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-press-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('says once that there is no browser, and gives the other files', async () => {
    const { files, warnings } = await exported(['slides-pdf', 'markdown', 'script-pdf'], TALK, browserPress(root, () => null))
    expect(files.map(({ name }) => name)).toEqual(['talk.md'])
    expect(warnings.filter(({ code }) => code === 'no-browser')).toHaveLength(1)
  })

  it('says that a browser did not do its work, and gives the other files', async () => {
    const { files, warnings } = await exported(['slides-pdf', 'markdown'], TALK, browserPress(root, () => '/bin/false'))
    expect(files.map(({ name }) => name)).toEqual(['talk.md'])
    expect(warnings.map(({ code }) => code)).toContain('printing-failed')
  })

  it('ends the browser when it is stopped, and leaves nothing', async () => {
    const stop = new AbortController()
    const reason = new Error('stopped')
    const press = browserPress(root)
    const stopped = exported(['slides-pdf'], TALK, async (signal) => {
      const opened = await press(signal)
      stop.abort(reason)
      return opened
    }, stop.signal)
    await expect(stopped).rejects.toBe(reason)
  })

  it('needs no browser for a talk without questions to say that there is no quiz', async () => {
    const { files, warnings } = await exported(['quiz', 'quiz-pdf'], '---\ntitle: 示例\n---\n\n## 甲\n- 一\n')
    expect(files).toEqual([])
    expect(warnings.filter(({ code }) => code === 'no-questions')).toHaveLength(1)
  })
})

it('draws nothing that the page’s policy would have to allow from elsewhere', () => {
  expect(readFileSync(join(root, 'print.html'), 'utf8')).not.toMatch(/https?:/)
})

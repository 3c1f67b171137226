import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { BrandDraft } from '../../src/shared/model/brand'
import { SchoolDraft } from '../../src/shared/model/school'
import type { ExportEvent, ExportKind } from '../../src/shared/contract/talks'
import { engineWith, picked, row } from './desk'
import { overriding } from './overriding-engine'

const TALK = '---\ntitle: 示例宣讲\n---\n\n# 一、为什么\n\n## 三个变化\n- 资源\n\n## 课堂一角\n![学生在做实验](photo.jpg)\n'
const patient = { timeout: 20_000 }

type Wish = { readonly kinds: readonly ExportKind[]; readonly preset?: string; readonly audience?: string; readonly together?: boolean; readonly slidePictures?: boolean; readonly school?: string | null; readonly kept?: boolean }
const dialog = () => page.getByRole('dialog', { name: '导出' })
const box = (name: string) => dialog().getByRole('checkbox', { name, exact: true })
const press = (name: string) => dialog().getByRole('button', { name, exact: true })

/** The desk with its export open; `asked` is what the engine was asked for. `events` answers. */
async function openExport(events: (wish: Wish, signal: AbortSignal | undefined) => AsyncGenerator<ExportEvent, void, void>, talk = TALK, ...schools: readonly [{ name: string }, Partial<BrandDraft>][]) {
  const { memory, talkId } = engineWith(talk)
  for (const [school, brand] of schools) await memory.engine.schools.add({ school: SchoolDraft.parse(school), brand: BrandDraft.parse(brand) })
  const asked: Wish[] = []
  const engine = overriding(memory.engine, {
    talks: {
      export: (async (wish: Wish, options?: { signal?: AbortSignal }) => {
        asked.push(wish)
        return events(wish, options?.signal)
      }) as unknown as typeof memory.engine.talks.export,
    },
  })
  history.replaceState(null, '', `#/talk/${talkId}`)
  await render(<App engine={engine} />)
  await expect.poll(() => row('三个变化').elements().length, patient).toBe(1)
  await page.getByRole('button', { name: '导出' }).click()
  await expect.element(dialog(), patient).toBeVisible()
  return { asked }
}

const file = (name: string, kind: ExportKind) => ({ name, kind, content: new Blob(['示例'], { type: 'application/pdf' }) })
const finished = (...files: ReturnType<typeof file>[]): ExportEvent => ({ type: 'finished', files, warnings: [], ms: 1 })
async function* done(): AsyncGenerator<ExportEvent, void, void> {
  yield finished(file('slides.pptx', 'slides'))
}

/** A PDF of two pages with a black square on each. */
function twoPages(): Blob {
  const square = '0 0 0 rg 20 20 60 60 re f'
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>', ...[3, 4].map(() => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 141]/Contents 5 0 R>>'), `<</Length ${square.length}>>\nstream\n${square}\nendstream`]
  const starts: number[] = []
  let text = '%PDF-1.4\n'
  for (const [index, body] of objects.entries()) {
    starts.push(text.length)
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
  }
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  return new Blob([`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`], { type: 'application/pdf' })
}

describe('the export', () => {
  it('shows every slide before it begins, and leads from one to its block', async () => {
    await openExport(done)
    const pages = dialog().getByRole('list', { name: /^幻灯片 \d+ 张/ })
    await expect.poll(() => pages.getByRole('button').elements().map((one) => one.getAttribute('aria-label')), patient).toContain('第 3 张：三个变化')
    await pages.getByRole('button', { name: /三个变化/ }).click()
    await expect.poll(() => dialog().elements().length, patient).toBe(0)
    await expect.poll(picked).toEqual(['三个变化'])
  })

  it('says what the talk holds of media, and how large the deck will be', async () => {
    await openExport(done)
    await expect.poll(() => dialog().element().textContent, patient).toMatch(/没有影片、声音和图片；PowerPoint 大约 \d+(\.\d)? kB/)
  })

  it('is one stop of the Tab key, in which arrows move', async () => {
    await openExport(done)
    const pages = dialog().getByRole('list', { name: /^幻灯片 \d+ 张/ })
    await expect.poll(() => pages.getByRole('button').elements().length, patient).toBeGreaterThan(3)
    const buttons = () => pages.getByRole('button').elements()
    ;(buttons()[0] as HTMLElement).focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}')
    await expect.poll(() => document.activeElement).toBe(buttons()[1])
    await userEvent.keyboard('{End}')
    await expect.poll(() => document.activeElement).toBe(buttons().at(-1))
    expect(buttons().filter((one) => (one as HTMLElement).tabIndex === 0)).toHaveLength(1)
  })

  it('names what should be looked at, with the way to it', async () => {
    await openExport(done)
    await dialog().getByRole('tab', { name: /^要留意/ }).click()
    await expect.poll(() => dialog().element().textContent, patient).toContain('photo.jpg')
    await dialog().getByRole('tabpanel').getByRole('button').first().click()
    await expect.poll(picked, patient).toEqual(['课堂一角'])
  })

  it('makes the chosen formats in the order in which they are offered, pictures in one file', async () => {
    const { asked } = await openExport(done)
    await box('测验 PDF').click()
    await box('讲稿 Word').click()
    await box('幻灯片 图片').click()
    await press('导出').click()
    await expect.poll(() => asked.length, patient).toBe(1)
    expect(asked[0]).toMatchObject({ kinds: ['slides', 'slides-png', 'quiz-pdf'], preset: 'official', together: true })
  })

  it('puts slides beside a plain script unless told otherwise, and never beside an official one', async () => {
    const { asked } = await openExport(done)
    await expect.element(box('每张幻灯片的小图放在讲稿左边')).toBeDisabled()
    await dialog().getByText('普通', { exact: true }).click()
    await expect.element(box('每张幻灯片的小图放在讲稿左边')).toBeChecked()
    await press('导出').click()
    await expect.poll(() => asked.length, patient).toBe(1)
    expect(asked[0]).toMatchObject({ preset: 'plain', slidePictures: true })
  })

  it('cannot begin with nothing chosen', async () => {
    await openExport(done)
    await box('幻灯片 PowerPoint').click()
    await box('讲稿 Word').click()
    await expect.element(press('导出')).toBeDisabled()
  })

  it('says while it prints that this takes longer, can be stopped, and keeps what was chosen', async () => {
    let stopped = false
    await openExport(async function* ({ kinds }, signal) {
      yield { type: 'progress', done: 0, total: kinds.length, kind: 'slides-pdf' }
      await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('stopped')), { once: true })).finally(() => (stopped = true))
    })
    await box('幻灯片 PDF').click()
    await press('导出').click()
    await expect.poll(() => dialog().element().textContent, patient).toContain('正在排版 PDF 和图片')
    await press('取消').click()
    await expect.poll(() => stopped, patient).toBe(true)
    await expect.element(box('幻灯片 PDF'), patient).toBeChecked()
  })

  it('hands the files over with their sizes, and tells what was lacking where they are seen', async () => {
    await openExport(async function* () {
      yield { type: 'finished', files: [file('talk.md', 'markdown')], warnings: [{ code: 'no-browser', place: '', message: { 'zh-CN': '没有生成 PDF 和图片。', en: 'No PDFs.' } }], ms: 1 }
    })
    await press('导出').click()
    await expect.element(dialog().getByRole('button', { name: /^保存 talk.md/ }), patient).toBeVisible()
    await expect.poll(() => dialog().getByRole('tabpanel').element().textContent).toContain('没有生成 PDF 和图片。')
    await press('再导出别的').click()
    await expect.element(press('导出')).toBeEnabled()
  })

  it('shows slides in the names and colours of the school that is chosen', async () => {
    await openExport(done, '---\ntitle: 在{{school.name}}的示例宣讲\n---\n\n# 一、为什么\n\n## 三个变化\n- 资源\n', [{ name: '示例第一小学' }, { primary: '8A1C1C', series: '示例讲堂' }])
    const pages = () => dialog().getByRole('list', { name: /^幻灯片 \d+ 张/ }).element().textContent
    await expect.poll(pages, patient).toContain('{{school.name}}')
    await dialog().getByRole('combobox', { name: '用在哪所学校' }).click()
    await page.getByRole('option', { name: '示例第一小学' }).click()
    await expect.element(dialog().getByRole('tab', { name: /示例第一小学/ }), patient).toBeVisible()
    expect(pages()).toContain('在示例第一小学的示例宣讲')
    expect(pages()).toContain('示例讲堂')
    expect(dialog().getByRole('list', { name: /^幻灯片 \d+ 张/ }).element().innerHTML.toUpperCase()).toMatch(/8A1C1C|RGB\(138, 28, 28\)/)
  })

  it('shows the pages of a document as its PDF has them, and keeps no version of the talk for that', async () => {
    const { asked } = await openExport(async function* () {
      yield { type: 'finished', files: [{ name: 'script.pdf', kind: 'script-pdf', content: twoPages() }], warnings: [], ms: 1 }
    })
    await dialog().getByRole('tab', { name: '讲稿' }).click()
    await expect.element(dialog().getByRole('img', { name: '讲稿第 2 页，共 2 页' }), patient).toBeInTheDocument()
    await expect.poll(() => (dialog().getByRole('img', { name: '讲稿第 1 页，共 2 页' }).element() as HTMLCanvasElement).dataset['drawn'], patient).toBe('true')
    expect(asked).toMatchObject([{ kinds: ['script-pdf'], preset: 'official', kept: false }])
    const canvas = dialog().getByRole('img', { name: '讲稿第 1 页，共 2 页' }).element() as HTMLCanvasElement
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    expect(data.some((value, index) => index % 4 === 0 && value < 10)).toBe(true)
  })

  it('lets the making of pages be stopped, and begun again', async () => {
    const { asked } = await openExport(async function* (_wish, signal) {
      await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('stopped')), { once: true }))
      yield finished()
    })
    await dialog().getByRole('tab', { name: '听众讲义' }).click()
    await dialog().getByRole('tabpanel').getByRole('button', { name: '取消' }).click()
    await dialog().getByRole('tabpanel').getByRole('button', { name: '再排一次' }).click()
    await expect.poll(() => asked.length, patient).toBe(2)
    await expect.element(dialog().getByText(/^正在给听众讲义排版/)).toBeVisible()
  })

  it('says in place why a document has no pages', async () => {
    await openExport(async function* () {
      yield { type: 'finished', files: [], warnings: [{ code: 'no-questions', place: '', message: { 'zh-CN': '这份宣讲稿没有题目。', en: 'No questions.' } }], ms: 1 }
    })
    await dialog().getByRole('tab', { name: '测验' }).click()
    await expect.element(dialog().getByText('这份宣讲稿没有题目。'), patient).toBeVisible()
  })
})

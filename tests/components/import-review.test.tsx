import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import type { ProposedMaterial } from '../../src/shared/model/material'
import { memoryEngine } from './memory-engine'
import type { MemoryFile } from './memory-imports'

const proposal = (index: number, title: string, from: number, to: number): ProposedMaterial => ({
  index, title, from, to, kind: 'policy', body: `${title}的正文`, tags: [], topics: [], audiences: [], status: 'draft', stage: null, school: '', path: ['一、总则'], locator: '一',
})

/** Pictures among the paragraphs of the document, and their captions. */
const captions: Readonly<Record<number, string>> = { 5: '图1 课堂', 6: '' }

const read = (fileName: string, key: string): MemoryFile =>
  fileName.endsWith('.doc')
    ? { status: 'refused', key, fileName, error: { code: 'legacy-format', message: { 'zh-CN': '这是旧格式，请另存为 .docx 再导入。', en: 'Legacy format.' } }, warnings: [] }
    : {
        status: 'read',
        key,
        fileName,
        document: {
          format: 'docx',
          title: '示例规划',
          issuer: '',
          number: '',
          date: '',
          paragraphs: Array.from({ length: 200 }, (_, at) => ({ index: at + 1, text: captions[at + 1] ?? `原文第 ${at + 1} 段`, number: '', level: at === 0 ? 1 : 0, kind: at === 0 ? ('heading' as const) : at + 1 in captions ? ('picture' as const) : ('body' as const) })),
          outline: [{ level: 1, number: '一、', title: '总则', paragraph: 1 }],
          materials: [proposal(0, '第一条', 2, 3), proposal(1, '第二条', 4, 4), proposal(2, '第三条', 150, 152)],
          warnings: [{ code: 'toc-skipped', place: '1', message: { 'zh-CN': '目录没有重复导入。', en: 'The contents were skipped.' } }],
        },
      }

async function review(...names: string[]) {
  const memory = memoryEngine({ read, materials: [{ title: '原有素材' }] })
  void render(<App engine={memory.engine} />)
  await expect.element(page.getByRole('option')).toHaveLength(1)
  const input = document.querySelector<HTMLInputElement>('input[type=file][aria-label="选择要导入的文件"]')
  if (!input) throw new Error('no file input')
  await userEvent.upload(input, names.map((name) => new File(['示例'], name)))
  await expect.element(page.getByRole('heading', { name: '导入前看一看' })).toBeVisible()
  return memory
}
const tick = (title: string) => page.getByRole('checkbox', { name: `收入“${title}”` })
const accept = (sentence: string) => page.getByRole('button', { name: sentence })

beforeEach(() => {
  history.replaceState(null, '', '#/library')
})

describe('the import review', () => {
  it('stores nothing before the user accepts, and nothing when they decline', async () => {
    const memory = await review('示例规划.docx')
    expect(memory.materials).toHaveLength(1)
    await userEvent.click(page.getByRole('button', { name: '都不要' }))
    await expect.poll(() => memory.pendingImports).toBe(0)
    expect(memory.accepted).toEqual([])
    expect(memory.materials).toHaveLength(1)
  })

  it('takes only what is ticked', async () => {
    const memory = await review('示例规划.docx')
    // As long as people press: another row is open above, and closes.
    await tick('第二条').click({ delay: 150 })
    await userEvent.click(accept('收入 1 个出处、2 条素材'))
    await expect.element(page.getByRole('option')).toHaveLength(3)
    expect(memory.materials.map(({ title }) => title)).toEqual(['原有素材', '第一条', '第三条'])
  })

  it('changes the kind by the keyboard without a tick more or less, and keeps the focus', async () => {
    const memory = await review('示例规划.docx')
    await userEvent.click(tick('第三条'))
    const ticks = () => ['第一条', '第二条', '第三条'].map((title) => (tick(title).element() as HTMLInputElement).checked)
    await expect.poll(ticks).toEqual([true, true, false])
    const kind = page.getByRole('combobox', { name: '种类' }).nth(1)
    kind.element().focus()
    await expect.poll(() => document.querySelector('[data-proposal="1"]')?.hasAttribute('data-focused')).toBe(true)
    await userEvent.selectOptions(kind, 'case')
    // The system's own list, in which these choose, no test can see; what reaches the row of them must do nothing there.
    for (const key of ['Enter', ' ', 'm', 'c']) kind.element().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    expect(ticks()).toEqual([true, true, false])
    await expect.poll(() => document.activeElement).toBe(kind.element())
    expect((kind.element() as HTMLSelectElement).value).toBe('case')
    await userEvent.click(accept('收入 1 个出处、2 条素材'))
    await expect.poll(() => memory.materials.filter(({ kind: stored }) => stored === 'case').map(({ title }) => title)).toEqual(['第二条'])
  })

  it('keeps a new title', async () => {
    const memory = await review('示例规划.docx')
    await page.getByRole('textbox', { name: '标题' }).first().fill('改过的标题')
    await userEvent.click(accept('收入 1 个出处、3 条素材'))
    await expect.poll(() => memory.materials.map(({ title }) => title)).toContain('改过的标题')
  })

  it('merges a proposal with the next, text and paragraphs, and takes that back', async () => {
    await review('示例规划.docx')
    await userEvent.click(page.getByRole('button', { name: '与下一条合并' }))
    await expect.element(page.getByText('一、总则 › 第 2–4 段')).toBeVisible()
    await expect.element(page.getByRole('textbox', { name: '正文' })).toHaveValue('第一条的正文\n\n第二条的正文')
    await userEvent.click(page.getByRole('button', { name: '撤销这里的改动' }))
    await expect.element(tick('第二条')).toBeVisible()
  })

  it('shows and marks the paragraphs of the proposal in focus', async () => {
    await review('示例规划.docx')
    await expect.element(tick('第一条')).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect.element(tick('第三条')).toHaveFocus()
    await expect.element(page.getByText('原文第 151 段')).toBeVisible()
    const marked = [...document.querySelectorAll('[data-marked] mark')].map((mark) => mark.textContent)
    expect(marked).toEqual(['原文第 150 段', '原文第 151 段', '原文第 152 段'])
  })

  it('names pictures among the paragraphs, with their captions if they have any', async () => {
    await review('示例规划.docx')
    await expect.element(page.getByText('图片：图1 课堂', { exact: true })).toBeVisible()
    await expect.element(page.getByLabelText('原文').getByText('图片', { exact: true })).toBeVisible()
  })

  it('says why a file was refused and lets the others through', async () => {
    const memory = await review('旧文件.doc', '示例规划.docx')
    await userEvent.click(page.getByRole('button', { name: /旧文件\.doc/ }))
    await expect.element(page.getByText('这是旧格式，请另存为 .docx 再导入。')).toBeVisible()
    await userEvent.click(accept('收入 1 个出处、3 条素材'))
    await expect.poll(() => memory.materials.length).toBe(4)
  })

  it('offers nothing to accept when every document is left out', async () => {
    await review('示例规划.docx')
    await userEvent.click(page.getByRole('checkbox', { name: '收入文件“示例规划.docx”' }))
    await expect.element(page.getByRole('button', { name: '没有可收入的' })).toBeDisabled()
  })
})

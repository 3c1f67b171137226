import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import type { Engine } from '../../src/renderer/app/engine'
import type { ReviewFile } from '../../src/renderer/screens/import/import-files'
import { ReviewSheet } from '../../src/renderer/screens/import/review-sheet'
import { AssetHash } from '../../src/shared/model/ids'
import type { ProposedMaterial } from '../../src/shared/model/material'
import { renderInWindow } from './in-window'
import { memoryEngine, type MemorySeed } from './memory-engine'
import type { MemoryFile } from './memory-imports'

const proposal = (index: number): ProposedMaterial => ({
  index, title: `第 ${index + 1} 条`, from: index + 1, to: index + 1, kind: 'note', body: `正文 ${index + 1}`, tags: [], topics: [], audiences: [], status: 'draft', stage: null, school: '', path: [], locator: '',
})

/** A document of so many proposals, one a paragraph, ten paragraphs a page. */
const documentOf = (fileName: string, key: string, count: number): MemoryFile => ({
  status: 'read',
  key,
  fileName,
  document: {
    format: 'pdf', title: fileName, issuer: '', number: '', date: '', outline: [], warnings: [],
    paragraphs: Array.from({ length: count }, (_, at) => ({ index: at + 1, text: `原文 ${at + 1}`, number: '', level: 0, kind: 'body' as const, page: Math.floor(at / 10) + 1 })),
    materials: Array.from({ length: count }, (_, at) => proposal(at)),
  },
})

const refusedFile = (fileName: string, key: string): MemoryFile => ({ status: 'refused', key, fileName, error: { code: 'damaged-file', message: { 'zh-CN': '坏了', en: 'Damaged' } }, warnings: [] })

const input = (name: string) => {
  const found = document.querySelector<HTMLInputElement>(`input[type=file][aria-label="${name}"]`)
  if (!found) throw new Error(`no file input ${name}`)
  return found
}

async function openWindow(seed: MemorySeed) {
  const memory = memoryEngine({ materials: [{ title: '原有素材' }], ...seed })
  void render(<App engine={memory.engine} />)
  await expect.element(page.getByText('原有素材').first()).toBeVisible()
  return memory
}

/** Gives files to a dialog's input as a browser would, with the folders above them: a list that keeps our files stands in for a FileList, which copies them. */
function give(target: HTMLInputElement, paths: readonly string[]) {
  const files = paths.map((path) => {
    const file = new File([`内容 ${path}`], path.split('/').at(-1) ?? path)
    if (path.includes('/')) Object.defineProperty(file, 'webkitRelativePath', { value: path })
    return file
  })
  Object.defineProperty(target, 'files', { value: files, configurable: true })
  target.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Reads files in one call, as `read-files.ts` does one by one. */
async function readAll(engine: Engine, names: readonly string[]): Promise<{ importId: string; files: ReviewFile[] }> {
  for await (const event of await engine.imports.read({ files: names.map((fileName) => ({ fileName, content: new Blob([fileName]) })) })) {
    if (event.type === 'finished') return { importId: event.importId, files: event.files.map((file) => ({ ...file, folder: '夹' })) }
  }
  throw new Error('It never finished.')
}

beforeEach(() => {
  history.replaceState(null, '', '#/library')
})

describe('importing a folder', () => {
  it('passes over lock files and hidden ones, names films apart, and reads the rest', async () => {
    await openWindow({ read: (fileName, key) => documentOf(fileName, key, 2) })
    give(input('选择要导入的文件夹'), ['资料/规划.docx', '资料/~$规划.docx', '资料/.git/config', '资料/录像/开班.mp4', '资料/二/方案.pdf'])
    await expect.element(page.getByRole('heading', { name: '文件（3）' })).toBeVisible()
    await expect.element(page.getByRole('button', { name: /开班\.mp4 没有读成/ })).toBeVisible()
    await expect.element(page.getByRole('button', { name: '收入 2 个出处、4 条素材' })).toBeVisible()
    await expect.element(page.getByTitle('资料/二/方案.pdf')).toBeVisible()
  })

  it('is offered beside the button that imports files', async () => {
    await openWindow({})
    const opened: string[] = []
    input('选择要导入的文件夹').click = () => opened.push('folder')
    await userEvent.click(page.getByRole('button', { name: '更多导入方式' }))
    await userEvent.click(page.getByRole('menuitem', { name: '导入整个文件夹…' }))
    expect(opened).toEqual(['folder'])
  })

  it('keeps what was read when it is cancelled', async () => {
    // The engine gives up the file that it is reading when the call is ended.
    const { promise: third, reject: giveUp } = Promise.withResolvers<void>()
    const memory = await openWindow({ read: (fileName, key) => documentOf(fileName, key, 1), readDelay: (fileName) => (fileName === '3.txt' ? third : Promise.resolve()) })
    give(input('选择要导入的文件夹'), Array.from({ length: 20 }, (_, at) => `夹/${at + 1}.txt`))
    await expect.element(page.getByText('已读 2 / 20 · 3.txt')).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: '取消' }))
    giveUp(new DOMException('cancelled', 'AbortError'))
    await userEvent.click(page.getByRole('button', { name: '收入 2 个出处、2 条素材' }))
    await expect.poll(() => memory.materials.map(({ title }) => title)).toEqual(['原有素材', '第 1 条', '第 1 条'])
  })
})

describe('a disk that is full', () => {
  it('is told once, and every file that was not read is named', async () => {
    const asked: string[] = []
    await openWindow({
      read: (fileName, key) => {
        asked.push(fileName)
        return fileName === '2.txt' ? { status: 'refused', key, fileName, error: { code: 'disk-full', message: { 'zh-CN': '磁盘已满。', en: 'Disk full.' } }, warnings: [] } : documentOf(fileName, key, 1)
      },
    })
    give(input('选择要导入的文件夹'), ['夹/1.txt', '夹/2.txt', '夹/3.txt', '夹/4.txt'])
    await userEvent.click(page.getByRole('button', { name: /4\.txt 没有读成/ }))
    await expect.element(page.getByText('磁盘已满。')).toBeVisible()
    expect(asked).toEqual(['1.txt', '2.txt'])
    await expect.element(page.getByRole('button', { name: '收入 1 个出处、1 条素材' })).toBeVisible()
  })
})

describe('the same file twice', () => {
  it('is named as such, and leads to the one that is taken', async () => {
    await openWindow({ read: (fileName, key) => (fileName === '副本.txt' ? { status: 'twin', key, fileName, of: { key: 'file-0', fileName: '规划.txt' } } : documentOf(fileName, key, 1)) })
    give(input('选择要导入的文件'), ['规划.txt', '副本.txt'])
    await userEvent.click(page.getByRole('button', { name: /副本\.txt 与另一份相同/ }))
    await expect.element(page.getByText('内容与这次导入的“规划.txt”完全相同，只收一份。')).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: '看那一份' }))
    await expect.element(page.getByRole('checkbox', { name: '收入“第 1 条”' })).toBeVisible()
    await expect.element(page.getByRole('button', { name: '收入 1 个出处、1 条素材' })).toBeVisible()
  })
})

describe('two thousand files under review', () => {
  it('are drawn only as far as they are in view, narrowed, and taken in portions', async () => {
    const memory = memoryEngine({ read: (fileName, key) => (fileName.startsWith('坏') ? refusedFile(fileName, key) : documentOf(fileName, key, 1)) })
    const names = Array.from({ length: 2000 }, (_, at) => (at % 100 === 99 ? `坏${at + 1}.txt` : `好${at + 1}.txt`))
    const { importId, files } = await readAll(memory.engine, names)
    let closed = false
    void renderInWindow(memory.engine, <ReviewSheet importId={importId} files={files} onClose={() => (closed = true)} />)
    await expect.element(page.getByRole('heading', { name: '文件（2,000）' })).toBeVisible()
    expect(document.querySelectorAll('nav li').length).toBeLessThan(80)
    await userEvent.selectOptions(page.getByRole('combobox', { name: '只看' }), 'not-read')
    await expect.poll(() => document.querySelector('nav li')?.getAttribute('aria-setsize')).toBe('20')
    await userEvent.click(page.getByRole('button', { name: '收入 1980 个出处、1980 条素材' }))
    await expect.poll(() => closed, { timeout: 100_000 }).toBe(true)
    expect(memory.materials.length).toBe(1980)
    expect(memory.accepted.map(({ more }) => more)).toEqual([...Array.from({ length: 197 }, () => true), false])
  })
})

describe('a document of two thousand proposals', () => {
  it('draws those in view, goes to the last by key, and names pages', async () => {
    await openWindow({ read: (fileName, key) => documentOf(fileName, key, 2000) })
    give(input('选择要导入的文件'), ['厚书.pdf'])
    await expect.element(page.getByRole('checkbox', { name: '收入“第 1 条”' })).toHaveFocus()
    await userEvent.keyboard('{End}')
    await expect.element(page.getByRole('checkbox', { name: '收入“第 2000 条”' })).toHaveFocus()
    expect(document.querySelectorAll('[data-proposal]').length).toBeLessThan(60)
    await expect.element(page.getByText('第 200 页 › 第 2000 段')).toBeVisible()
    await userEvent.keyboard(' ')
    await expect.element(page.getByRole('button', { name: '收入 1 个出处、1999 条素材' })).toBeVisible()
  })
})

describe('a document with pictures', () => {
  it('shows a picture small beside the proposal that holds it', async () => {
    const hash = AssetHash.parse('a'.repeat(64))
    const canvas = new OffscreenCanvas(40, 30)
    canvas.getContext('2d')?.fillRect(0, 0, 40, 30)
    const picture = await canvas.convertToBlob({ type: 'image/png' })
    await openWindow({
      picture: () => picture,
      read: (fileName, key) => {
        const read = documentOf(fileName, key, 2)
        if (read.status !== 'read') return read
        const [first, second] = read.document.materials
        if (!first || !second) return read
        const materials = [{ ...first, title: '操场', kind: 'picture' as const, body: `![操场](asset:${hash})` }, second]
        return { ...read, document: { ...read.document, materials, pictures: [{ hash, mime: 'image/png' as const, width: 40, height: 30, bytes: picture.size }] } }
      },
    })
    give(input('选择要导入的文件'), ['照片.docx'])
    await expect.element(page.getByRole('img', { name: '操场' })).toBeVisible()
    await expect.poll(() => document.querySelector<HTMLImageElement>('img[alt="操场"]')?.naturalWidth).toBe(40)
  })
})

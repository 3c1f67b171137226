import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { LecternError } from '../../src/shared/outcome'
import { memoryEngine, type MemorySeed } from './memory-engine'

const markdown = '---\ntitle: 旧课件\nlang: zh-CN\n---\n\n## 三个变化\n- 资源\n'
const left = { code: 'deck-animations', place: 'slide 2', message: { 'zh-CN': '第 2 页的动画没有带过来，内容都在。', en: 'Animations left out: slide 2.' } }

const choose = async (readDeck: NonNullable<MemorySeed['readDeck']>, file = new File(['x'], '旧课件.pptx')) => {
  history.replaceState(null, '', '#/talks')
  const memory = memoryEngine({ readDeck })
  void render(<App engine={memory.engine} />)
  await expect.element(page.getByRole('button', { name: '打开文件（.md、.pptx）' })).toBeVisible()
  const input = document.querySelector<HTMLInputElement>('input[type=file][accept*=".pptx"]')
  if (input === null) throw new Error('there is no way to choose a file')
  await userEvent.upload(input, file)
  return memory
}

beforeEach(() => {
  history.replaceState(null, '', '#/talks')
})

describe('a presentation that is opened as a talk', () => {
  it('says what was not taken over, and opens the talk with Enter', async () => {
    await choose(async () => ({ markdown, warnings: [left] }))
    const dialog = page.getByRole('dialog', { name: '“旧课件”已成为宣讲稿' })
    await expect.element(dialog.getByText(left.message['zh-CN'])).toBeVisible()
    await expect.element(dialog.getByRole('button', { name: '打开宣讲稿' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => location.hash).toMatch(/^#\/talk\//)
  })

  it('opens at once where nothing was left out', async () => {
    await choose(async () => ({ markdown, warnings: [] }))
    await expect.poll(() => location.hash).toMatch(/^#\/talk\//)
  })

  it('can be given up while it is read, and stores nothing', async () => {
    const memory = await choose((_, signal) => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new LecternError('cancelled', { 'zh-CN': '已取消。', en: 'Cancelled.' })))))
    await userEvent.click(page.getByRole('dialog', { name: '正在读演示文稿…' }).getByRole('button', { name: '取消' }))
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect([memory.held.talks.length, location.hash]).toEqual([0, '#/talks'])
    await expect.element(page.getByText('已取消。')).not.toBeInTheDocument()
  })

  it('says why it cannot be one', async () => {
    await choose(async () => {
      throw new LecternError('not-a-presentation', { 'zh-CN': '这个文件不是演示文稿。', en: 'Not a presentation.' })
    })
    await expect.element(page.getByText('这个文件不是演示文稿。')).toBeVisible()
  })

  it('is looked at by its bytes also where it has the name of an old one', async () => {
    const asked: string[] = []
    const read: NonNullable<MemorySeed['readDeck']> = async (fileName) => {
      asked.push(fileName)
      return { markdown, warnings: [] }
    }
    await choose(read, new File(['x'], '很旧.ppt'))
    await expect.poll(() => asked).toEqual(['很旧.ppt'])
  })
})

describe('a file that is no text', () => {
  it('does not become a talk', async () => {
    const memory = await choose(async () => ({ markdown, warnings: [] }), new File([new Uint8Array([0x50, 0x4b, 0xff, 0xfe])], '方案.docx'))
    await expect.element(page.getByText(/“方案.docx”不是 UTF-8 编码的文本/)).toBeVisible()
    expect([memory.held.talks.length, location.hash]).toEqual([0, '#/talks'])
  })
})

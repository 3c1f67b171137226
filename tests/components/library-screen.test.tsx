import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { memoryEngine, type MemorySeed } from './memory-engine'

const row = (title: string) => page.getByRole('option').filter({ hasText: title })
const field = () => page.getByRole('searchbox', { name: '在素材里查找' })

function openLibrary(seed: MemorySeed) {
  const memory = memoryEngine(seed)
  void render(<App engine={memory.engine} />)
  return { memory }
}

const three: MemorySeed = {
  materials: [
    { title: '数字资源', body: '资源走向全网', kind: 'policy', status: 'approved', tags: ['资源'] },
    { title: '乡村教师的一天', body: '一个**故事**', kind: 'story' },
    { title: '三年变化', body: '学校数', kind: 'data' },
  ],
}

beforeEach(() => {
  history.replaceState(null, '', '#/library')
})
afterEach(() => {
  localStorage.clear()
})

describe('the list', () => {
  it('shows the newest material first', async () => {
    openLibrary(three)
    await expect.poll(() => page.getByRole('option').elements()[0]?.textContent ?? '', { timeout: 20_000 }).toContain('三年变化')
  })

  it('answers each keystroke and marks what matched', async () => {
    openLibrary(three)
    await field().fill('师')
    await expect.element(page.getByRole('option')).toHaveLength(1)
    await expect.element(page.getByText('师', { exact: true })).toBeVisible()
    expect(document.querySelector('[role=option] mark')?.textContent).toBe('师')
  })

  it('never shows the answer to an older text after a newer one', async () => {
    openLibrary({ ...three, searchDelay: (text) => (text === '数' ? 400 : 0) })
    await expect.element(page.getByRole('option')).toHaveLength(3)
    await field().fill('数')
    await field().fill('数字')
    await expect.element(page.getByRole('option')).toHaveLength(1)
    await new Promise((resolve) => setTimeout(resolve, 600)) // longer than the slow answer takes
    expect(page.getByRole('option').elements()).toHaveLength(1)
  })

  it('does not search for the letters of a Chinese input method, only for what they yield', async () => {
    const { memory } = openLibrary(three)
    await expect.element(page.getByRole('option')).toHaveLength(3)
    const input = field().element() as HTMLInputElement
    const type = (value: string) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value)
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
    input.focus()
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    type('s')
    type('shi')
    type('师')
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '师' }))
    await expect.element(page.getByRole('option')).toHaveLength(1)
    expect(memory.searches).not.toContain('s')
    expect(memory.searches).not.toContain('shi')
    expect(memory.searches).toContain('师')
  })

  it('reads further materials when its end comes into view', async () => {
    const { memory } = openLibrary({ materials: Array.from({ length: 130 }, (_, at) => ({ title: `素材 ${at}` })) })
    await expect.element(row('素材 129')).toBeVisible()
    await userEvent.click(row('素材 129'))
    await userEvent.keyboard('{End}')
    await expect.poll(() => memory.searches.length).toBeGreaterThan(1)
    await userEvent.keyboard('{End}')
    await expect.poll(() => page.getByRole('option').elements().at(-1)?.getAttribute('aria-posinset')).not.toBe('50')
  })
})

describe('the keyboard', () => {
  it('moves with the arrow keys and shows the material that is reached', async () => {
    openLibrary(three)
    await userEvent.click(row('三年变化'))
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(page.getByRole('heading', { level: 2, name: '乡村教师的一天' })).toBeVisible()
    await expect.element(row('乡村教师的一天')).toHaveAttribute('aria-selected', 'true')
  })

  it('goes to the search field on / and from there to the first material on ↓', async () => {
    openLibrary(three)
    await expect.element(row('三年变化')).toBeVisible()
    await userEvent.keyboard('/')
    await expect.element(field()).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(row('三年变化')).toHaveAttribute('aria-selected', 'true')
  })

  it('removes several at once, and Ctrl Z brings them back', async () => {
    const { memory } = openLibrary(three)
    await userEvent.click(row('三年变化'))
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await expect.element(page.getByText('选中 2 条').first()).toBeVisible()
    await userEvent.keyboard('{Delete}')
    await expect.element(page.getByRole('option')).toHaveLength(1)
    expect(memory.materials).toHaveLength(1)
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.element(page.getByRole('option')).toHaveLength(3)
  })

  it('leaves Ctrl Z in the search field to the field', async () => {
    const { memory } = openLibrary(three)
    await userEvent.click(row('三年变化'))
    await userEvent.keyboard('{Delete}')
    await expect.element(page.getByRole('option')).toHaveLength(2)
    await userEvent.click(field())
    await userEvent.keyboard('师{Control>}z{/Control}')
    expect(memory.materials).toHaveLength(2)
  })
})

describe('filters', () => {
  it('narrow the list to a kind and say how many carry it', async () => {
    openLibrary(three)
    await userEvent.click(page.getByRole('button', { name: '故事 1' }))
    await expect.element(page.getByRole('option')).toHaveLength(1)
    await expect.element(page.getByRole('button', { name: '故事 1' })).toHaveAttribute('aria-pressed', 'true')
  })

  it('are cleared in one step when nothing is left', async () => {
    openLibrary(three)
    await userEvent.click(page.getByRole('button', { name: '故事 1' }))
    await field().fill('学校数')
    await expect.element(page.getByText('没有找到', { exact: true })).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: '清除筛选' }).last())
    await expect.element(page.getByRole('option')).toHaveLength(1)
  })
})

describe('one material', () => {
  it('is edited in a form and keeps what was saved', async () => {
    const { memory } = openLibrary(three)
    await userEvent.click(row('三年变化'))
    await userEvent.keyboard('{Enter}')
    await page.getByRole('textbox', { name: '标题' }).fill('三年来的变化')
    await userEvent.click(page.getByRole('button', { name: '保存' }))
    await expect.element(page.getByRole('heading', { level: 2, name: '三年来的变化' })).toBeVisible()
    expect(memory.materials.map(({ title }) => title)).toContain('三年来的变化')
  })

  it('asks for a title before a new one is stored', async () => {
    const { memory } = openLibrary(three)
    await userEvent.click(page.getByRole('button', { name: '新素材' }))
    await page.getByRole('textbox', { name: '正文' }).fill('有正文')
    await userEvent.click(page.getByRole('button', { name: '保存' }))
    await expect.element(page.getByText('请写一个标题。')).toBeVisible()
    expect(memory.materials).toHaveLength(3)
  })

  it('shows HTML in its text as text', async () => {
    openLibrary({ materials: [{ title: '带标签', body: '看 <img src=x onerror=alert(1)> 这里' }] })
    await userEvent.click(row('带标签'))
    await expect.element(page.getByRole('article').getByText('<img src=x onerror=alert(1)>', { exact: false })).toBeVisible()
    expect(document.querySelector('article img')).toBeNull()
  })
})

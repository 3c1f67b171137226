import { notifications } from '@mantine/notifications'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { memoryEngine, type MemorySeed } from './memory-engine'

const rows = () => page.getByRole('listbox', { name: '素材列表' }).getByRole('option')
const titles = () => rows().elements().map((row) => row.querySelector('[class*=hitTitle]')?.textContent)
const choice = (name: string) => page.getByRole('button', { name, exact: true })
const within = { timeout: 20_000 }

async function openLibrary(seed: MemorySeed) {
  const memory = memoryEngine(seed)
  void render(<App engine={memory.engine} />)
  await expect.poll(() => rows().elements().length, within).toBe(seed.materials?.length)
  return memory
}

const four: MemorySeed = {
  materials: [
    { title: '乙校的变化', kind: 'case', school: '乙校（示例）', stage: 'adopted', validUntil: '2027-12-31' },
    { title: '甲校的变化', kind: 'case', school: '甲校（示例）', stage: 'reviewed', validUntil: '2026-09-30' },
    { title: '旧数据', kind: 'data', validUntil: '2025-01-01' },
    { title: '师说', kind: 'quote', body: '师者，传道也' },
  ],
  talks: ['---\ntitle: 开学第一讲\n---\n## 师说 {ref=01900000-0000-7000-8000-000000000003}\n'],
}

beforeEach(() => {
  history.replaceState(null, '', '#/library')
})
afterEach(() => {
  // One store for every window of the page: the numbers of deeds begin anew with each engine.
  notifications.clean()
  localStorage.clear()
})

describe('filters', () => {
  it('narrow to a school', async () => {
    await openLibrary(four)
    await userEvent.click(choice('甲校（示例） 1'))
    await expect.poll(titles).toEqual(['甲校的变化'])
  })

  it('narrow to what is out of date, and rows say so', async () => {
    await openLibrary(four)
    await userEvent.click(choice('已过时 1'))
    await expect.poll(titles).toEqual(['旧数据'])
    expect(rows().elements()[0]?.textContent).toContain('已过时')
  })

  it('tell used from unused', async () => {
    await openLibrary(four)
    await userEvent.click(choice('用过的 1'))
    await expect.poll(titles).toEqual(['师说'])
    await userEvent.click(choice('还没用过 3'))
    await expect.poll(() => titles().length).toBe(3)
  })
})

describe('the order', () => {
  it('goes by title when asked to', async () => {
    await openLibrary(four)
    await userEvent.click(page.getByRole('button', { name: /^排序/ }))
    await userEvent.click(page.getByRole('menuitemradio', { name: '按标题' }))
    await expect.poll(titles).toEqual(['甲校的变化', '旧数据', '师说', '乙校的变化'])
  })
})

describe('a total that is an estimate', () => {
  it('is shown as 约', async () => {
    const materials = Array.from({ length: 60 }, (_, index) => ({ title: `第 ${index + 1} 条`, kind: 'note' as const }))
    void render(<App engine={memoryEngine({ materials, approximate: true }).engine} />)
    await expect.element(page.getByText('约 60 条'), within).toBeVisible()
  })
})

describe('a total that was estimated too low', () => {
  it('does not cut the list short', async () => {
    const materials = Array.from({ length: 120 }, (_, index) => ({ title: `第 ${index + 1} 条`, kind: 'note' as const }))
    void render(<App engine={memoryEngine({ materials, approximate: true, estimate: 60 }).engine} />)
    await expect.poll(() => rows().elements().length, within).toBeGreaterThan(0)
    const list = document.querySelector<HTMLElement>('main [role=listbox]')
    list?.focus()
    await expect
      .poll(
        async () => {
          await userEvent.keyboard('{End}')
          return rows().elements().at(-1)?.getAttribute('aria-posinset')
        },
        within,
      )
      .toBe('120')
    await expect.element(page.getByText('共 120 条', { exact: true })).toBeVisible()
  })
})

describe('a saved search', () => {
  it('keeps words, filters and order, and asks again in one press', async () => {
    const memory = await openLibrary(four)
    await userEvent.click(choice('引文 1'))
    await page.getByRole('searchbox', { name: '在素材里查找' }).fill('师')
    await userEvent.click(page.getByRole('button', { name: '存为常用查找' }))
    await page.getByRole('textbox', { name: '名称' }).fill('开场的话')
    await userEvent.click(page.getByRole('button', { name: '保存' }))
    await expect.poll(() => memory.held.savedSearches[0]?.filter.kinds).toEqual(['quote'])
    await userEvent.click(page.getByRole('button', { name: '清除筛选' }).first())
    await page.getByRole('searchbox', { name: '在素材里查找' }).fill('')
    await expect.poll(() => titles().length).toBe(4)
    await userEvent.click(choice('开场的话'))
    await expect.poll(titles).toEqual(['师说'])
    await expect.element(page.getByRole('searchbox', { name: '在素材里查找' })).toHaveValue('师')
    await expect.element(choice('开场的话')).toHaveAttribute('aria-pressed', 'true')
  })

  it('is deleted, and undo brings it back', async () => {
    const memory = await openLibrary(four)
    await page.getByRole('searchbox', { name: '在素材里查找' }).fill('师')
    await userEvent.click(page.getByRole('button', { name: '存为常用查找' }))
    await userEvent.click(page.getByRole('button', { name: '保存' }))
    await userEvent.click(page.getByRole('button', { name: '“师”的更多操作' }))
    await userEvent.click(page.getByRole('menuitem', { name: '删除' }))
    await expect.poll(() => memory.held.savedSearches).toEqual([])
    await userEvent.click(page.getByRole('button', { name: '撤销', exact: true }).last())
    await expect.element(choice('师')).toBeVisible()
  })
})

describe('several saved searches', () => {
  it('are put in order, renamed and deleted by keys', async () => {
    const memory = await openLibrary({ materials: [{ title: '甲' }] })
    for (const name of ['一', '二', '三']) await memory.engine.finding.saveSearch({ name, text: name, filter: { kinds: [], tags: [], topics: [], audiences: [], status: null, sourceId: null }, order: 'relevance' })
    const names = () => memory.held.savedSearches.map(({ name }) => name)
    await expect.element(choice('一')).toBeVisible()
    choice('一').element().focus()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.poll(names).toEqual(['二', '一', '三'])
    await expect.element(choice('一')).toHaveFocus()
    await userEvent.keyboard('{F2}')
    await page.getByRole('textbox', { name: /^名称/ }).fill('首要')
    await userEvent.keyboard('{Enter}')
    await expect.poll(names).toEqual(['二', '首要', '三'])
    await expect.element(choice('首要')).toBeVisible()
    choice('首要').element().focus()
    await userEvent.keyboard('{Delete}')
    await expect.poll(names).toEqual(['二', '三'])
  })
})

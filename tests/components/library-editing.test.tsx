import { notifications } from '@mantine/notifications'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { memoryEngine, memoryId, memorySource, type MemorySeed } from './memory-engine'

const rows = () => page.getByRole('listbox', { name: '素材列表' }).getByRole('option')
const row = (title: string) => rows().filter({ hasText: title })
const within = { timeout: 20_000 }
const preview = () => page.getByRole('region', { name: '将会这样改' }).element().textContent

async function openLibrary(seed: MemorySeed, address = '#/library') {
  history.replaceState(null, '', address)
  const memory = memoryEngine(seed)
  void render(<App engine={memory.engine} />)
  await expect.element(page.getByRole('main'), within).toBeVisible()
  return memory
}

const three: MemorySeed = { materials: [{ title: '甲', body: '第一句。' }, { title: '乙', tags: ['旧'] }, { title: '丙' }] }

afterEach(() => {
  // One store for every window of the page: the numbers of deeds begin anew with each engine.
  notifications.clean()
  localStorage.clear()
})

describe('several materials', () => {
  it('are changed as one deed, which one undo takes back', async () => {
    const memory = await openLibrary(three)
    await userEvent.click(row('丙'))
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await page.getByRole('combobox', { name: '加上标签' }).fill('开学')
    await userEvent.keyboard('{Enter}')
    await page.getByLabelText('状态').last().selectOptions('approved')
    await userEvent.click(page.getByRole('button', { name: '修改这 2 条' }))
    await expect.poll(() => memory.materials.map(({ tags, status }) => [...tags, status])).toEqual([['draft'], ['旧', '开学', 'approved'], ['开学', 'approved']])
    await userEvent.click(page.getByRole('button', { name: '撤销', exact: true }).last())
    await expect.poll(() => memory.materials.map(({ tags }) => tags)).toEqual([[], ['旧'], []])
  })

  it('are shown what would change before it does', async () => {
    const memory = await openLibrary({ materials: [{ title: '甲', kind: 'case', stage: 'adopted' }, { title: '乙', kind: 'note' }, { title: '丙', kind: 'story' }] })
    await userEvent.click(row('丙'))
    await userEvent.keyboard('{Control>}a{/Control}')
    await page.getByLabelText('种类').last().selectOptions('story')
    await expect.poll(preview).toContain('3 条里将改动 2 条')
    expect(preview()).toContain('种类 2 · 阶段 1')
    expect(preview()).toContain('阶段：已采纳 → 空')
    expect(memory.materials.map(({ kind }) => kind)).toEqual(['case', 'note', 'story'])
    await userEvent.click(page.getByRole('button', { name: '修改这 3 条' }))
    await expect.poll(() => memory.materials.map(({ kind, stage }) => [kind, stage])).toEqual([['story', null], ['story', null], ['story', null]])
  })

  it('become versions of one, of which the list shows the newest', async () => {
    await openLibrary(three)
    await userEvent.click(row('丙'))
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await userEvent.click(page.getByRole('button', { name: '设为同一素材的版本' }))
    await expect.poll(() => rows().elements().length).toBe(2)
    expect(row('丙').element().textContent).toContain('2 个版本')
  })
})

describe('the history of a material', () => {
  it('shows what was changed, word by word, and brings an older state back', async () => {
    const memory = await openLibrary(three)
    await userEvent.click(row('甲'))
    await userEvent.keyboard('{Enter}')
    await page.getByRole('textbox', { name: '正文' }).fill('第二句。')
    await userEvent.click(page.getByRole('button', { name: '保存' }))
    await expect.poll(() => memory.materials[0]?.body).toBe('第二句。')
    await userEvent.click(page.getByRole('button', { name: '修改历史' }))
    await expect.poll(() => document.querySelector('ins')?.textContent ?? '').toContain('二')
    expect(document.querySelector('del')?.textContent).toContain('一')
    await userEvent.click(page.getByRole('button', { name: /日 .*新建$/ }))
    await userEvent.click(page.getByRole('button', { name: '恢复成这样' }))
    await expect.poll(() => memory.materials[0]?.body).toBe('第一句。')
  })
})

describe('a case', () => {
  const aCase: MemorySeed = { materials: [{ title: '三所学校', kind: 'case', body: '### 背景\n\n孩子放学没人管。\n' }] }

  it('is written in four parts, which are its Markdown body', async () => {
    const memory = await openLibrary(aCase)
    await userEvent.click(row('三所学校'))
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('textbox', { name: '背景' })).toHaveValue('孩子放学没人管。')
    await page.getByRole('textbox', { name: '成效' }).fill('参与率到了九成。')
    await userEvent.click(page.getByRole('button', { name: '保存' }))
    await expect.poll(() => memory.materials[0]?.body).toBe('### 背景\n\n孩子放学没人管。\n\n### 成效\n\n参与率到了九成。\n')
  })

  it('is followed step by step into practice, and says what it does not tell yet', async () => {
    const memory = await openLibrary(aCase)
    await userEvent.click(row('三所学校'))
    await expect.element(page.getByText('还没有写：做法 · 成效 · 启示')).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: '记一笔进展', exact: true }))
    await page.getByLabelText('日期').fill('2026-03-01')
    await page.getByRole('textbox', { name: '说明' }).fill('教研室通过')
    await userEvent.click(page.getByRole('button', { name: '保存' }))
    await expect.element(page.getByText('教研室通过')).toBeVisible()
    expect(memory.materials[0]?.stage).toBe('reviewed')
    await userEvent.click(page.getByRole('button', { name: '删除“已评审”（2026-03-01）' }))
    await expect.poll(() => memory.held.events).toEqual([])
  })
})

describe('the consent of the people shown', () => {
  for (const kind of ['case', 'story'] as const)
    it(`is written in the form of a ${kind}, shown beside its text, kept in its history, and undone`, async () => {
      const memory = await openLibrary({ materials: [{ title: '一个孩子', kind, body: '示例正文。' }] })
      await userEvent.click(row('一个孩子'))
      await userEvent.keyboard('{Enter}')
      await page.getByRole('textbox', { name: '学校' }).fill('示例小学')
      await page.getByLabelText('当事人同意').selectOptions('given')
      await page.getByRole('textbox', { name: '同意的依据' }).fill('家长 2026-03-01 书面同意（示例）')
      await userEvent.click(page.getByRole('button', { name: '保存' }))
      await expect.element(page.getByText('当事人同意：已同意 · 家长 2026-03-01 书面同意（示例）')).toBeVisible()
      expect(memory.materials[0]).toMatchObject({ school: '示例小学', consent: { state: 'given', note: '家长 2026-03-01 书面同意（示例）' }, body: '示例正文。' })
      await userEvent.click(page.getByRole('button', { name: '修改历史' }))
      await expect.poll(() => page.getByRole('dialog').element().textContent).toContain('当事人同意')
      await userEvent.keyboard('{Escape}')
      await userEvent.click(page.getByRole('button', { name: '撤销', exact: true }).last())
      await expect.poll(() => memory.materials[0]?.consent).toBeUndefined()
    })
})

describe('the last day of a material', () => {
  it('makes it out of date, and names the talks that rest on it', async () => {
    const memory = await openLibrary({ ...three, talks: [`---\ntitle: 开学第一讲\n---\n## 甲 {ref=${memoryId(0)}}\n`] })
    await userEvent.click(row('甲'))
    await page.getByLabelText('有效至').fill('2026-08-01')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => memory.materials[0]?.validUntil).toBe('2026-08-01')
    await expect.poll(() => page.getByRole('region', { name: '时效' }).element().textContent).toContain('开学第一讲')
    await userEvent.click(page.getByRole('link', { name: '需要更新 1' }))
    await expect.element(page.getByRole('heading', { level: 1, name: '需要更新' })).toBeVisible()
  })
})

describe('the source of a material', () => {
  it('is copied as a reference after GB/T 7714', async () => {
    const given = memorySource('示例规划', 3)
    await openLibrary({ sources: [given], materials: [{ title: '甲', provenance: { sourceId: given.source.id, path: ['二、任务'], locator: '二', from: 1, to: 2 } }] })
    await userEvent.click(row('甲'))
    const copied: string[] = []
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => void copied.push(text) } })
    await userEvent.click(page.getByRole('button', { name: '复制引文' }))
    await expect.element(page.getByText('已复制引文')).toBeVisible()
    expect(copied).toEqual(['示例规划[Z]. 二.'])
  })
})

describe('the trash', () => {
  it('gives back what was deleted', async () => {
    const memory = await openLibrary(three)
    await userEvent.click(row('丙'))
    await userEvent.keyboard('{Delete}')
    await userEvent.click(page.getByRole('link', { name: '回收站 1' }))
    await userEvent.click(page.getByRole('button', { name: '恢复', exact: true }))
    await expect.element(page.getByText('回收站是空的')).toBeVisible()
    expect(memory.materials).toHaveLength(3)
  })

  it('asks before it is emptied, naming how much goes, and undo still helps', async () => {
    const memory = await openLibrary(three)
    await userEvent.click(row('丙'))
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}')
    await userEvent.click(page.getByRole('link', { name: '回收站 2' }))
    await userEvent.click(page.getByRole('button', { name: '清空回收站' }))
    await expect.element(page.getByRole('dialog', { name: '彻底删除这 2 项？' })).toBeVisible()
    expect(memory.held.trash).toHaveLength(2)
    await userEvent.click(page.getByRole('button', { name: '彻底删除 2 项' }))
    await expect.poll(() => memory.held.trash).toHaveLength(0)
    await expect.element(page.getByText('已彻底删除 2 项')).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: '撤销', exact: true }).last())
    await expect.poll(() => memory.held.trash).toHaveLength(2)
  })
})

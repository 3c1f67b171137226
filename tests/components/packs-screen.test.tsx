import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { SchoolDraft } from '../../src/shared/model/school'
import { memoryEngine, type MemorySeed } from './memory-engine'
import type { PacksSeed } from './memory-packs'

const names = ['示例第一小学', '示例第二小学', '示例中学']

async function openPacks(packs: PacksSeed = {}, seed: MemorySeed = {}) {
  const memory = memoryEngine({ ...seed, talks: ['---\ntitle: 数字资源走进教室\n---\n\n## 三个变化\n\n- 资源'], packs })
  for (const [index, name] of names.entries()) await memory.engine.schools.add({ school: SchoolDraft.parse({ name, district: index === 2 ? '西区' : '东区', level: index === 2 ? 'junior' : 'primary' }) })
  void render(<App engine={memory.engine} />)
  await expect.element(page.getByRole('heading', { level: 1, name: '宣讲包' })).toBeVisible()
  return memory
}
const text = () => document.body.textContent ?? ''
const press = (name: string | RegExp) => userEvent.click(page.getByRole('button', { name }))

beforeEach(() => {
  history.replaceState(null, '', '#/packs')
  localStorage.clear()
})

describe('the screen of packs', () => {
  it('says how many, how much and what is missing before anything is made', async () => {
    await openPacks()
    await expect.poll(text).toMatch(/3 所学校，大约/)
    await expect.poll(text).toMatch(/没有校徽/)
    await expect.poll(() => page.getByRole('textbox', { name: /放到哪个文件夹/ }).element().getAttribute('value')).toBe('/home/example/宣讲包')
  })

  it('narrows schools by district and word, and makes packs of those that are chosen', async () => {
    await openPacks()
    await userEvent.click(page.getByRole('checkbox', { name: /选中列出的 3 所/ }))
    await expect.element(page.getByRole('button', { name: '制作宣讲包' })).toBeDisabled()
    await userEvent.fill(page.getByRole('searchbox', { name: '查找学校' }), '中学')
    await userEvent.click(page.getByRole('checkbox', { name: /^示例中学/ }))
    await expect.poll(text).toMatch(/已选 1 所/)
    await press('制作宣讲包')
    await expect.poll(text).toMatch(/1 个宣讲包已做好/)
  })

  it('says who has a pack in the folder already, and selects those of an older version alone', async () => {
    await openPacks({ held: { 示例第一小学: 'this', 示例第二小学: 'older', 示例中学: 'other-talk' } })
    const rowOf = (name: string) => page.getByRole('listitem').filter({ hasText: name }).element().textContent
    await expect.poll(() => rowOf('示例第二小学')).toContain('旧版本')
    expect([rowOf('示例第一小学'), rowOf('示例中学')]).toEqual([expect.stringContaining('已有这一版'), expect.stringContaining('是另一篇宣讲稿的')])
    await press('只选旧版本的 1 所')
    await expect.poll(text).toMatch(/已选 1 所/)
    await press('制作宣讲包')
    await expect.poll(text).toMatch(/1 个宣讲包已做好/)
  })

  it('lists one school’s failure with its reason', async () => {
    await openPacks({ failing: ['示例第二小学'] })
    await press('制作宣讲包')
    await expect.poll(text).toMatch(/2 个宣讲包已做好/)
    await expect.poll(text).toMatch(/示例第二小学 — 写不了/)
  })

  it('shows how far it is and how long it will take, is stopped, and says that it goes on from there', async () => {
    await openPacks({ endless: true })
    await press('制作宣讲包')
    await expect.poll(text).toMatch(/已完成 1 \/ 3 所 · 大约还要/)
    await press('停止')
    await expect.poll(text).toMatch(/做好的宣讲包都完整/)
    await expect.element(page.getByRole('button', { name: '制作宣讲包' })).toBeVisible()
  })

  it('goes on while another screen is looked at, where it is seen and stopped, and what was chosen is found again', async () => {
    await openPacks({ endless: true })
    await userEvent.fill(page.getByRole('textbox', { name: /放到哪个文件夹/ }), '/media/示例盘/秋季')
    await press('制作宣讲包')
    await expect.poll(text).toMatch(/已完成 1 \/ 3 所/)
    location.hash = '#/settings'
    const underWay = page.getByRole('region', { name: '正在进行' })
    await expect.element(underWay.getByText(/已完成 1 \/ 3 所/)).toBeVisible()
    await userEvent.click(underWay.getByRole('link', { name: '宣讲包：数字资源走进教室' }))
    await expect.element(page.getByRole('heading', { level: 1, name: '宣讲包' })).toBeVisible()
    await expect.element(underWay).not.toBeInTheDocument()
    location.hash = '#/settings'
    await userEvent.click(underWay.getByRole('button', { name: '停止：宣讲包：数字资源走进教室' }))
    await expect.element(underWay).not.toBeInTheDocument()
    location.hash = '#/packs'
    await expect.poll(text).toMatch(/做好的宣讲包都完整/)
    expect(page.getByRole('textbox', { name: /放到哪个文件夹/ }).element().getAttribute('value')).toBe('/media/示例盘/秋季')
  })

  it('tells of its end on another screen, and shows there is more to read on its own', async () => {
    let goOn = (): void => undefined
    await openPacks({ failing: ['示例第二小学'], waits: new Promise<void>((resolve) => (goOn = resolve)) })
    await press('制作宣讲包')
    await expect.poll(text).toMatch(/已完成 0 \/ 3 所/)
    location.hash = '#/settings'
    await expect.element(page.getByRole('region', { name: '正在进行' })).toBeVisible()
    goOn()
    const told = page.getByRole('alert').filter({ hasText: '2 个宣讲包已做好，有没做成的' })
    await expect.element(told).toBeVisible()
    await userEvent.click(told.getByRole('link', { name: '查看' }))
    await expect.poll(text).toMatch(/示例第二小学 — 写不了/)
    await expect.element(told).not.toBeInTheDocument()
    await press('返回')
    await expect.element(page.getByRole('button', { name: '制作宣讲包' })).toBeVisible()
  })

  it('opens the folder of the packs with the first key where the system can show it', async () => {
    const openedFolders: string[] = []
    await openPacks({}, { openedFolders })
    await press('制作宣讲包')
    await expect.poll(() => document.activeElement?.textContent).toBe('打开文件夹')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => openedFolders).toEqual(['/home/example/宣讲包'])
  })

  it('copies the folder’s location where the door is a browser', async () => {
    const written: string[] = []
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (words) => void written.push(words))
    await openPacks()
    await press('制作宣讲包')
    await expect.poll(() => document.activeElement?.textContent).toBe('复制文件夹位置')
    expect(text()).toContain('/home/example/宣讲包')
    await userEvent.keyboard('{Enter}')
    await expect.poll(text).toMatch(/位置已复制/)
    expect(written).toEqual(['/home/example/宣讲包'])
  })

  it('offers no folder where nothing was made', async () => {
    await openPacks({ failing: names })
    await press('制作宣讲包')
    await expect.poll(text).toMatch(/3 所没有做成/)
    expect(text()).not.toContain('复制文件夹位置')
  })

  it('says that there is too little room before the disk is full', async () => {
    await openPacks({ free: 1_000_000 })
    await expect.poll(text).toMatch(/放不下/)
  })
})

describe('choosing the folder of the packs', () => {
  const folderOfPacks = () => page.getByRole('textbox', { name: /放到哪个文件夹/ }).element().getAttribute('value')
  const listed = () => [...document.querySelectorAll('[role="dialog"] [role="option"]')].map((row) => row.textContent)
  const openBrowser = async () => {
    await openPacks()
    await expect.poll(folderOfPacks).toBe('/home/example/宣讲包')
    await press('选择…')
    // The folder that is proposed is not there yet: one begins above it.
    await expect.poll(listed).toEqual(['上锁', '文档'])
  }

  it('walks down and up by keys alone, makes a folder and takes it', async () => {
    await openBrowser()
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('listbox')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.poll(listed).toEqual(['宣讲包', '照片'])
    await userEvent.keyboard('{Backspace}')
    await expect.poll(listed).toEqual(['上锁', '文档'])
    // The folder that was left is the current one.
    await expect.poll(() => document.querySelector('[role="dialog"] [aria-selected="true"]')?.textContent).toBe('文档')
    await userEvent.keyboard('{Enter}')
    await expect.poll(listed).toEqual(['宣讲包', '照片'])
    await press('新建文件夹')
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('新文件夹的名字')
    await userEvent.keyboard('秋季{Enter}')
    await expect.poll(() => page.getByRole('textbox', { name: '位置' }).element().getAttribute('value')).toBe('/home/example/文档/秋季')
    await press('选这个文件夹')
    await expect.poll(folderOfPacks).toBe('/home/example/文档/秋季')
  })

  it('says why a folder cannot be opened, and stays where it was', async () => {
    await openBrowser()
    await userEvent.keyboard('{Enter}')
    await expect.poll(text).toMatch(/没有权限查看/)
    expect(listed()).toEqual(['上锁', '文档'])
  })

  it('goes to a place or a location that was typed; Escape gives up a new name first and the dialog then', async () => {
    await openBrowser()
    await userEvent.click(page.getByRole('dialog').getByRole('button', { name: '宣讲包' }))
    await expect.poll(text).toMatch(/这里没有文件夹/)
    await userEvent.fill(page.getByRole('textbox', { name: '位置' }), '/home/example/文档')
    await userEvent.keyboard('{Enter}')
    await expect.poll(listed).toEqual(['宣讲包', '照片'])
    await press('新建文件夹')
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('新文件夹的名字')
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('button', { name: '新建文件夹' })).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: '取消' }))
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(folderOfPacks()).toBe('/home/example/宣讲包')
  })

  it('asks with the system’s own dialog where the door has one', async () => {
    await openPacks({}, { folderDialog: '/media/示例盘/宣讲包' })
    await expect.poll(folderOfPacks).toBe('/home/example/宣讲包')
    await press('选择…')
    await expect.poll(folderOfPacks).toBe('/media/示例盘/宣讲包')
    expect(document.querySelector('[role="dialog"]')).toBeNull()
  })
})

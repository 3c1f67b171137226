import { notifications } from '@mantine/notifications'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { memoryEngine, memorySource, type MemorySeed } from './memory-engine'

const within = { timeout: 20_000 }
const rows = () => page.getByRole('listbox', { name: '素材列表' }).getByRole('option')
const field = (name: string) => page.getByRole('textbox', { name, exact: true })

/** Opens the first material in its form. */
async function edit(material: NonNullable<MemorySeed['materials']>[number], sources: MemorySeed['sources'] = []) {
  history.replaceState(null, '', '#/library')
  const memory = memoryEngine({ sources, materials: [{ title: '甲', ...material }] })
  void render(<App engine={memory.engine} />)
  await expect.poll(() => rows().elements().length, within).toBe(1)
  await userEvent.click(rows().first())
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('dialog')).toBeVisible()
  return {
    saved: async () => {
      await userEvent.keyboard('{Control>}{Enter}{/Control}')
      await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0)
      return memory.materials[0]?.body
    },
  }
}

afterEach(() => {
  notifications.clean()
  localStorage.clear()
})

describe('the form of a material', () => {
  it('writes who issued a clause, and where it stands', async () => {
    const form = await edit({ kind: 'policy', body: '到 2030 年，全部覆盖。' })
    await field('发文机关').fill('示例教育局')
    await field('文件名称').fill('示例规划')
    await field('文号').fill('示例发〔2026〕1号')
    await field('条款位置').fill('二、(一)')
    expect(await form.saved()).toBe('> 到 2030 年，全部覆盖。\n> —— 示例教育局《示例规划》（示例发〔2026〕1号），二、(一)\n')
  })

  describe('of a clause that was taken from a document', () => {
    const given = memorySource('示例规划', 3)
    const provenance = { sourceId: given.source.id, path: ['二、任务'], locator: '二、(一)', from: 1, to: 2 }

    it('says where its issuer and number are kept, and writes none into the body', async () => {
      const form = await edit({ kind: 'policy', body: '到 2030 年，全部覆盖。', provenance }, [given])
      await expect.poll(() => page.getByRole('dialog').element().textContent).toMatch(/出自 .*《示例规划》.*二、\(一\).*这些记在出处里/)
      expect(field('发文机关').elements()).toEqual([])
      await field('条文').fill('到 2031 年，全部覆盖。')
      expect(await form.saved()).toBe('到 2031 年，全部覆盖。\n')
    })

    it('shows what the body says of it, where it does, and which of the two talks name', async () => {
      const form = await edit({ kind: 'policy', body: '> 全部覆盖。\n> —— 另一个局《另一份》\n', provenance }, [given])
      await expect.poll(() => page.getByRole('dialog').element().textContent).toContain('进宣讲稿时用的是这个出处')
      await field('发文机关').fill('示例教育局')
      expect(await form.saved()).toBe('> 全部覆盖。\n> —— 示例教育局《另一份》\n')
    })
  })

  it('edits figures as a sheet and draws them as a chart', async () => {
    const form = await edit({ kind: 'data', body: '| 年份 | 数 |\n| --- | --- |\n| 2024 | 12 |\n' })
    await userEvent.click(field('第 1 行，数'))
    await userEvent.keyboard('15')
    await page.getByRole('group', { name: '在片子上画成' }).getByRole('radio', { name: '折线图' }).click()
    await field('单位').fill('所')
    expect(await form.saved()).toBe(':::chart{type=line unit="所"}\n| 年份 | 数 |\n| --- | --- |\n| 2024 | 15 |\n:::\n')
  })

  it('keeps an option that is still empty while the question is written, and leaves it out of the text', async () => {
    const form = await edit({ kind: 'question', body: '' })
    await field('题目').fill('问？')
    await field('选项 A').fill('对')
    await userEvent.click(page.getByRole('checkbox', { name: 'A 是正确答案' }))
    await expect.element(field('选项 B')).toBeVisible()
    expect(await form.saved()).toBe(':::question{answer=A}\n问？\n\n- A 对\n:::\n')
  })

  it('gives an activity its minutes', async () => {
    const form = await edit({ kind: 'activity', body: '两人一组\n' })
    await field('分钟').fill('5')
    expect(await form.saved()).toBe(':::activity{minutes=5}\n两人一组\n:::\n')
  })

  it('describes a picture', async () => {
    const form = await edit({ kind: 'picture', body: '![](asset:abc)\n' })
    await page.getByRole('textbox', { name: /^画面描述/ }).fill('学生在做实验')
    expect(await form.saved()).toBe('![学生在做实验](asset:abc)\n')
  })

  it('does not take the marks of another kind for words', async () => {
    const form = await edit({ kind: 'activity', body: ':::activity{minutes=3}\n1. 两人一组\n:::\n' })
    await page.getByRole('dialog').getByRole('combobox', { name: '种类' }).selectOptions('question')
    await expect.element(page.getByText('正文现在是另一种写法', { exact: false })).toBeVisible()
    await expect.element(field('正文')).toBeVisible()
    expect(await form.saved()).toBe(':::activity{minutes=3}\n1. 两人一组\n:::\n')
  })

  it('gives way to the text and comes back with what was written there', async () => {
    const form = await edit({ kind: 'quote', body: '前言。\n\n> 学而时习之。\n' })
    await expect.element(page.getByText('正文里还有表单装不下的内容', { exact: false })).toBeVisible()
    await userEvent.click(page.getByText('文字', { exact: true }))
    await userEvent.click(field('正文'))
    await userEvent.keyboard('{Control>}{End}{/Control}> —— 示例作者{Control>}{Home}{/Control}')
    await userEvent.click(page.getByText('表单', { exact: true }))
    await expect.element(field('谁说的')).toHaveValue('示例作者')
    expect(await form.saved()).toBe('前言。\n\n> 学而时习之。\n> —— 示例作者')
  })
})

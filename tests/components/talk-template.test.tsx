import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aDesign } from '../builders/template-definition'
import { engineWith, openTalk, slide } from './desk'

const TALK = '---\ntitle: 示例宣讲\n---\n\n# 一\n\n## 资源\n- 从本校走向全网\n- 从个人走向团队\n'
const patient = { timeout: 15_000 }

const card = () => page.getByRole('radio', { name: /^示例模板/ })
const background = (): string => slide().element().querySelector('.slide-view g rect')?.getAttribute('style') ?? ''

async function openLook(talk = TALK) {
  const desk = await openTalk(engineWith(talk, { designs: [{ key: '示例模板', definition: aDesign }] }), '资源')
  await page.getByRole('tab', { name: '外观' }).click()
  await expect.poll(() => card().elements().length, patient).toBe(1)
  return desk
}

beforeEach(() => localStorage.clear())

describe('a template of the user’s own', () => {
  it('is chosen beside the built-in designs, written into the talk and shown on the slide', async () => {
    const { stored } = await openLook()
    await card().click()
    await expect.poll(stored, patient).toContain('design: 示例模板')
    await expect.poll(background, patient).toContain('rgb(253, 246, 227)')
    await page.getByRole('radio', { name: /^清朗/ }).click()
    await expect.poll(stored, patient).not.toContain('design')
  })

  it('says which layout serves which page, takes another by the keyboard, and goes back to its own', async () => {
    await openLook(TALK.replace('title: 示例宣讲', 'title: 示例宣讲\ndesign: 示例模板'))
    await page.getByRole('button', { name: '版式对应…' }).click()
    const quote = page.getByRole('combobox', { name: '引文' })
    await expect.poll(() => quote.elements().length, patient).toBe(1)
    expect(page.getByRole('dialog').getByRole('combobox').elements()).toHaveLength(17)
    const select = () => quote.element() as HTMLSelectElement
    expect(select().selectedOptions[0]?.textContent).toBe('自动：标题和内容')
    await userEvent.selectOptions(quote, '空白')
    await expect.poll(() => select().value, patient).toBe('3')
    await expect.poll(() => page.getByRole('dialog').element().textContent, patient).toContain('这个版式没有标题的位置')
    await page.getByRole('button', { name: '全部恢复自动' }).click()
    await expect.poll(() => select().value, patient).toBe('')
  })

  it('is deleted, and the talk goes back to a built-in design', async () => {
    const { stored } = await openLook(TALK.replace('title: 示例宣讲', 'title: 示例宣讲\ndesign: 示例模板'))
    await page.getByRole('button', { name: '删除模板' }).click()
    await expect.poll(stored, patient).not.toContain('design')
    await expect.poll(() => card().elements().length, patient).toBe(0)
  })
})

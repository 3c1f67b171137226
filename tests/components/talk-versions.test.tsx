import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { engineWith, openTalk, row, titles } from './desk'

const block = (title: string, shown: string, said: string) => `## ${title}\n- ${shown}\n\n:::script\n${said}\n:::\n`
const TALK = `---\ntitle: 示例宣讲\n---\n\n# 一\n\n${block('资源', '从本校走向全网', '先说资源。')}\n${block('备课', '从个人走向团队', '再说备课。')}`
const OLDER = TALK.replace('再说备课。', '再说集体备课。').replace('## 资源', `${block('开场', '各位好', '大家好。')}\n## 资源`)

const versions = () => page.getByRole('list', { name: '版本', exact: true })
const button = (name: string | RegExp) => page.getByRole('button', { name })
const patient = { timeout: 15_000 }

/** A desk whose talk has an older, named version. */
async function openDesk() {
  const engine = engineWith(TALK)
  await engine.memory.engine.talkVersions.keep({ talkId: engine.talkId, reason: 'by-hand', name: '初稿', markdown: OLDER })
  const { memory, talkId, stored } = await openTalk(engine, '资源')
  await page.getByRole('tab', { name: '版本' }).click()
  await expect.poll(() => versions().element().textContent).toContain('初稿')
  return { stored, kept: () => memory.engine.talkVersions.list({ talkId }) }
}

beforeEach(() => localStorage.clear())

describe('versions of a talk', () => {
  it('are kept under a name with Enter', async () => {
    const { kept } = await openDesk()
    await page.getByRole('textbox', { name: '版本名字' }).fill('送审稿')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => versions().element().textContent).toContain('送审稿')
    expect((await kept())[0]).toMatchObject({ name: '送审稿', reason: 'by-hand', blocks: 2 })
  })

  it('are renamed in place and deleted', async () => {
    await openDesk()
    await button(/初稿.*的更多操作/).click()
    await page.getByRole('menuitem', { name: '改名' }).click()
    await versions().getByRole('textbox', { name: '版本名字' }).fill('第一稿')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => versions().element().textContent).toContain('第一稿')
    await button(/第一稿.*的更多操作/).click()
    await page.getByRole('menuitem', { name: '删除' }).click()
    await expect.poll(() => versions().elements().map((list) => list.textContent)).toEqual([''])
  })

  it('are compared with the present in words, block by block', async () => {
    await openDesk()
    await button(/与现在比较：\s*初稿/).click()
    const dialog = page.getByRole('dialog', { name: /初稿.*→ 现在/ })
    await expect.poll(() => dialog.element().textContent).toContain('改动 1 · 删去 1')
    expect(Array.from(dialog.element().querySelectorAll('del'), (one) => one.textContent?.replace(/^删去：|。$/g, ''))).toEqual(expect.arrayContaining(['集体']))
    expect(dialog.element().textContent).not.toContain('从本校走向全网')
    await dialog.getByText('全部', { exact: true }).click()
    await expect.poll(() => dialog.element().textContent).toContain('资源')
  })

  it('are put back without losing the present, and one undo takes that back', async () => {
    const { stored, kept } = await openDesk()
    await button(/与现在比较：\s*初稿/).click()
    await button('恢复到这个版本').click()
    await expect.poll(stored, patient).toBe(OLDER)
    expect((await kept()).map(({ reason }) => reason)).toEqual(['before-restore', 'by-hand'])
    await row('备课').click()
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(stored, patient).toBe(TALK)
  })

  it('give a single block back, behind the one that is chosen', async () => {
    await openDesk()
    await row('备课').click()
    await button(/与现在比较：\s*初稿/).click()
    const dialog = page.getByRole('dialog', { name: /初稿.*→ 现在/ })
    await dialog.getByRole('button', { name: '把旧的这一段带回来' }).first().click()
    await expect.poll(() => titles()).toEqual(['一', '资源', '备课', '开场'])
  })

  it('are kept by themselves before all places are replaced', async () => {
    const { stored, kept } = await openDesk()
    await page.getByRole('tab', { name: '查找' }).click()
    await page.getByRole('textbox', { name: '查找' }).fill('走向')
    await page.getByRole('textbox', { name: '替换为' }).fill('来到')
    await button('全部替换').click()
    await expect.poll(stored, patient).toBe(TALK.replaceAll('走向', '来到'))
    expect((await kept())[0]).toMatchObject({ reason: 'before-replace' })
  })
})

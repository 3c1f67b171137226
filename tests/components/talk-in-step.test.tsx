import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { materialPrint } from '../../src/shared/in-step/fingerprint'
import { MaterialId } from '../../src/shared/model/ids'
import { engineWith, openTalk, row, shown, write } from './desk'
import { memoryId } from './memory-engine'

const MATERIAL = { title: '三个变化', body: '- 从本校走向全网' }
const cited = (id: string, script = '从本校走向全网') => `## 三个变化\n\n- 从本校走向全网\n\n:::script\n${script}\n:::\n\n:::cite{material=${id} seen=${materialPrint(MATERIAL)}}\n:::\n`
const OWN = '## 甲\n- 第一点\n\n:::script\n各位老师好。\n:::\n'
const talk = (...blocks: string[]) => `---\ntitle: 示例宣讲\n---\n\n# 一\n\n${blocks.join('\n')}\n## 末尾\n- 完\n`

const bar = () => page.getByRole('region', { name: '是否对得上' })
const button = (name: string | RegExp) => page.getByRole('button', { name })
const patient = { timeout: 15_000 }

async function openDesk(markdown: string, title: string) {
  const desk = await openTalk(engineWith(markdown, { materials: [MATERIAL] }), title)
  await row(title).click()
  return { ...desk, changeMaterial: (body: string) => desk.memory.engine.materials.update({ id: MaterialId.parse(memoryId(0)), changes: { body } }) }
}

/** The slide of a block that also has a script. */
const changeSlide = async () => {
  const desk = await openDesk(talk(OWN), '甲')
  await shown().click()
  await userEvent.keyboard('{Control>}{End}{/Control}')
  write('，还有第二点')
  await expect.element(bar(), patient).toBeVisible()
  return desk
}

beforeEach(() => localStorage.clear())

describe('a slide that was changed without its script', () => {
  it('is told at the block, in the outline and among the problems, with what changed', async () => {
    await changeSlide()
    await expect.element(row('甲')).toHaveAccessibleName(/没有对上/)
    await expect.poll(() => bar().element().textContent).toContain('讲稿未随页面更新')
    await button('看改动').click()
    await expect.poll(() => bar().element().querySelector('ins')?.textContent).toContain('还有第二点')
    await page.getByRole('tab', { name: /问题/ }).click()
    await expect.poll(() => page.getByRole('tabpanel').element().textContent).toContain('讲稿未随页面更新')
  })

  it('is found with F8 from anywhere in the talk', async () => {
    await changeSlide()
    await row('末尾').click()
    await expect.poll(() => bar().elements().length).toBe(0)
    await userEvent.keyboard('{F8}')
    await expect.element(row('甲')).toHaveAttribute('aria-selected', 'true')
  })

  it('leads to the script, and is settled when that follows', async () => {
    await changeSlide()
    await button('去改讲稿').click()
    await expect.element(page.getByRole('textbox', { name: '讲稿', exact: true })).toHaveFocus()
    write('还有第二点。')
    await expect.poll(() => bar().elements().length, patient).toBe(0)
    await expect.element(row('甲')).not.toHaveAccessibleName(/没有对上/)
  })

  it('leads to the slide in whatever form that is written', async () => {
    await openDesk(talk('## 两人一组\n\n:::activity{minutes=5}\n- 说一说\n:::\n\n:::script\n请两人一组。\n:::\n'), '两人一组')
    await page.getByRole('textbox', { name: '讲稿', exact: true }).click()
    write('说三分钟，')
    await expect.element(bar(), patient).toBeVisible()
    await button('去改页面').click()
    await expect.poll(() => document.activeElement?.closest('.editor-shown .editor-text')).not.toBeNull()
  })

  it('is settled by one press, which can be taken back', async () => {
    await changeSlide()
    await button('已一致').click()
    await expect.poll(() => bar().elements().length).toBe(0)
    await page.getByRole('alert').getByRole('button', { name: '撤销' }).click()
    await expect.element(bar(), patient).toBeVisible()
  })

  it('is named before an export, which it does not hinder', async () => {
    await changeSlide()
    await button('导出').click()
    const dialog = page.getByRole('dialog', { name: '导出' })
    await expect.poll(() => dialog.element().textContent).toContain('甲：讲稿未随页面更新')
    await expect.element(dialog.getByRole('button', { name: '导出' })).toBeEnabled()
  })
})

describe('a material that was changed after it was brought in', () => {
  it('is taken with one press where nothing of one’s own is lost, and one undo takes it back', async () => {
    const { stored, changeMaterial } = await openDesk(talk(cited(memoryId(0))), '三个变化')
    const before = await stored()
    await changeMaterial('- 从本校走向全国')
    await expect.element(bar(), patient).toBeVisible()
    await button('看改动').click()
    await expect.poll(() => bar().element().querySelector('ins')?.textContent).toContain('国')
    await button('用新的').click()
    await expect.poll(stored, patient).toBe(before.replaceAll('走向全网', '走向全国').replace(/seen=\w+/, `seen=${materialPrint({ ...MATERIAL, body: '- 从本校走向全国' })}`))
    await expect.poll(() => bar().elements().length, patient).toBe(0)
    await row('三个变化').click()
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(stored, patient).toBe(before)
  })

  it('is left aside with one press, and not told again', async () => {
    const { stored, changeMaterial } = await openDesk(talk(cited(memoryId(0))), '三个变化')
    await changeMaterial('- 从本校走向全国')
    await expect.element(bar(), patient).toBeVisible()
    await button('保留现在的').click()
    await expect.poll(() => bar().elements().length).toBe(0)
    await expect.poll(stored, patient).toContain('- 从本校走向全网')
  })

  it('is chosen part by part where one has written something oneself', async () => {
    const { stored, changeMaterial } = await openDesk(talk(cited(memoryId(0), '这是我自己的话。')), '三个变化')
    await changeMaterial('- 从本校走向全国')
    await expect.element(bar(), patient).toBeVisible()
    await button('比较后选用…').click()
    const dialog = page.getByRole('dialog', { name: '素材“三个变化”的新内容' })
    await expect.element(dialog).toBeVisible()
    const choices = dialog.getByRole('radio')
    // What was never touched is proposed to be exchanged; one's own words are proposed to stay.
    await expect.poll(() => choices.elements().map((one) => one.getAttribute('aria-checked') ?? String((one as HTMLInputElement).checked))).toEqual(['false', 'true', 'true', 'false'])
    await dialog.getByRole('button', { name: '就用选中的' }).click()
    await expect.poll(stored, patient).toContain('- 从本校走向全国')
    expect(await stored()).toContain('这是我自己的话。')
  })

  it('can be had back from the trash when it was deleted', async () => {
    const { memory } = await openDesk(talk(cited(memoryId(0))), '三个变化')
    await memory.engine.materials.remove({ ids: [MaterialId.parse(memoryId(0))] })
    await expect.element(bar(), patient).toBeVisible()
    await expect.poll(() => bar().element().textContent).toContain('素材“三个变化”已删除')
    await button('从回收站恢复').click()
    await expect.poll(() => bar().elements().length, patient).toBe(0)
  })
})

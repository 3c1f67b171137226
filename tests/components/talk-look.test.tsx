import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { engineWith, openTalk, row, slide } from './desk'

const TALK = '---\ntitle: 示例宣讲\nspeaker: 示例教师\n---\n\n# 一\n\n## 资源\n- 从本校走向全网\n- 从个人走向团队\n\n## 使用情况\n| 学校 | 节数 |\n| --- | --- |\n| 示例小学 | 12 |\n'
const patient = { timeout: 15_000 }

const design = (name: RegExp) => page.getByRole('radio', { name })

async function openLook() {
  const desk = await openTalk(engineWith(TALK), '资源')
  await page.getByRole('tab', { name: '外观' }).click()
  await expect.poll(() => design(/^清朗/).elements().length).toBe(1)
  return desk
}

const view = () => slide().element().querySelector('.slide-view')?.getAttribute('viewBox')

/** The variables that a slide on the desk is painted with. */
const painted = (name: string) => getComputedStyle(slide().element().querySelector('.slide-view') as Element).getPropertyValue(name)

beforeEach(() => localStorage.clear())

describe('the look of a talk', () => {
  it('shows pages of the talk itself in each design', async () => {
    await openLook()
    for (const name of [/^清朗/, /^庄重/, /^活力/]) {
      const pages = design(name).element().querySelectorAll('.slide-view')
      expect(Array.from(pages, (one) => one.getAttribute('aria-label'))).toEqual(['示例宣讲', '一', '资源', '使用情况'])
    }
  })

  it('is chosen by a click, written into the talk and shown on the slide, and undone', async () => {
    const { stored } = await openLook()
    const before = painted('--slide-accent')
    await design(/^庄重/).click()
    await expect.poll(stored, patient).toContain('design: formal')
    await expect.poll(() => painted('--slide-heading'), patient).not.toBe('')
    expect(painted('--slide-accent')).not.toBe(before)
    await row('资源').click()
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(stored, patient).toBe(TALK)
  })

  it('takes mode and ratio from the keyboard, and leaves no trace of what is usual', async () => {
    const { stored } = await openLook()
    const wide = view()
    ;(page.getByRole('radio', { name: '浅色' }).element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(stored, patient).toContain('mode: dark')
    ;(page.getByRole('radio', { name: '16:9' }).element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(stored, patient).toContain('ratio: "4:3"')
    await expect.poll(view, patient).not.toBe(wide)
    await userEvent.keyboard('{ArrowLeft}')
    await expect.poll(stored, patient).not.toContain('ratio')
  })

  it('lets slides fade into each other for the audience, and only where the talk says so', async () => {
    const { stored } = await openLook()
    ;(page.getByRole('radio', { name: '无', exact: true }).element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(stored, patient).toContain('transition: fade')
    await row('资源').click()
    await userEvent.keyboard('{F5}')
    const show = page.getByRole('dialog', { name: '放映', exact: true })
    await expect.element(show).toBeVisible()
    const sheet = () => show.element().querySelector('.show-slide')
    // The first slide simply stands there.
    expect(sheet()?.getAttribute('data-transition')).toBeNull()
    await userEvent.keyboard('{PageDown}')
    await expect.poll(() => sheet()?.getAttribute('data-transition'), patient).toBe('fade')
    expect(sheet()?.querySelector('.show-leaving')?.getAttribute('aria-hidden')).toBe('true')
  })

  it('brings the answer to a question on a click, on its own slide, where the talk is told so', async () => {
    const { stored } = await openTalk(engineWith('---\ntitle: 示例宣讲\n---\n\n## 想一想\n\n:::question{answer=B}\n哪一项最近？\n\n- A 资源\n- B 备课\n:::\n\n## 以后\n- 要点\n'), '想一想')
    await page.getByRole('tab', { name: '外观' }).click()
    ;(page.getByRole('radio', { name: '在下一页' }).element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(stored, patient).toContain('reveal: click')
    await expect.poll(() => slide().element().textContent, patient).toContain('答案：B')
    await row('想一想').click()
    await userEvent.keyboard('{Shift>}{F5}{/Shift}')
    const show = page.getByRole('dialog', { name: '放映', exact: true })
    await expect.element(show).toBeVisible()
    const shown = () => show.element().querySelector('.show-coming')?.textContent
    await expect.poll(shown, patient).toContain('哪一项最近？')
    expect(shown()).not.toContain('答案：B')
    await userEvent.keyboard(' ')
    await expect.poll(shown, patient).toContain('答案：B')
    await userEvent.keyboard(' ')
    await expect.poll(shown, patient).toContain('以后')
  })
})

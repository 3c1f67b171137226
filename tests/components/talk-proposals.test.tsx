import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { memoryEngine } from './memory-engine'
import { overriding } from './overriding-engine'

const materials = [
  { kind: 'case' as const, title: '示例小学的做法', body: '先试点，再推开。', status: 'approved' as const, audiences: ['young-teachers'] },
  { kind: 'case' as const, title: '示例中学的做法', body: '先培训，再使用。' },
  { kind: 'policy' as const, title: '示例规划的一段', body: '要把资源用起来。' },
]

describe('a new talk', () => {
  it('shows its outline with what fits each block and why, and takes what was ticked', async () => {
    const memory = memoryEngine({ materials })
    const created: unknown[] = []
    const engine = overriding(memory.engine, {
      talks: {
        create: (input) => {
          created.push(input)
          return memory.engine.talks.create(input)
        },
      },
    })
    history.replaceState(null, '', '#/talks')
    void render(<App engine={engine} />)
    await userEvent.click(page.getByRole('button', { name: '新建宣讲稿' }).first())
    await page.getByRole('textbox', { name: /题目/ }).fill('示例宣讲')
    await userEvent.click(page.getByRole('button', { name: '看提纲，选素材' }))
    const group = page.getByRole('group', { name: '“一所学校的做法”的素材' })
    await expect.element(group).toBeVisible()
    await expect.poll(() => group.element().textContent).toContain('已审定')
    expect(group.element().textContent).toContain('适合这类对象')
    const box = group.getByRole('checkbox', { name: '示例小学的做法' })
    box.element().focus()
    await userEvent.keyboard(' ')
    await userEvent.click(page.getByRole('button', { name: '带上 1 条素材，开始写' }))
    await expect.poll(() => created).toEqual([expect.objectContaining({ materials: [{ block: 5, id: memory.materials[0]?.id }] })])
  })
})

describe('the suggestions beside a talk', () => {
  it('follow the chosen block, and Enter brings the first one in', async () => {
    const memory = memoryEngine({ materials, talks: ['---\ntitle: 示例宣讲\nformat: policy+case\naudience: young-teachers\nminutes: 30\nlang: zh-CN\n---\n# 一、学校\n## 一所学校的做法\n## 关键的一段\n'] })
    const [talk] = await memory.engine.talks.list()
    history.replaceState(null, '', `#/talk/${talk?.id}`)
    void render(<App engine={memory.engine} />)
    await userEvent.click(page.getByRole('tab', { name: '建议' }))
    const list = page.getByRole('listbox', { name: '建议的素材' })
    await expect.poll(() => list.element().textContent).toContain('示例小学的做法')
    expect(list.element().textContent).not.toContain('示例规划的一段')
    list.element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => memory.held.talks[0]?.markdown).toContain('## 示例小学的做法')
  })
})

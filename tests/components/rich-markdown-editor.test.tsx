import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { markdownOfHtml } from '../../src/renderer/parts/markdown-editor/markdown-of-html'
import { RichMarkdownEditor } from '../../src/renderer/parts/markdown-editor/rich-markdown-editor'
import { renderInWindow } from './in-window'
import { memoryEngine } from './memory-engine'

const editor = () => page.getByRole('textbox', { name: '正文' })
const shown = () => document.querySelector('.cm-content')

async function openEditor(initial: string) {
  let latest = initial
  function Held() {
    const [value, setValue] = useState(initial)
    return (
      <>
        <RichMarkdownEditor
          label="正文"
          value={value}
          onChange={(next) => {
            latest = next
            setValue(next)
          }}
        />
        <button type="button">别处</button>
      </>
    )
  }
  void renderInWindow(memoryEngine().engine, <Held />)
  await expect.element(page.getByRole('toolbar', { name: '文字格式' })).toBeVisible()
  return { text: () => latest }
}

const paste = (data: Readonly<Record<string, string>>) => {
  const clipboardData = new DataTransfer()
  for (const [type, content] of Object.entries(data)) clipboardData.setData(type, content)
  shown()?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

describe('Markdown that is written', () => {
  it('shows its marks on the line of the cursor only', async () => {
    await openEditor('**术语：**解释\n\n第二行')
    await expect.poll(() => shown()?.textContent).toBe('术语：解释第二行')
    await userEvent.click(editor())
    await userEvent.keyboard('{Control>}{Home}{/Control}')
    await expect.poll(() => shown()?.textContent).toBe('**术语：**解释第二行')
    await userEvent.keyboard('{Control>}{End}{/Control}')
    await expect.poll(() => shown()?.textContent).toBe('术语：解释第二行')
  })

  it('draws a table until the cursor goes into it', async () => {
    await openEditor('一句话。\n\n| 年份 | 数 |\n| --- | --- |\n| 2024 | 12 |\n')
    await expect.poll(() => document.querySelectorAll('.cm-table td').length).toBe(2)
    await userEvent.click(editor())
    await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowDown}{ArrowDown}')
    await expect.poll(() => document.querySelector('.cm-table')).toBeNull()
  })

  it('is made strong and plain again by Ctrl B', async () => {
    const written = await openEditor('甲乙丙')
    await userEvent.click(editor())
    await userEvent.keyboard('{Control>}a{/Control}{Control>}b{/Control}')
    await expect.poll(written.text).toBe('**甲乙丙**')
    await userEvent.keyboard('{Control>}b{/Control}')
    await expect.poll(written.text).toBe('甲乙丙')
  })

  it('goes on with a list at Enter, and Tab puts an item under the one before', async () => {
    const written = await openEditor('- 甲')
    await userEvent.click(editor())
    await userEvent.keyboard('{Control>}{End}{/Control}{Enter}乙{Tab}')
    await expect.poll(written.text).toBe('- 甲\n  - 乙')
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    await expect.poll(written.text).toBe('- 甲\n- 乙')
  })

  it('does not catch the keyboard: Tab outside a list goes on', async () => {
    await openEditor('一句话。')
    await userEvent.click(editor())
    await userEvent.keyboard('{Tab}')
    await expect.element(page.getByRole('button', { name: '别处' })).toHaveFocus()
  })

  it('takes in formatted text and cells as Markdown, and undoes it', async () => {
    const written = await openEditor('')
    await userEvent.click(editor())
    paste({ 'text/plain': '要点 甲', 'text/html': '<h2>要点</h2><ul><li>甲<b>重</b></li></ul>' })
    await expect.poll(written.text).toBe('### 要点\n\n- 甲**重**\n')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(written.text).toBe('')
    paste({ 'text/plain': '年份\t数\r\n2024\t12\r\n', 'text/html': '<table><tr><td>年份</td><td>数</td></tr><tr><td>2024</td><td>12</td></tr></table>' })
    await expect.poll(written.text).toBe('| 年份 | 数 |\n| --- | --- |\n| 2024 | 12 |\n')
  })
})

describe('formatted text of the clipboard', () => {
  it('becomes Markdown that reads the same', () => {
    expect(markdownOfHtml('<p>甲 <a href="https://example.org/a">链接</a></p><ol><li>一<ul><li>子</li></ul></li><li>二</li></ol><blockquote><p>引</p></blockquote>')).toBe('甲 [链接](https://example.org/a)\n\n1. 一\n   - 子\n2. 二\n\n> 引')
  })
  it('loses what would run or be fetched', () => expect(markdownOfHtml('<p><b>甲</b><script>alert(1)</script><img src="http://example.org/x.png"><a href="javascript:alert(1)">乙</a></p>')).toBe('**甲**乙'))
  it('is left to plain text when it has no form', () => expect(markdownOfHtml('<meta charset="utf-8"><span style="color:red">甲</span>')).toBeNull())
  it('escapes what would be a mark', () => expect(markdownOfHtml('<p>1. 甲*乙*</p><p><b>x</b></p>')).toBe('1\\. 甲\\*乙\\*\n\n**x**'))
})

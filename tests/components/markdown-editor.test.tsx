import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Providers } from '../../src/renderer/app/providers'
import { MarkdownEditor } from '../../src/renderer/parts/markdown-editor/markdown-editor'
import { memoryEngine } from './memory-engine'

type Given = { readonly value: string; readonly version: number }

const shown = () => document.querySelector('.cm-content')?.textContent

/** An editor whose text is kept elsewhere, and comes back from there when `give` says so. `typed` is the text as it was reported, one for each version. */
async function openEditor(initial: string) {
  const typed = [initial]
  const { engine } = memoryEngine()
  const editor = ({ value, version }: Given) => (
    <Providers engine={engine}>
      <MarkdownEditor label="正文" value={value} version={version} onChange={(next) => typed.push(next) - 1} />
    </Providers>
  )
  const { rerender } = await render(editor({ value: initial, version: 0 }))
  await userEvent.click(page.getByRole('textbox', { name: '正文' }))
  await userEvent.keyboard('{Control>}{End}{/Control}')
  return { typed, give: (given: Given) => rerender(editor(given)) }
}

describe('an editor whose text comes back a moment behind the keys', () => {
  it('leaves what was typed since alone, and takes in what is newer', async () => {
    const { typed, give } = await openEditor('甲')
    await userEvent.keyboard('bc')
    expect(typed).toEqual(['甲', '甲b', '甲bc'])
    await give({ value: '甲b', version: 1 })
    await give({ value: '甲bc', version: 2 })
    // Whatever would be taken in has been when this is.
    await give({ value: '甲bc，有人接着写', version: 3 })
    await expect.poll(shown).toBe('甲bc，有人接着写')
    expect(typed).toEqual(['甲', '甲b', '甲bc'])
  })

  it('does not go back to what an older version says', async () => {
    const { typed, give } = await openEditor('甲')
    await userEvent.keyboard('b')
    await give({ value: '乙', version: 0 })
    await userEvent.keyboard('c')
    await expect.poll(shown).toBe('甲bc')
    expect(typed.at(-1)).toBe('甲bc')
  })

  it('takes in again what it was given before, once that is newer than what was typed', async () => {
    const { give } = await openEditor('甲')
    await userEvent.keyboard('b')
    await expect.poll(shown).toBe('甲b')
    await give({ value: '甲', version: 2 })
    await expect.poll(shown).toBe('甲')
  })
})

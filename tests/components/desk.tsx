/** The desk as the component tests meet it. */
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/renderer/app/app'
import { TalkId } from '../../src/shared/model/ids'
import { memoryEngine, memoryId, type MemorySeed } from './memory-engine'

/** A row's name goes on with its time and kind. */
export const row = (title: string) => page.getByRole('treeitem', { name: new RegExp(`^${title}( |$)`) })
const titleOf = (element: Element) => element.querySelector('.outline-title')?.textContent
export const titles = () => page.getByRole('treeitem').elements().map(titleOf)
export const picked = () => page.getByRole('treeitem', { selected: true }).elements().map(titleOf)
export const script = () => page.getByRole('textbox', { name: '讲稿', exact: true })
export const shown = () => page.getByRole('textbox', { name: '投影的内容', exact: true })
export const slide = () => page.getByRole('region', { name: '幻灯片' })

/** Text that arrives at once, as an input method commits it: a slow machine must not turn it into several steps of undo. */
export const write = (text: string) => document.execCommand('insertText', false, text)

/** A clipboard event on whatever has the focus; gives the text that is on the clipboard afterwards. */
export const clipboard = (type: 'copy' | 'cut' | 'paste', text = '') => {
  const event = new ClipboardEvent(type, { bubbles: true, cancelable: true, clipboardData: new DataTransfer() })
  event.clipboardData?.setData('text/plain', text)
  document.activeElement?.dispatchEvent(event)
  return event.clipboardData?.getData('text/plain') ?? ''
}

/** An engine in memory with one talk, and its id. */
export function engineWith(talk: string, seed: MemorySeed = {}) {
  const memory = memoryEngine({ talks: [talk], ...seed })
  // Ids count up, materials first.
  return { memory, talkId: TalkId.parse(memoryId(seed.materials?.length ?? 0)) }
}

/** Opens the desk of a talk and waits until its outline shows a row. `stored` gives the Markdown as the engine has it. */
export async function openTalk({ memory, talkId }: ReturnType<typeof engineWith>, title: string) {
  history.replaceState(null, '', `#/talk/${talkId}`)
  await render(<App engine={memory.engine} />)
  await expect.poll(() => row(title).elements().length, { timeout: 20_000 }).toBe(1)
  return { memory, talkId, stored: async () => (await memory.engine.talks.get({ id: talkId })).markdown }
}

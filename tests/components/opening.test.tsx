import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { Opening } from '../../src/renderer/app/opening'
import { Unreachable } from '../../src/renderer/app/unreachable'
import { systemLanguage } from '../../src/renderer/i18n/language'
import { openingSentence } from '../../src/shared/opening-sentence'

test('a window shows what is done to a library before it is open, and how far it is', async () => {
  const backingUp = { doing: 'backing-up', done: 0, total: 0 } as const
  const screen = await render(<Opening step={backingUp} />)
  await expect.poll(() => screen.getByRole('status').element().textContent).toBe(openingSentence(backingUp)[systemLanguage()])
  const indexing = { doing: 'indexing', done: 450, total: 1000 } as const
  await screen.rerender(<Opening step={indexing} />)
  await expect.poll(() => screen.getByRole('status').element().textContent).toContain('45%')
  await expect.poll(() => screen.getByRole('progressbar').element().getAttribute('aria-valuenow')).toBe('45')
})

test('a window says why the library cannot be opened', async () => {
  const screen = await render(<Unreachable failure={{ code: 'migration-failed', message: { 'zh-CN': '素材库已保持原样。', en: 'The library is unchanged.' } }} />)
  await expect.poll(() => screen.container.textContent).toMatch(/素材库已保持原样。|The library is unchanged\./)
})

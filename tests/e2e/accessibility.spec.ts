import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './lectern'
import { LecternWindow } from './pages/window'

const appearances = ['light', 'dark'] as const
const languages = ['zh-CN', 'en'] as const

test('axe finds nothing serious on any screen, light and dark, in both languages', async ({ page, lectern: _running }) => {
  const window = new LecternWindow(page)
  await window.fillExample()
  for (const language of languages) {
    for (const appearance of appearances) {
      await window.prefer({ language, appearance })
      for (const room of ['library', 'freshness', 'trash', 'talks', 'formats', 'audiences', 'talk', 'settings'] as const) {
        await window.goToAddress(room)
        const { violations } = await new AxeBuilder({ page }).analyze()
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        expect.soft(serious.map(({ id, nodes }) => `${language} ${appearance} ${room}: ${id} ${nodes[0]?.html}`)).toEqual([])
        await page.screenshot({ path: `test-results/screens/${room}-${language}-${appearance}.png` })
      }
    }
  }
})

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './lectern'
import { LecternWindow } from './pages/window'

const appearances = ['light', 'dark'] as const
const languages = ['zh-CN', 'en'] as const
/** At 200 % a window of 1360 × 860 has half as many CSS pixels either way. */
const zooms = { '100': { width: 1360, height: 860 }, '200': { width: 680, height: 430 } } as const

/** What is still wrong once whatever comes or goes has settled: a notice that fades has less contrast than it is read with. */
const lookedThrough = async (page: Page, name: string) => {
  const findings = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)
  }
  await expect.configure({ soft: true }).poll(findings).toEqual([])
  await page.screenshot({ path: `test-results/screens/${name}.png` })
}

for (const [zoom, viewport] of Object.entries(zooms)) {
  test(`axe finds nothing serious on any screen at ${zoom} %, light and dark, in both languages`, async ({ page, lectern: _running }) => {
    test.slow() // some fifty screens
    const window = new LecternWindow(page)
    await window.fillExample()
    await page.setViewportSize(viewport)
    for (const language of languages) {
      for (const appearance of appearances) {
        await window.prefer({ language, appearance })
        for (const room of ['library', 'freshness', 'trash', 'talks', 'formats', 'audiences', 'schools', 'packs', 'settings', 'talk'] as const) {
          await window.goToAddress(room)
          await lookedThrough(page, `${room}-${language}-${appearance}-${zoom}`)
        }
        // What stands over the desk.
        await page.getByRole('button', { name: /^(各对象的版本|Variants by audience)$/ }).click()
        await expect(page.getByRole('dialog')).toBeVisible()
        await lookedThrough(page, `variants-${language}-${appearance}-${zoom}`)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
        await page.keyboard.press('Alt+F5')
        await expect(page.getByRole('dialog')).toBeVisible()
        await lookedThrough(page, `presenter-${language}-${appearance}-${zoom}`)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
    }
  })
}

test('axe finds nothing serious in the dialogs for a folder and for the licences of others', async ({ page, door, lectern: _running }) => {
  test.slow() // axe looks until all is still
  const window = new LecternWindow(page)
  await window.fillExample()
  const dialogs = [
    // In Electron the system's own dialog asks for a folder.
    ...(door === 'electron' ? [] : [{ room: 'packs', button: /^(选择…|Browse…)$/, entry: 'listbox' } as const]),
    { room: 'settings', button: /^(第三方许可…|Third-party licences…)$/, entry: 'listitem' } as const,
  ]
  const looks = [
    { language: 'zh-CN', appearance: 'light' },
    { language: 'en', appearance: 'dark' },
  ] as const
  for (const { language, appearance } of looks) {
    await window.prefer({ language, appearance })
    for (const { room, button, entry } of dialogs) {
      await window.goToAddress(room)
      await page.getByRole('button', { name: button }).click()
      await expect(page.getByRole('dialog').getByRole(entry).first()).toBeAttached()
      await lookedThrough(page, `${room}-dialog-${language}-${appearance}`)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  }
})

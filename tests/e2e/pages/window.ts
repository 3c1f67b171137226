import type { Locator, Page } from '@playwright/test'
import { DeskPage } from './desk-page'
import { LibraryPage } from './library-page'
import { PacksPage } from './packs-page'
import { TalksPage } from './talks-page'

/** What a user can do in Lectern's window, in the Chinese interface. Says nothing about what must be seen. */
export class LecternWindow {
  readonly library: LibraryPage
  readonly talks: TalksPage
  readonly desk: DeskPage
  readonly packs: PacksPage

  constructor(readonly page: Page) {
    this.library = new LibraryPage(page)
    this.talks = new TalksPage(page)
    this.desk = new DeskPage(page)
    this.packs = new PacksPage(page)
  }

  async goTo(room: '素材' | '宣讲' | '设置'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: room }).click()
  }

  /** From the welcome of an empty library. */
  async fillExample(): Promise<void> {
    await this.page.getByRole('button', { name: /示例素材库/ }).click()
    await this.page.getByRole('listbox', { name: '素材列表' }).waitFor()
  }

  /** From the welcome of an empty library to the desk of one of the example's talks. */
  async openExampleTalk(title: string): Promise<void> {
    await this.fillExample()
    await this.goTo('宣讲')
    await this.talks.open(title)
    await this.desk.outline.waitFor()
  }

  async prefer({ language, appearance }: { language: 'zh-CN' | 'en'; appearance: 'light' | 'dark' }): Promise<void> {
    await this.goToAddress('settings')
    await this.page.getByText(language === 'en' ? 'English' : '简体中文', { exact: true }).click()
    await this.page.getByText(appearance === 'light' ? /^(浅色|Light)$/ : /^(深色|Dark)$/).click()
    await this.page.locator(`html[lang="${language}"][data-mantine-color-scheme="${appearance}"]`).waitFor()
  }

  /** By address, in whichever language the window speaks; `talk` is the first in the list. */
  async goToAddress(room: 'library' | 'freshness' | 'trash' | 'talks' | 'formats' | 'audiences' | 'schools' | 'packs' | 'talk' | 'settings'): Promise<void> {
    await this.page.evaluate((address) => {
      location.hash = address
    }, room === 'talk' ? '#/talks' : `#/${room}`)
    if (room === 'talk') {
      await this.page.locator('.talk-link').first().click()
      await this.page.getByRole('tree').waitFor()
    } else await this.page.getByRole('main').waitFor()
    await this.page.waitForLoadState('networkidle')
  }

  get saved(): Locator {
    return this.page.getByText('已保存', { exact: true })
  }
}

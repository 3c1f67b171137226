import type { Locator, Page } from '@playwright/test'
import { DeskPage } from './desk-page'
import { LibraryPage } from './library-page'
import { TalksPage } from './talks-page'

/** What a user can do in Lectern's window, in the Chinese interface. Says nothing about what must be seen. */
export class LecternWindow {
  readonly library: LibraryPage
  readonly talks: TalksPage
  readonly desk: DeskPage

  constructor(readonly page: Page) {
    this.library = new LibraryPage(page)
    this.talks = new TalksPage(page)
    this.desk = new DeskPage(page)
  }

  async goTo(room: '素材' | '宣讲' | '设置'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: room }).click()
  }

  get saved(): Locator {
    return this.page.getByText('已保存', { exact: true })
  }
}

import type { Locator, Page } from '@playwright/test'

/** Packs for schools, in the Chinese interface. */
export class PacksPage {
  constructor(private readonly page: Page) {}

  get schools(): Locator {
    return this.page.getByRole('region', { name: '学校' }).getByRole('listitem')
  }

  school(name: string): Locator {
    return this.schools.filter({ hasText: name })
  }

  get status(): Locator {
    return this.page.getByRole('status').first()
  }

  async putInto(folder: string): Promise<void> {
    await this.page.getByRole('textbox', { name: '放到哪个文件夹' }).fill(folder)
  }

  /** Of those listed, all or none. */
  async choose(all: boolean): Promise<void> {
    await this.page.getByRole('checkbox', { name: /^选中列出的/ }).setChecked(all)
  }

  async chooseSchool(name: string): Promise<void> {
    await this.school(name).getByRole('checkbox').check()
  }

  get chooseOlder(): Locator {
    return this.page.getByRole('button', { name: /^只选旧版本的/ })
  }

  /** Makes the packs and waits for their end. */
  async make(): Promise<void> {
    await this.page.getByRole('button', { name: '制作宣讲包' }).click()
    await this.page.getByRole('button', { name: '返回' }).waitFor({ timeout: 120_000 })
  }

  async back(): Promise<void> {
    await this.page.getByRole('button', { name: '返回' }).click()
  }
}

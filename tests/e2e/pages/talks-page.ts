import type { Page } from '@playwright/test'

export class TalksPage {
  constructor(private readonly page: Page) {}

  async create(title: string, minutes: number): Promise<void> {
    await this.page.getByRole('button', { name: '新建宣讲稿' }).first().click()
    const dialog = this.page.getByRole('dialog', { name: '新建宣讲稿' })
    await dialog.getByLabel('题目').fill(title)
    await dialog.getByLabel('时长（分钟）').fill(String(minutes))
    await dialog.getByRole('button', { name: '开始写' }).click()
  }

  async open(title: string): Promise<void> {
    await this.page.getByRole('link', { name: title }).click()
  }
}

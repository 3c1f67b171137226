import { expect, type Download, type Locator, type Page } from '@playwright/test'

export class DeskPage {
  constructor(private readonly page: Page) {}

  get outline(): Locator {
    return this.page.getByRole('tree', { name: /^提纲/ })
  }

  get blocks(): Locator {
    return this.outline.getByRole('treeitem', { level: 2 })
  }

  get slide(): Locator {
    return this.page.getByRole('region', { name: '幻灯片' })
  }

  get script(): Locator {
    return this.page.getByRole('textbox', { name: '讲稿', exact: true })
  }

  /** What is out of step in the block that is chosen. */
  get inStep(): Locator {
    return this.page.getByRole('region', { name: '是否对得上' })
  }

  get shown(): Locator {
    return this.page.getByRole('textbox', { name: '投影的内容', exact: true })
  }

  row(title: string): Locator {
    return this.outline.getByRole('treeitem', { name: title }).first()
  }

  async choose(block: string): Promise<void> {
    await this.row(block).click()
  }

  async searchMaterials(text: string): Promise<void> {
    await this.page.getByRole('combobox', { name: '在素材库里找' }).fill(text)
  }

  get materials(): Locator {
    return this.page.getByRole('listbox', { name: '素材' }).getByRole('option')
  }

  /** Brings the first hit for `text` in behind the chosen block, by Enter. */
  async bringIn(text: string): Promise<void> {
    await this.searchMaterials(text)
    await expect(this.materials.first()).toContainText(text)
    await this.page.getByRole('combobox', { name: '在素材库里找' }).press('Enter')
  }

  async exportAndSave(): Promise<Map<string, Download>> {
    await this.page.getByRole('button', { name: '导出' }).click()
    const dialog = this.page.getByRole('dialog', { name: '导出' })
    await dialog.getByRole('button', { name: '导出', exact: true }).click()
    const saved = new Map<string, Download>()
    for (const name of ['slides.pptx', 'script.docx']) {
      const [download] = await Promise.all([this.page.waitForEvent('download'), dialog.getByRole('button', { name: `保存 ${name}` }).click()])
      saved.set(name, download)
    }
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    return saved
  }

  async exportMarkdown(): Promise<Download> {
    await this.page.getByRole('button', { name: '导出' }).click()
    const dialog = this.page.getByRole('dialog', { name: '导出' })
    for (const kind of ['幻灯片 PowerPoint', '讲稿 Word']) await dialog.getByRole('checkbox', { name: kind }).uncheck()
    await dialog.getByRole('checkbox', { name: '文本 Markdown' }).check()
    await dialog.getByRole('button', { name: '导出', exact: true }).click()
    const [download] = await Promise.all([this.page.waitForEvent('download'), dialog.getByRole('button', { name: '保存 talk.md' }).click()])
    return download
  }
}

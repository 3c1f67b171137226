import type { Locator, Page } from '@playwright/test'

export class LibraryPage {
  constructor(private readonly page: Page) {}

  /** Drops a file anywhere on the window, as from the computer's own file manager. */
  async drop(name: string, content: Buffer, type: string): Promise<void> {
    const files = await this.page.evaluateHandle(
      ({ base64, name, type }) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name, { type }))
        return transfer
      },
      { base64: content.toString('base64'), name, type },
    )
    // As a real drag does it: entering the window uncovers the place to let go, and the drop lands there.
    const target = this.page.getByText('松开手，读进来看看')
    await this.page.dispatchEvent('body', 'dragenter', { dataTransfer: files })
    await target.waitFor()
    for (const event of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(event, { dataTransfer: files })
  }

  get review(): Locator {
    return this.page.getByRole('dialog', { name: '导入前看一看' })
  }

  async accept(): Promise<void> {
    await this.review.getByRole('button', { name: /^收入 / }).click()
    await this.review.waitFor({ state: 'hidden' })
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: '在素材里查找' }).fill(text)
  }

  get hits(): Locator {
    return this.page.getByRole('listbox', { name: '素材列表' }).getByRole('option')
  }
}

import type { Locator, Page } from '@playwright/test'

/** The hands of a user, whose every move is counted: keys pressed, characters typed, clicks and drags. */
export class CountedHands {
  private readonly counts = { keys: 0, characters: 0, clicks: 0, drags: 0 }

  constructor(private readonly page: Page) {}

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time++) await this.page.keyboard.press(key)
    this.counts.keys += times
  }

  /** Text as an input method gives it, all at once: counted by its characters, however it was spelt. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text)
    this.counts.characters += text.length
  }

  /** Presses a key until something has the focus, as one does who looks at the screen. */
  async pressUntilFocused(key: string, target: Locator, most = 40): Promise<void> {
    for (let time = 0; time < most; time++) {
      if (await target.evaluateAll((elements) => elements.some((element) => element === document.activeElement))) return
      await this.press(key)
    }
    throw new Error(`${most} × ${key} did not lead to ${target.toString()}`)
  }

  async click(target: Locator, modifiers: readonly ('Shift' | 'Control')[] = []): Promise<void> {
    await target.click({ modifiers: [...modifiers] })
    this.counts.clicks++
  }

  async drag(from: Locator, to: Locator): Promise<void> {
    await from.dragTo(to)
    this.counts.drags++
  }

  report(): string {
    const { keys, characters, clicks, drags } = this.counts
    return `${keys} keys, ${characters} characters, ${clicks} clicks, ${drags} drags`
  }
}

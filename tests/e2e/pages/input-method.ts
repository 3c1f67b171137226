import type { CDPSession } from '@playwright/test'

/**
 * An input method for Chinese at work, as Chromium sees one: text under composition, keys that are the input method's own (code 229, UI Events §4.3.3),
 * and the text that comes of it.
 */
export class InputMethod {
  constructor(private readonly cdp: CDPSession) {}

  /** Puts Latin letters under composition in the field that has the focus. */
  async compose(letters: string): Promise<void> {
    await this.cdp.send('Input.imeSetComposition', { text: letters, selectionStart: letters.length, selectionEnd: letters.length })
  }

  /** A key that the input method takes for itself: it chooses among candidates, leafs through them, or ends the composition. */
  async press(key: string): Promise<void> {
    for (const type of ['rawKeyDown', 'keyUp'] as const) await this.cdp.send('Input.dispatchKeyEvent', { type, key, code: /^\d$/.test(key) ? `Digit${key}` : key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 })
  }

  /** Puts the chosen characters in place of what was under composition. */
  async commit(text: string): Promise<void> {
    await this.cdp.send('Input.insertText', { text })
  }
}

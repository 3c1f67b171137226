import type { Page } from 'playwright'

export const percentile = (times: readonly number[], share: number): number => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN

/** What no list can beat: a page of nothing but a field and fifty rows, which are written anew with every key. */
export const BARE_PAGE = `<!doctype html><main><input type="search"><div role="listbox" style="height:700px;overflow:auto"></div></main><script>
  const list = document.querySelector('[role=listbox]')
  document.querySelector('input').addEventListener('input', (event) => {
    const word = event.target.value
    list.innerHTML = word === '' ? '' : Array.from({ length: 50 }, (_, row) => '<div role="option" style="height:80px"><b>第 ' + row + ' 条</b><p>教师在<mark>' + word + '</mark>课堂里（示例）</p></div>').join('')
  })
</script>`

/** Milliseconds from the key until the frame with the answer is painted; the field is emptied before. */
export const keyToPaint = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (text) => {
    const field = document.querySelector<HTMLInputElement>('main input[type=search]')
    const list = document.querySelector('main [role=listbox]')
    if (!field || !list) throw new Error('The library is not on the screen.')
    const type = (value: string) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value)
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
    // Titles may be without the words, snippets hold them as far as they are in the body: any mark with one of them is the answer.
    const words = text.toLowerCase().split(' ')
    const isThere = () => [...list.querySelectorAll('mark')].some((mark) => words.some((word) => (mark.textContent ?? '').toLowerCase().includes(word)))
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page knows nothing that stands outside
    const until = (reached: () => boolean) =>
      new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => {
          if (!reached()) return
          watch.disconnect()
          resolve()
        })
        watch.observe(document.body, { subtree: true, childList: true, characterData: true })
        if (reached()) resolve()
      })
    const emptied = until(() => list.querySelector('mark') === null)
    type('')
    await emptied
    await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 50))
    const answer = until(isThere)
    const started = performance.now()
    type(text)
    await answer
    // A task that is posted in the frame's own callback comes after its paint.
    await new Promise<void>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(), { once: true })
        port1.start()
        port2.postMessage(null)
      }),
    )
    return performance.now() - started
  }, text)

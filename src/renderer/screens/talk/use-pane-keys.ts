import { useEffect, type RefObject } from 'react'
import { isComposing } from '../../app/typing'

/** Where the cursor goes in each pane of the desk, in reading order; of several the first that is there. */
const PANES = ['.outline-row[tabindex="0"]', '.editor-title input', '.editor-shown .editor-text :is(.cm-content, textarea, select, input:not([type="file"]))', '.editor-said .cm-content', '.drawer-panel :is(input, textarea, .cm-content, button)']
const AREAS = ['.outline', '.editor-title', '.editor-shown .editor-text', '.editor-said', '.desk-drawer']

/** F6 goes on to the next pane and Shift F6 back, as in any program of several panes: from the outline to the slide's texts, the script and the drawer. */
export function usePaneKeys(desk: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey || isComposing(event) || document.querySelector('[role="dialog"]') !== null) return
      event.preventDefault()
      const step = event.shiftKey ? -1 : 1
      const here = AREAS.findIndex((area) => document.activeElement?.closest(area))
      for (let hop = 1; hop <= PANES.length; hop++) {
        const at = ((here < 0 ? (step === 1 ? -1 : 0) : here) + step * hop + 2 * PANES.length) % PANES.length
        const field = desk.current?.querySelector<HTMLElement>(PANES[at] ?? '')
        field?.focus()
        // What cannot be reached, such as a form that only tells something, is passed over.
        if (field && document.activeElement === field) return
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [desk])
}

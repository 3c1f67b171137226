import { useEffect, useEffectEvent } from 'react'
import { isComposing } from '../../app/typing'

/**
 * The keys of every window that a show is in.
 * @param onKey whether it took the key; what it takes goes no further
 * @param second a window beside this one
 */
export function useShowKeys(onKey: (event: KeyboardEvent) => boolean, second: Window | null = null): void {
  const take = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'F5') event.preventDefault() // a reload would end the show in the second window
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return
    // A button of the show that has the focus is pressed with these; one of the desk behind it, from which the show was started, is not.
    if ((event.key === 'Enter' || event.key === ' ') && (event.target as Element | null)?.closest?.('.show :is(button, a)') != null) return
    if (!onKey(event)) return
    event.preventDefault()
    event.stopPropagation()
  })
  useEffect(() => {
    const windows = second === null ? [window] : [window, second]
    const listener = (event: KeyboardEvent) => take(event)
    for (const each of windows) each.addEventListener('keydown', listener, true)
    return () => {
      for (const each of windows) each.removeEventListener('keydown', listener, true)
    }
  }, [second])
}

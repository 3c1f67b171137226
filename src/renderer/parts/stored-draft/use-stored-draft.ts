import { useCallback, useEffect, useRef, useState } from 'react'

/** Milliseconds without a change after which it is stored: one deed for a burst of typing. */
const REST = 500

/**
 * What is edited stands in the window at once and is stored when the keys rest, at the latest when the editor closes. A change from elsewhere, such as
 * undo, takes the place of what stands there; the echo of one's own does not.
 * @param stored the same object for as long as it says the same
 */
export function useStoredDraft<Draft>(stored: Draft, store: (draft: Draft) => void): readonly [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(stored)
  const [seen, setSeen] = useState(stored)
  const [sent, setSent] = useState<readonly string[]>([])
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly flush: () => void } | null>(null)
  const latestStore = useRef(store)

  useEffect(() => {
    latestStore.current = store
  }, [store])
  useEffect(() => () => waiting.current?.flush(), [])

  if (seen !== stored) {
    setSeen(stored)
    const echo = sent.indexOf(JSON.stringify(stored))
    if (echo < 0) setDraft(stored)
    else setSent(sent.slice(echo + 1))
  }

  const change = useCallback((next: Draft) => {
    setDraft(next)
    if (waiting.current) clearTimeout(waiting.current.timer)
    const flush = () => {
      if (waiting.current) clearTimeout(waiting.current.timer)
      waiting.current = null
      setSent((before) => [...before, JSON.stringify(next)])
      latestStore.current(next)
    }
    waiting.current = { timer: setTimeout(flush, REST), flush }
  }, [])

  return [draft, change]
}

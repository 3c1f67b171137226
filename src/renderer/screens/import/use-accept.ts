import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useText } from '../../i18n/language'
import { messages } from './messages'
import { accepted, type Review } from './review'

/** Documents stored in one call: each is a transaction of its own, and in between the user sees how far it is and can stop. */
const PORTION = 10

type Accepting = { readonly done: number; readonly total: number }

/**
 * Stores what was chosen, portion by portion.
 * Stopped half-way, what is stored stays stored (undo takes it back) and the rest is dropped.
 */
export function useAccept({ importId, review, onDone }: { importId: string; review: Review; onDone: () => void }) {
  const engine = useEngine()
  const text = useText(messages)
  const fail = useFailure()
  const [accepting, setAccepting] = useState<Accepting | null>(null)
  const stopped = useRef(false)

  const store = async () => {
    const files = accepted(review)
    let sources = 0
    let materials = 0
    let done = 0
    while (done < files.length && !stopped.current) {
      setAccepting({ done, total: files.length })
      const portion = files.slice(done, done + PORTION)
      done += portion.length
      const stored = await engine.imports.accept({ importId, files: portion, more: done < files.length })
      sources += stored.sources.length
      materials += stored.materials
    }
    if (done < files.length) await engine.imports.discard({ importId })
    notifications.show({ message: done < files.length ? text.acceptStopped(sources, materials) : text.accepted(sources, materials) })
    onDone()
  }

  const accept = () => {
    if (accepting) return
    stopped.current = false
    setAccepting({ done: 0, total: 0 })
    store()
      .catch(fail)
      .finally(() => setAccepting(null))
  }
  return { accept, accepting, cancel: () => void (stopped.current = true) }
}

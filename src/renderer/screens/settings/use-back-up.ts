import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { keys } from '../../app/queries'
import { useText } from '../../i18n/language'
import { keepingMessages as messages } from './keeping-messages'

/** How far a long call is; null while none is going on. */
export type CallProgress = { readonly done: number; readonly total: number } | null

/** Makes a backup now; cancelled, nothing of it is left. */
export function useBackUp() {
  const engine = useEngine()
  const text = useText(messages)
  const fail = useFailure()
  const client = useQueryClient()
  const running = useRef<AbortController | null>(null)
  const [progress, setProgress] = useState<CallProgress>(null)

  const backUp = async (signal: AbortSignal) => {
    for await (const event of await engine.keeping.backUp(undefined, { signal })) {
      if (event.type === 'progress') setProgress({ done: event.done, total: event.total })
      else notifications.show({ message: text.backedUp })
    }
    await client.invalidateQueries({ queryKey: keys.backups })
  }
  const start = () => {
    const stop = new AbortController()
    running.current = stop
    setProgress({ done: 0, total: 0 })
    backUp(stop.signal)
      .catch((error: unknown) => stop.signal.aborted || fail(error))
      .finally(() => setProgress(null))
  }
  return { progress, start, cancel: () => running.current?.abort() }
}

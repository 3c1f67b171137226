import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import type { LeavingForm } from '../../../shared/contract/leaving'
import type { Warning } from '../../../shared/outcome'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useText } from '../../i18n/language'
import { saveFile } from '../../parts/save-file/save-file'
import { keepingMessages as messages } from './keeping-messages'
import type { CallProgress } from './use-back-up'

/** Makes one of the files that leave Lectern and hands it to the user; cancelled, nothing of it is left. */
export function usePack() {
  const engine = useEngine()
  const text = useText(messages)
  const fail = useFailure()
  const running = useRef<AbortController | null>(null)
  const [progress, setProgress] = useState<CallProgress>(null)
  const [warnings, setWarnings] = useState<readonly Warning[]>([])

  const pack = async (form: LeavingForm, signal: AbortSignal) => {
    for await (const event of await engine.leaving.pack({ form }, { signal })) {
      if (event.type === 'progress') {
        setProgress({ done: event.done, total: event.total })
        continue
      }
      await saveFile(event.fileName, await engine.leaving.take({ ticket: event.ticket }))
      setWarnings(event.warnings)
      notifications.show({ message: text.packed(event.fileName) })
    }
  }
  const start = (form: LeavingForm) => {
    const stop = new AbortController()
    running.current = stop
    setWarnings([])
    setProgress({ done: 0, total: 0 })
    pack(form, stop.signal)
      .catch((error: unknown) => stop.signal.aborted || fail(error))
      .finally(() => setProgress(null))
  }
  return { progress, warnings, start, cancel: () => running.current?.abort() }
}

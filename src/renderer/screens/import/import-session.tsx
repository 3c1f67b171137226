import { Dropzone } from '@mantine/dropzone'
import { notifications } from '@mantine/notifications'
import { IconFileImport } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react'
import { LARGEST_DOCUMENT, type ImportedFile } from '../../../shared/contract/library'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useText } from '../../i18n/language'
import styles from './import.module.css'
import { ImportProgress } from './import-progress'
import { messages } from './messages'
import { ReviewSheet } from './review-sheet'

/** An import in the window: nothing going on, files being read, or a reading waiting for the user's yes. */
type Session =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reading'; readonly done: number; readonly total: number; readonly fileName: string }
  | { readonly phase: 'review'; readonly importId: string; readonly files: readonly ImportedFile[] }

type ImportDeeds = {
  /** Opens the system's file dialog. */
  readonly choose: () => void
  readonly start: (files: readonly File[]) => void
}

const ImportContext = createContext<ImportDeeds | null>(null)

export function useImport(): ImportDeeds {
  const deeds = useContext(ImportContext)
  if (!deeds) throw new Error('useImport needs an ImportProvider above it')
  return deeds
}

/**
 * Lets files be dropped anywhere on the window, shows how far their reading is, and opens the review when they are read.
 * @param dropping false where another screen has its own use for dropped files
 */
export function ImportProvider({ dropping, children }: { dropping: boolean; children: ReactNode }) {
  const engine = useEngine()
  const text = useText(messages)
  const fail = useFailure()
  const client = useQueryClient()
  const [session, setSession] = useState<Session>({ phase: 'idle' })
  const reading = useRef<AbortController | null>(null)
  const dialog = useRef<HTMLInputElement>(null)

  const start = useCallback(
    (files: readonly File[]) => {
      const [first] = files
      if (!first || reading.current) return
      const stop = new AbortController()
      reading.current = stop
      const read = async () => {
        const tooLarge = files.filter((file) => file.size > LARGEST_DOCUMENT).map((file) => refusedForSize(file.name))
        const readable = files.filter((file) => file.size <= LARGEST_DOCUMENT)
        setSession({ phase: 'reading', done: 0, total: readable.length, fileName: first.name })
        if (readable.length === 0) {
          for (const file of tooLarge) notifications.show({ color: 'red', message: text.tooLarge(file.fileName) })
          setSession({ phase: 'idle' })
          return
        }
        const events = await engine.imports.read({ files: readable.map((content) => ({ fileName: content.name, content })) }, { signal: stop.signal })
        for await (const event of events) {
          if (event.type === 'progress') setSession({ phase: 'reading', done: event.done, total: event.total, fileName: event.fileName })
          else setSession({ phase: 'review', importId: event.importId, files: [...event.files, ...tooLarge] })
        }
      }
      read()
        .catch((error: unknown) => {
          setSession({ phase: 'idle' })
          if (!stop.signal.aborted) fail(error)
        })
        .finally(() => {
          reading.current = null
        })
    },
    [engine, fail, text],
  )

  const cancel = () => {
    reading.current?.abort()
    setSession({ phase: 'idle' })
  }

  const finish = () => {
    setSession({ phase: 'idle' })
    client.invalidateQueries().catch(fail)
  }

  const deeds = useMemo<ImportDeeds>(() => ({ choose: () => dialog.current?.click(), start }), [start])

  return (
    <ImportContext value={deeds}>
      {children}
      <input
        ref={dialog}
        type="file"
        multiple
        hidden
        aria-label={text.choose}
        accept=".docx,.md,.markdown,.txt"
        onChange={(event) => {
          start([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = '' // so that choosing the same file again is a change
        }}
      />
      <Dropzone.FullScreen active={dropping && session.phase === 'idle'} onDrop={start} className={styles.dropzone ?? ''} inputProps={{ 'aria-hidden': true, tabIndex: -1 }}>
        <div className={styles.drop}>
          <IconFileImport size={56} stroke={1.2} aria-hidden />
          <strong>{text.drop}</strong>
          <span>{text.dropHint}</span>
        </div>
      </Dropzone.FullScreen>
      {session.phase === 'reading' && <ImportProgress done={session.done} total={session.total} fileName={session.fileName} onCancel={cancel} />}
      {session.phase === 'review' && <ReviewSheet importId={session.importId} files={session.files} onClose={finish} />}
    </ImportContext>
  )
}

/** A file that the door would not take: refused here, so that the others of the same drop go through. */
const refusedForSize = (fileName: string): ImportedFile & { status: 'refused' } => ({
  status: 'refused',
  key: `too-large/${fileName}`,
  fileName,
  error: { code: 'too-large', message: { 'zh-CN': messages['zh-CN'].tooLarge(fileName), en: messages.en.tooLarge(fileName) } },
  warnings: [],
})

import { Dropzone } from '@mantine/dropzone'
import { notifications } from '@mantine/notifications'
import { IconFileImport } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react'
import { documentExtensions } from '../../../shared/model/document-names'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useText } from '../../i18n/language'
import { WorkProgress } from '../../parts/work-progress/work-progress'
import { BundleDialog } from './bundle-dialog'
import { sortChosen, type ReviewFile } from './import-files'
import styles from './import.module.css'
import { messages } from './messages'
import { notADocument, readFiles } from './read-files'
import { ReviewSheet } from './review-sheet'
import { fetchDocument } from './use-open-document'

/** An import in the window: nothing going on, files being read, a reading waiting for the user's yes, or a bundle being looked at. */
type Session =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reading'; readonly done: number; readonly total: number; readonly fileName: string }
  | { readonly phase: 'review'; readonly importId: string; readonly files: readonly ReviewFile[] }
  | { readonly phase: 'bundle'; readonly file: File }

type ImportDeeds = {
  /** Opens the system's file dialog. */
  readonly choose: () => void
  /** Opens the system's folder dialog. */
  readonly chooseFolder: () => void
  /** Opens the file dialog for a `.lectern` bundle. */
  readonly chooseBundle: () => void
  readonly start: (files: readonly File[]) => void
}

/** Makes a file dialog one for folders; every browser has it, React's types do not. */
const folderOnly = { webkitdirectory: '' }

const ImportContext = createContext<ImportDeeds | null>(null)

export function useImport(): ImportDeeds {
  const deeds = useContext(ImportContext)
  if (!deeds) throw new Error('useImport needs an ImportProvider above it')
  return deeds
}

/**
 * Lets files and folders be dropped anywhere on the window, shows how far their reading is, and opens the review when they are read.
 * @param dropping false where another screen has its own use for dropped files
 */
export function ImportProvider({ dropping, children }: { dropping: boolean; children: ReactNode }) {
  const engine = useEngine()
  const text = useText(messages)
  const fail = useFailure()
  const client = useQueryClient()
  const [session, setSession] = useState<Session>({ phase: 'idle' })
  const reading = useRef<AbortController | null>(null)
  const fileDialog = useRef<HTMLInputElement>(null)
  const folderDialog = useRef<HTMLInputElement>(null)
  const bundleDialog = useRef<HTMLInputElement>(null)

  const start = useCallback(
    (files: readonly File[]) => {
      if (reading.current) return
      const [first] = files
      if (files.length === 1 && first && /\.lectern$/i.test(first.name)) {
        setSession({ phase: 'bundle', file: first })
        return
      }
      const { readable, notDocuments } = sortChosen(files)
      if (readable.length === 0) {
        if (files.length > 0) notifications.show({ message: text.nothingToRead })
        return
      }
      const stop = new AbortController()
      reading.current = stop
      const read = async () => {
        const { importId, files: results, stopped } = await readFiles(engine, readable, stop.signal, (progress) => setSession({ phase: 'reading', ...progress }))
        if (stopped && importId === null) {
          setSession({ phase: 'idle' })
          return
        }
        if (stopped) notifications.show({ message: text.stopped(results.length, readable.length) })
        const first = results.find(({ status }) => status === 'read')
        if (first && importId !== null) await fetchDocument(client, engine, importId, first.key)
        setSession({ phase: 'review', importId: importId ?? '', files: [...results, ...(stopped ? [] : notDocuments.map(notADocument))] })
      }
      read()
        .catch((error: unknown) => {
          setSession({ phase: 'idle' })
          fail(error)
        })
        .finally(() => {
          reading.current = null
        })
    },
    [client, engine, fail, text],
  )

  const finish = () => {
    setSession({ phase: 'idle' })
    client.invalidateQueries().catch(fail)
  }

  const deeds = useMemo<ImportDeeds>(
    () => ({ choose: () => fileDialog.current?.click(), chooseFolder: () => folderDialog.current?.click(), chooseBundle: () => bundleDialog.current?.click(), start }),
    [start],
  )
  const chosenIn = (input: HTMLInputElement) => {
    start([...(input.files ?? [])])
    input.value = '' // so that choosing the same file again is a change
  }

  return (
    <ImportContext value={deeds}>
      {children}
      <input ref={fileDialog} type="file" multiple hidden aria-label={text.choose} accept={documentExtensions.map((extension) => `.${extension}`).join()} onChange={(event) => chosenIn(event.currentTarget)} />
      <input ref={folderDialog} type="file" multiple hidden aria-label={text.chooseFolder} {...folderOnly} onChange={(event) => chosenIn(event.currentTarget)} />
      <input ref={bundleDialog} type="file" hidden aria-label={text.chooseBundle} accept=".lectern" onChange={(event) => chosenIn(event.currentTarget)} />
      <Dropzone.FullScreen active={dropping && session.phase === 'idle'} onDrop={start} className={styles.dropzone ?? ''} inputProps={{ 'aria-hidden': true, tabIndex: -1 }}>
        <div className={styles.drop}>
          <IconFileImport size={56} stroke={1.2} aria-hidden />
          <strong>{text.drop}</strong>
          <span>{text.dropHint}</span>
        </div>
      </Dropzone.FullScreen>
      {session.phase === 'reading' && (
        <WorkProgress
          title={text.reading}
          done={session.done}
          total={session.total}
          sentence={[text.progress(session.done, session.total), session.fileName].filter(Boolean).join(' · ')}
          hint={session.total > 1 ? text.cancelKeeps : undefined}
          cancelName={text.cancel}
          onCancel={() => reading.current?.abort()}
        />
      )}
      {session.phase === 'review' && <ReviewSheet importId={session.importId} files={session.files} onClose={finish} />}
      {session.phase === 'bundle' && <BundleDialog file={session.file} onClose={finish} />}
    </ImportContext>
  )
}

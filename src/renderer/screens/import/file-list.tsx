import { Checkbox, NativeSelect, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconCopyCheck, IconFileOff } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { assertNever } from '../../../shared/assert-never'
import { useLocalized, useText } from '../../i18n/language'
import { useVirtualRows } from '../../parts/virtual-rows/use-virtual-rows'
import own from './file-list.module.css'
import type { ReviewFile } from './import-files'
import styles from './import.module.css'
import { messages } from './messages'
import type { Review } from './review'

type FileListProps = {
  files: readonly ReviewFile[]
  review: Review
  /** Keys of documents with a proposal that the library or an earlier file has in similar words. */
  withNear: ReadonlySet<string>
  chosenKey: string | undefined
  onChoose: (key: string) => void
  onKeep: (key: string, kept: boolean) => void
}

/** What the list shows: every file, or those that became one thing. */
const views = ['all', 'read', 'near', 'noted', 'not-read'] as const
type View = (typeof views)[number]

/** From so many files on, a list is narrowed before it is read. */
const MANY = 12

const ROW = 46

/** Every file of the import with what became of it; a read one can be left out as a whole. Draws only the rows in view. */
export function FileList({ files, review, withNear, chosenKey, onChoose, onKeep }: FileListProps) {
  const text = useText(messages)
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<View>('all')
  const documents = useMemo(() => new Map(review.documents.map((document) => [document.key, document])), [review])
  const shown = useMemo(() => files.filter((file) => isIn(view, file, withNear)), [files, view, withNear])
  const counts = useMemo(() => {
    const countOf = (name: View) => files.filter((file) => isIn(name, file, withNear)).length
    return { all: files.length, read: countOf('read'), near: countOf('near'), noted: countOf('noted'), 'not-read': countOf('not-read') } satisfies Record<View, number>
  }, [files, withNear])
  const rows = useVirtualRows({ count: shown.length, scroller, height: () => ROW, keyOf: (row) => shown[row]?.key ?? row })

  const chosenRow = shown.findIndex(({ key }) => key === chosenKey)
  useEffect(() => {
    if (chosenRow >= 0) rows.scrollToIndex(chosenRow, { align: 'auto' })
  }, [chosenRow, rows])

  return (
    <nav aria-label={text.files} className={own.fileNav}>
      <h2 className={styles.label}>{text.filesOf(files.length)}</h2>
      {files.length > MANY && (
        <NativeSelect
          size="xs"
          mx="md"
          mb="xs"
          aria-label={text.show}
          value={view}
          onChange={(event) => setView(views.find((name) => name === event.currentTarget.value) ?? 'all')}
          data={views.map((name) => ({ value: name, label: text.viewOf(text.views[name], counts[name]) }))}
        />
      )}
      {files.length > MANY && counts['not-read'] > 0 && view !== 'not-read' && (
        <UnstyledButton className={own.notRead} onClick={() => setView('not-read')}>
          {text.notRead(counts['not-read'])}
        </UnstyledButton>
      )}
      <div ref={scroller} className={own.fileRows}>
        <ul className={styles.list} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const file = shown[row.index]
            if (!file) return null
            const document = documents.get(file.key)
            return (
              <li
                key={row.key}
                className={own.file}
                style={{ height: ROW, transform: `translateY(${row.start}px)` }}
                data-chosen={file.key === chosenKey || undefined}
                aria-setsize={shown.length}
                aria-posinset={row.index + 1}
              >
                {document && <Checkbox size="xs" aria-label={text.keep(file.fileName)} checked={document.kept} onChange={(event) => onKeep(file.key, event.currentTarget.checked)} />}
                {(file.status === 'duplicate' || file.status === 'twin') && <IconCopyCheck size={16} aria-hidden />}
                {file.status === 'refused' && <IconFileOff size={16} color="var(--mantine-color-error)" aria-hidden />}
                <UnstyledButton className={own.fileName} aria-current={file.key === chosenKey || undefined} onClick={() => onChoose(file.key)}>
                  <FileName name={file.fileName} folder={file.folder} />
                  <FileState file={file} ticked={document?.proposals.filter(({ ticked }) => ticked).length ?? 0} all={document?.proposals.length ?? 0} />
                </UnstyledButton>
              </li>
            )
          })}
        </ul>
      </div>
      <FileWarnings file={files.find(({ key }) => key === chosenKey)} />
    </nav>
  )
}

/** Characters at the end of a name that stay in sight. */
const TAIL = 11

/** A name with its end in sight, however narrow the list; screen readers hear it in one piece. */
function FileName({ name, folder }: { name: string; folder: string }) {
  const cut = Math.max(0, name.length - TAIL)
  return (
    <>
      <span className={own.name} title={[folder, name].filter(Boolean).join('/')} aria-hidden>
        <span className={own.nameHead}>{name.slice(0, cut)}</span>
        <span className={own.nameTail}>{name.slice(cut)}</span>
      </span>
      <VisuallyHidden>{name} </VisuallyHidden>
    </>
  )
}

function isIn(view: View, file: ReviewFile, withNear: ReadonlySet<string>): boolean {
  switch (view) {
    case 'all':
      return true
    case 'read':
      return file.status === 'read'
    case 'near':
      return withNear.has(file.key)
    case 'noted':
      return file.status === 'read' && file.summary.warnings.length > 0
    case 'not-read':
      return file.status !== 'read'
    default:
      return assertNever(view)
  }
}

function FileState({ file, ticked, all }: { file: ReviewFile; ticked: number; all: number }) {
  const text = useText(messages)
  switch (file.status) {
    case 'read':
      return <small>{[text.tickedOf(ticked, all), file.summary.warnings.length > 0 && text.warnings(file.summary.warnings.length), file.folder].filter(Boolean).join(' · ')}</small>
    case 'duplicate':
      return <small>{text.duplicate}</small>
    case 'twin':
      return <small>{text.twin}</small>
    case 'refused':
      return <small data-refused>{text.refused}</small>
    default:
      return assertNever(file)
  }
}

function FileWarnings({ file }: { file: ReviewFile | undefined }) {
  const text = useText(messages)
  const localized = useLocalized()
  const warnings = file?.status === 'read' ? file.summary.warnings : []
  if (warnings.length === 0) return null
  return (
    <details className={own.warnings}>
      <summary>
        <IconAlertTriangle size={15} aria-hidden /> {text.warnings(warnings.length)}
      </summary>
      <ul>
        {warnings.map((warning, place) => (
          <li key={`${warning.code}-${warning.place}-${place}`}>{localized(warning.message)}</li>
        ))}
      </ul>
    </details>
  )
}

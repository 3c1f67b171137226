import { Checkbox, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCopyCheck, IconFileOff } from '@tabler/icons-react'
import { assertNever } from '../../../shared/assert-never'
import type { ImportedFile } from '../../../shared/contract/library'
import { useLocalized, useText } from '../../i18n/language'
import styles from './import.module.css'
import { messages } from './messages'
import type { Review } from './review'

type FileListProps = {
  files: readonly ImportedFile[]
  review: Review
  chosenKey: string | undefined
  onChoose: (key: string) => void
  onKeep: (key: string, kept: boolean) => void
}

/** Every file of the import with what became of it; a read one can be left out as a whole. */
export function FileList({ files, review, chosenKey, onChoose, onKeep }: FileListProps) {
  const text = useText(messages)
  return (
    <nav aria-label={text.files}>
      <h2 className={styles.label}>{text.files}</h2>
      <ul className={styles.list}>
        {files.map((file) => {
          const document = review.documents.find(({ key }) => key === file.key)
          return (
            <li key={file.key} className={styles.file} data-chosen={file.key === chosenKey || undefined}>
              {document && <Checkbox size="xs" aria-label={text.keep(file.fileName)} checked={document.kept} onChange={(event) => onKeep(file.key, event.currentTarget.checked)} />}
              {file.status === 'duplicate' && <IconCopyCheck size={16} aria-hidden />}
              {file.status === 'refused' && <IconFileOff size={16} color="var(--mantine-color-error)" aria-hidden />}
              <UnstyledButton className={styles.fileName} aria-current={file.key === chosenKey || undefined} onClick={() => onChoose(file.key)}>
                <span title={file.fileName}>{file.fileName}</span>
                <FileState file={file} ticked={document?.proposals.filter(({ ticked }) => ticked).length ?? 0} all={document?.proposals.length ?? 0} />
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
      <FileWarnings file={files.find(({ key }) => key === chosenKey)} />
    </nav>
  )
}

function FileState({ file, ticked, all }: { file: ImportedFile; ticked: number; all: number }) {
  const text = useText(messages)
  switch (file.status) {
    case 'read':
      return <small>{text.tickedOf(ticked, all)}</small>
    case 'duplicate':
      return <small>{text.duplicate}</small>
    case 'refused':
      return <small data-refused>{text.refused}</small>
    default:
      return assertNever(file)
  }
}

function FileWarnings({ file }: { file: ImportedFile | undefined }) {
  const text = useText(messages)
  const localized = useLocalized()
  const warnings = file?.status === 'read' ? file.document.warnings : []
  if (warnings.length === 0) return null
  return (
    <details className={styles.warnings}>
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

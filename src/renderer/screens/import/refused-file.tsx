import { Alert, Button, List, Text } from '@mantine/core'
import { assertNever } from '../../../shared/assert-never'
import { useLocalized, useText } from '../../i18n/language'
import type { ReviewFile } from './import-files'
import styles from './import.module.css'
import { messages } from './messages'

/** Why a file gave nothing, in one sentence. `onShow` opens another file of the import. */
export function RefusedFile({ file, alone, onShow }: { file: ReviewFile; alone: boolean; onShow: (key: string) => void }) {
  return file.status === 'read' ? null : (
    <section className={styles.refused} aria-label={file.fileName}>
      <Reason file={file} alone={alone} onShow={onShow} />
    </section>
  )
}

function Reason({ file, alone, onShow }: { file: Exclude<ReviewFile, { status: 'read' }>; alone: boolean; onShow: (key: string) => void }) {
  const text = useText(messages)
  const localized = useLocalized()
  switch (file.status) {
    case 'duplicate':
      return <Alert title={text.duplicate}>{text.duplicateHint(file.source.title)}</Alert>
    case 'twin':
      return (
        <Alert title={text.twin}>
          <Text>{text.twinHint(file.of.fileName)}</Text>
          <Button mt="sm" size="compact-sm" variant="light" onClick={() => onShow(file.of.key)}>
            {text.showTwin}
          </Button>
        </Alert>
      )
    case 'refused':
      return (
        <Alert color="red" title={text.refused}>
          <Text>{localized(file.error.message)}</Text>
          {file.warnings.length > 0 && (
            <List size="sm" mt="sm">
              {file.warnings.map((warning) => (
                <List.Item key={`${warning.code}-${warning.place}`}>{localized(warning.message)}</List.Item>
              ))}
            </List>
          )}
          {!alone && (
            <Text size="sm" c="dimmed" mt="sm">
              {text.refusedHint}
            </Text>
          )}
        </Alert>
      )
    default:
      return assertNever(file)
  }
}

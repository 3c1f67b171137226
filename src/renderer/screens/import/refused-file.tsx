import { Alert, List, Text } from '@mantine/core'
import { useLocalized, useText } from '../../i18n/language'
import type { ReviewFile } from './import-files'
import styles from './import.module.css'
import { messages } from './messages'

/** Why a file gave nothing, in one sentence. */
export function RefusedFile({ file, alone }: { file: ReviewFile; alone: boolean }) {
  const text = useText(messages)
  const localized = useLocalized()
  if (file.status === 'read') return null
  return (
    <section className={styles.refused} aria-label={file.fileName}>
      {file.status === 'duplicate' ? (
        <Alert title={text.duplicate}>{text.duplicateHint(file.source.title)}</Alert>
      ) : (
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
      )}
    </section>
  )
}

import { Button, Modal, Progress, Stack, Text } from '@mantine/core'
import { useText } from '../../i18n/language'
import { messages } from './messages'

/** How far the reading is, and the way out of it. */
export function ImportProgress({ done, total, fileName, onCancel }: { done: number; total: number; fileName: string; onCancel: () => void }) {
  const text = useText(messages)
  return (
    <Modal opened onClose={onCancel} title={text.reading} withCloseButton={false} closeOnClickOutside={false}>
      <Stack>
        <Progress value={total === 0 ? 0 : (done / total) * 100} animated={done < total} aria-label={text.progress(done, total)} />
        <Text size="sm" truncate title={fileName} role="status">
          {text.progress(done, total)} · {fileName}
        </Text>
        <Button variant="default" onClick={onCancel} style={{ alignSelf: 'flex-end' }}>
          {text.cancel}
        </Button>
      </Stack>
    </Modal>
  )
}

import { Button, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useText } from '../../i18n/language'
import styles from './library.module.css'
import { messages } from './messages'

/** What one can do with several materials at once. */
export function SelectedMany({ count, onRemove }: { count: number; onRemove: () => void }) {
  const text = useText(messages)
  return (
    <Stack className={styles.nothingChosen} align="center">
      <Text size="lg">{text.selected(count)}</Text>
      <Button variant="default" leftSection={<IconTrash size={16} />} onClick={onRemove}>
        {text.removeMany(count)}
      </Button>
    </Stack>
  )
}

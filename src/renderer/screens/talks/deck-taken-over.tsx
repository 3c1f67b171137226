import { Button, List, Modal, Stack, Text } from '@mantine/core'
import type { Warning } from '../../../shared/outcome'
import { useLanguage, useText } from '../../i18n/language'
import { messages } from './messages'

/** What of a presentation did not become part of the talk, before the talk is opened. */
export function DeckTakenOver({ title, warnings, onOpen }: { title: string; warnings: readonly Warning[]; onOpen: () => void }) {
  const text = useText(messages)
  const language = useLanguage()
  return (
    <Modal opened onClose={onOpen} title={text.deckTaken(title)} size="lg">
      <Stack>
        <Text>{text.deckTakenLead}</Text>
        <List spacing="xs">
          {warnings.map(({ message }) => (
            <List.Item key={message[language]} style={{ overflowWrap: 'anywhere' }}>{message[language]}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {text.deckDesign}
        </Text>
        <Button onClick={onOpen} data-autofocus style={{ alignSelf: 'flex-end' }}>
          {text.openTalk}
        </Button>
      </Stack>
    </Modal>
  )
}

import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../../i18n/language'
import { messages } from './messages'

type SearchNameDialogProps = { title: string; initial: string; onSave: (name: string) => void; onClose: () => void }

/** Asks for the name under which a search is kept. */
export function SearchNameDialog({ title, initial, onSave, onClose }: SearchNameDialogProps) {
  const text = useText(messages)
  const [name, setName] = useState(initial)
  const wanted = name.trim()
  return (
    <Modal opened onClose={onClose} title={title} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted !== '') onSave(wanted)
        }}
      >
        <Stack>
          <TextInput data-autofocus label={text.searchName} description={text.searchNameHint} maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" disabled={wanted === ''}>
              {text.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { CalendarDate } from '../../../../shared/model/calendar-date'
import type { CollectionDraft } from '../../../../shared/model/collection'
import { useText } from '../../../i18n/language'
import { messages } from './messages'

export const emptyCollection: CollectionDraft = { title: '', note: '', due: '' }

type CollectionDialogProps = { name: string; initial: CollectionDraft; /** What stands at the lower left: a deed of its own. */ aside?: ReactNode; onSave: (draft: CollectionDraft) => void; onClose: () => void }

/** Name, note and last day of a reading list. */
export function CollectionDialog({ name, initial, aside, onSave, onClose }: CollectionDialogProps) {
  const text = useText(messages)
  const [draft, setDraft] = useState(initial)
  const change = (changes: Partial<CollectionDraft>) => setDraft({ ...draft, ...changes })
  const title = draft.title.trim()
  return (
    <Modal opened onClose={onClose} title={name} closeOnClickOutside={draft === initial}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (title !== '') onSave({ ...draft, title })
        }}
      >
        <Stack>
          <TextInput data-autofocus label={text.title} maxLength={300} value={draft.title} onChange={(event) => change({ title: event.currentTarget.value })} />
          <TextInput type="date" label={text.due} description={text.dueHint} value={draft.due} onChange={(event) => change({ due: CalendarDate.safeParse(event.currentTarget.value).data ?? '' })} />
          <Textarea label={text.note} autosize minRows={2} maxRows={8} maxLength={5000} value={draft.note} onChange={(event) => change({ note: event.currentTarget.value })} />
          <Group justify="space-between">
            <div>{aside}</div>
            <Group gap="sm">
              <Button variant="default" onClick={onClose}>
                {text.cancel}
              </Button>
              <Button type="submit" disabled={title === ''}>
                {text.save}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { readEvents, writeEvents, type EventFields } from '../../../../shared/body-fields/timeline-fields'
import { isComposing } from '../../../app/typing'
import { useText } from '../../../i18n/language'
import { useBodyFields } from '../../library/body-form/use-body-fields'
import type { BlockFormProps } from './block-form'
import styles from './forms.module.css'
import { messages } from './messages'

const fresh: EventFields = { when: '', what: '', row: null }

/** Events with their dates, in order. Enter adds one below, Alt ↑↓ moves it. */
export function TimelineForm({ body, onChange }: BlockFormProps) {
  const text = useText(messages)
  const [told, change] = useBodyFields(body, readEvents, writeEvents, onChange)
  const events = told.length === 0 ? [fresh] : told
  const list = useRef<HTMLDivElement>(null)
  const target = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (target.current === null) return
    list.current?.querySelector<HTMLInputElement>(`[data-event="${target.current}"]`)?.focus()
    target.current = null
  })
  const then = (next: readonly EventFields[], cursor: number) => {
    target.current = cursor
    change(next)
  }
  const set = (at: number, changed: Partial<EventFields>) => change(events.with(at, { ...(events[at] ?? fresh), ...changed }))
  const move = (from: number, to: number) => {
    const event = events[from]
    if (event && to >= 0 && to < events.length) then(events.toSpliced(from, 1).toSpliced(to, 0, event), to)
  }
  const onKeyDown = (at: number) => (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') then(events.toSpliced(at + 1, 0, fresh), at + 1)
    else if (event.altKey && event.key === 'ArrowUp') move(at, at - 1)
    else if (event.altKey && event.key === 'ArrowDown') move(at, at + 1)
    else return
    event.preventDefault()
  }
  return (
    <Stack gap="xs" ref={list} role="group" aria-label={text.events}>
      <Text size="sm" fw={500} aria-hidden>
        {text.events}
      </Text>
      {events.map((event, at) => (
        // An event has no identity beside its place.
        <div key={at} className={styles.event} onKeyDown={onKeyDown(at)}>
          <TextInput aria-label={text.when(at + 1)} placeholder={text.whenHint} data-event={at} value={event.when} onChange={({ currentTarget }) => set(at, { when: currentTarget.value })} />
          <TextInput aria-label={text.what(at + 1)} placeholder={text.whatHint} value={event.what} onChange={({ currentTarget }) => set(at, { what: currentTarget.value })} />
          <Group gap={0} wrap="nowrap">
            <ActionIcon variant="subtle" color="gray" aria-label={text.eventUp(at + 1)} disabled={at === 0} onClick={() => move(at, at - 1)}>
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label={text.eventDown(at + 1)} disabled={at === events.length - 1} onClick={() => move(at, at + 1)}>
              <IconArrowDown size={16} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label={text.removeEvent(at + 1)} onClick={() => then(events.toSpliced(at, 1), Math.max(0, at - 1))}>
              <IconX size={16} />
            </ActionIcon>
          </Group>
        </div>
      ))}
      <div>
        <Button variant="subtle" color="gray" size="compact-xs" leftSection={<IconPlus size={14} />} onClick={() => then([...events, fresh], events.length)}>
          {text.addEvent}
        </Button>
      </div>
    </Stack>
  )
}

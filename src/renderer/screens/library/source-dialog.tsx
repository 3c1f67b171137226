import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CalendarDate } from '../../../shared/model/calendar-date'
import { SourceId } from '../../../shared/model/ids'
import type { Source } from '../../../shared/model/source'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useUndoToast } from '../../app/library-history'
import { keys } from '../../app/queries'
import { useText } from '../../i18n/language'
import { messages as freshnessMessages } from './freshness/messages'
import { messages } from './messages'

/** What is known of a source — its name, issuer, number and date, as a citation prints them — and its removal. */
export function SourceDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const text = useText(messages)
  const freshness = useText(freshnessMessages)
  const engine = useEngine()
  const fail = useFailure()
  const client = useQueryClient()
  const announce = useUndoToast()
  const [draft, setDraft] = useState({ title: source.title, issuer: source.issuer, number: source.number, date: source.date, validUntil: source.validUntil ?? '' })
  const [supersededBy, setSupersededBy] = useState(source.supersededBy ?? null)
  const others = (useQuery({ queryKey: keys.sources, queryFn: ({ signal }) => engine.sources.list(undefined, { signal }) }).data ?? []).filter(({ id }) => id !== source.id)
  const fields = [
    ['title', text.sourceTitle],
    ['issuer', text.issuer],
    ['number', text.number],
    ['date', text.date],
  ] as const

  const save = async () => {
    if (supersededBy !== (source.supersededBy ?? null)) await engine.freshness.supersede({ id: source.id, by: supersededBy })
    await engine.sources.update({ id: source.id, changes: draft })
    await client.invalidateQueries()
    onClose()
  }
  const remove = async () => {
    await engine.sources.remove({ id: source.id })
    await client.invalidateQueries()
    announce(text.sourceRemoved(source.title))
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={text.editSource}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save().catch(fail)
        }}
      >
        <Stack>
          {fields.map(([field, name]) => (
            <TextInput key={field} label={name} maxLength={300} value={draft[field]} onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })} />
          ))}
          <TextInput
            type="date"
            label={freshness.sourceValidUntil}
            description={freshness.forGood}
            value={draft.validUntil}
            onChange={(event) => setDraft({ ...draft, validUntil: CalendarDate.safeParse(event.currentTarget.value).data ?? '' })}
          />
          {others.length > 0 && (
            <NativeSelect
              label={freshness.supersededBy}
              value={supersededBy ?? ''}
              data={[{ value: '', label: freshness.notSuperseded }, ...others.map(({ id, title }) => ({ value: id, label: title }))]}
              onChange={(event) => setSupersededBy(SourceId.safeParse(event.currentTarget.value).data ?? null)}
            />
          )}
          <Group justify="space-between">
            <Button variant="subtle" color="red" onClick={() => remove().catch(fail)}>
              {text.removeSource}
            </Button>
            <Group gap="sm">
              <Button variant="default" onClick={onClose}>
                {text.cancel}
              </Button>
              <Button type="submit" disabled={draft.title.trim() === ''}>
                {text.save}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

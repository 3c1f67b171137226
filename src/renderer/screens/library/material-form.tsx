import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { materialKinds, MaterialKind, type MaterialDraft } from '../../../shared/model/material'
import { isComposing } from '../../app/typing'
import { useText } from '../../i18n/language'
import { kindNames } from '../../parts/material-kind/material-words'
import { BodyForm } from './body-form/body-form'
import { ConsentFields } from './case-study/consent-fields'
import { Labels } from './labels'
import { messages } from './messages'

export const emptyDraft: MaterialDraft = { kind: 'note', title: '', body: '', tags: [], topics: [], audiences: [], status: 'draft', stage: null, school: '' }

type MaterialFormProps = {
  name: string
  initial: MaterialDraft
  saving: boolean
  onSave: (draft: MaterialDraft) => void
  onClose: () => void
}

/** Everything that a user can write of a material. Escape closes it only while nothing has been changed. */
export function MaterialForm({ name, initial, saving, onSave, onClose }: MaterialFormProps) {
  const text = useText(messages)
  const kinds = useText(kindNames)
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const change = (changes: Partial<MaterialDraft>) => setDraft((before) => ({ ...before, ...changes }))
  const isOfPeople = draft.kind === 'case' || draft.kind === 'story'
  const hasTitle = draft.title.trim() !== ''

  const submit = () => {
    setTried(true)
    // What another kind has no place for is not kept in secret.
    if (hasTitle) onSave({ ...draft, title: draft.title.trim(), stage: draft.kind === 'case' ? draft.stage : null })
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return
      event.preventDefault()
      submit()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  return (
    <Modal opened onClose={onClose} title={name} size="xl" closeOnClickOutside={false} closeOnEscape={draft === initial}>
      <form
        noValidate // our own sentence, in the language of the window
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={text.title}
            withAsterisk
            aria-required
            maxLength={300}
            value={draft.title}
            error={tried && !hasTitle && text.titleNeeded}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <Group grow align="flex-start">
            <NativeSelect
              label={text.kind}
              value={draft.kind}
              data={materialKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
              onChange={(event) => change({ kind: MaterialKind.parse(event.currentTarget.value) })}
            />
            {isOfPeople && (
              <TextInput label={text.school} maxLength={200} value={draft.school} onChange={(event) => change({ school: event.currentTarget.value })} />
            )}
          </Group>
          <BodyForm kind={draft.kind} body={draft.body} onChange={(body) => change({ body })} />
          {isOfPeople && <ConsentFields consent={draft.consent} onChange={(consent) => change({ consent })} />}
          <Labels labels={draft} onChange={change} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" loading={saving} aria-keyshortcuts="Control+Enter">
              {text.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

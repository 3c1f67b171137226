import { Alert, Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { UnfinishedMaterial } from '../../../shared/model/material-draft'
import { materialKinds, MaterialKind, type MaterialDraft } from '../../../shared/model/material'
import { isComposing } from '../../app/typing'
import { useFormats, useText } from '../../i18n/language'
import { kindNames } from '../../parts/material-kind/material-words'
import { BodyForm } from './body-form/body-form'
import type { Origin } from './body-form/quotation-form'
import { ConsentFields } from './case-study/consent-fields'
import { messages as draftMessages } from './drafts/messages'
import { Labels } from './labels'
import { messages } from './messages'

export const emptyDraft: MaterialDraft = { kind: 'note', title: '', body: '', tags: [], topics: [], audiences: [], status: 'draft', stage: null, school: '' }

type MaterialFormProps = {
  name: string
  /** What is stored. */
  original: MaterialDraft
  /** What it begins with: the same, or what was written and not saved. */
  initial: UnfinishedMaterial
  /** Present when it goes on with a draft; outdated when the material was changed since. */
  restored: { /** Milliseconds since 1970. */ readonly savedAt: number; readonly isOutdated: boolean; readonly startAgain: () => void } | null
  /** What it was taken from; null where nobody knows. */
  origin: Origin | null
  saving: boolean
  /** With every change. */
  onChange: (draft: UnfinishedMaterial) => void
  onSave: (draft: MaterialDraft) => void
  /** @param unsaved what differs from what is stored; null when nothing does */
  onClose: (unsaved: UnfinishedMaterial | null) => void
  onDiscard: (unsaved: UnfinishedMaterial) => void
}

/** Whether two say the same, in whichever order their fields were written. */
const isSame = (a: UnfinishedMaterial, b: UnfinishedMaterial): boolean => JSON.stringify(UnfinishedMaterial.parse(a)) === JSON.stringify(UnfinishedMaterial.parse(b))

/** Everything that a user can write of a material. Escape closes it only while nothing has been changed. */
export function MaterialForm({ name, original, initial, restored, origin, saving, onChange, onSave, onClose, onDiscard }: MaterialFormProps) {
  const text = useText(messages)
  const kinds = useText(kindNames)
  const drafts = useText(draftMessages)
  const formats = useFormats()
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const change = (changes: Partial<MaterialDraft>) => {
    const changed = { ...draft, ...changes }
    setDraft(changed)
    onChange(changed)
  }
  const isChanged = !isSame(draft, original)
  const close = () => onClose(isChanged ? draft : null)
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
    <Modal opened onClose={close} title={name} size="xl" closeOnClickOutside={false} closeOnEscape={!isChanged}>
      <form
        noValidate // our own sentence, in the language of the window
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Stack>
          {restored && (
            <Alert variant="light" role="status">
              {drafts.restored(formats.dateTime(restored.savedAt))}
              {restored.isOutdated && ` ${drafts.outdated}`}
              <Button size="compact-sm" variant="subtle" ml="xs" onClick={restored.startAgain}>
                {drafts.startAgain}
              </Button>
            </Alert>
          )}
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
          <BodyForm kind={draft.kind} body={draft.body} onChange={(body) => change({ body })} origin={origin} />
          {isOfPeople && <ConsentFields consent={draft.consent} onChange={(consent) => change({ consent })} />}
          <Labels labels={draft} onChange={change} />
          <Group justify="flex-end" gap="sm">
            {isChanged && (
              <Button variant="subtle" color="gray" onClick={() => onDiscard(draft)}>
                {drafts.discard}
              </Button>
            )}
            <Button variant="default" onClick={close}>
              {isChanged ? drafts.later : text.cancel}
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

import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { caseStages, CaseStage, materialKinds, MaterialKind, type MaterialDraft } from '../../../shared/model/material'
import { isComposing } from '../../app/typing'
import { useText } from '../../i18n/language'
import { kindNames, stageNames } from '../../parts/material-kind/material-words'
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
  const stages = useText(stageNames)
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const change = (changes: Partial<MaterialDraft>) => setDraft((before) => ({ ...before, ...changes }))
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
    <Modal opened onClose={onClose} title={name} size="lg" closeOnClickOutside={false} closeOnEscape={draft === initial}>
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
            {draft.kind === 'case' && (
              <NativeSelect
                label={text.stage}
                value={draft.stage ?? ''}
                data={[{ value: '', label: text.noStage }, ...caseStages.map((stage) => ({ value: stage, label: stages[stage] }))]}
                onChange={(event) => change({ stage: CaseStage.safeParse(event.currentTarget.value).data ?? null })}
              />
            )}
            {(draft.kind === 'case' || draft.kind === 'story') && (
              <TextInput label={text.school} maxLength={200} value={draft.school} onChange={(event) => change({ school: event.currentTarget.value })} />
            )}
          </Group>
          <Textarea
            label={text.body}
            description={text.bodyHint}
            autosize
            minRows={6}
            maxRows={18}
            maxLength={200_000}
            value={draft.body}
            onChange={(event) => change({ body: event.currentTarget.value })}
          />
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

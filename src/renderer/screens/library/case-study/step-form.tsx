import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CalendarDate } from '../../../../shared/model/calendar-date'
import type { CaseEventDraft } from '../../../../shared/model/case-study'
import { caseStages, CaseStage } from '../../../../shared/model/material'
import { useText } from '../../../i18n/language'
import { stageNames } from '../../../parts/material-kind/material-words'
import { messages } from './messages'

type StepFormProps = { initial: CaseEventDraft; onSave: (event: CaseEventDraft) => void; onClose: () => void }

/** One step of a case: which stage, when, and what there is to say of it. */
export function StepForm({ initial, onSave, onClose }: StepFormProps) {
  const text = useText(messages)
  const stages = useText(stageNames)
  const [draft, setDraft] = useState<CaseEventDraft>({ stage: initial.stage, date: initial.date, note: initial.note })
  const change = (changes: Partial<CaseEventDraft>) => setDraft({ ...draft, ...changes })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave(draft)
      }}
    >
      <Stack gap="sm" maw="28rem" pt="xs">
        <Group grow align="flex-start">
          <NativeSelect
            autoFocus
            label={text.stage}
            value={draft.stage}
            data={caseStages.map((stage) => ({ value: stage, label: stages[stage] }))}
            onChange={(event) => change({ stage: CaseStage.parse(event.currentTarget.value) })}
          />
          <TextInput type="date" label={text.date} title={text.dateHint} value={draft.date} onChange={(event) => change({ date: CalendarDate.safeParse(event.currentTarget.value).data ?? '' })} />
        </Group>
        <Textarea label={text.note} autosize minRows={2} maxRows={8} maxLength={5000} value={draft.note} onChange={(event) => change({ note: event.currentTarget.value })} />
        <Group gap="sm">
          <Button size="compact-sm" type="submit">
            {text.save}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

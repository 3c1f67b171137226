import { ActionIcon, Button, Group, Stack, Text, Timeline, Title } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseEvent, CaseEventId } from '../../../../shared/model/case-study'
import { caseStages, type Material } from '../../../../shared/model/material'
import { useEngine } from '../../../app/engine'
import { useText } from '../../../i18n/language'
import { stageNames } from '../../../parts/material-kind/material-words'
import { libraryKeys } from '../library-keys'
import styles from '../library.module.css'
import { useDeed } from '../use-deed'
import { ConsentLine } from './consent-line'
import { messages, partNames } from './messages'
import { StepForm } from './step-form'

/** How far a case has come — reviewed, adopted, in practice, feedback — as dated steps, what its text does not tell yet, and the consent. */
export function CasePanel({ material }: { material: Material }) {
  const text = useText(messages)
  const stages = useText(stageNames)
  const parts = useText(partNames)
  const engine = useEngine()
  const deed = useDeed()
  const { id, stage, consent } = material
  const [editing, setEditing] = useState<CaseEventId | 'new' | null>(null)
  const { data } = useQuery({ queryKey: libraryKeys.case(id), queryFn: ({ signal }) => engine.cases.read({ id }, { signal }) })
  if (!data) return null
  const { study, events } = data
  const reached = caseStages.findIndex((one) => one === (events.at(-1)?.stage ?? stage))
  const ahead = caseStages.filter((one, place) => place > reached && !events.some((event) => event.stage === one))
  const dateOf = (event: CaseEvent) => event.date || text.noDate

  return (
    <Stack gap="sm" component="section" aria-label={text.chain}>
      <Title order={3} className={styles.part}>
        {text.chain}
      </Title>
      {study.missing.length > 0 && (
        <Text size="sm" c="dimmed">
          {text.missing(study.missing.map((part) => parts[part]).join(' · '))}
        </Text>
      )}
      {events.length === 0 && stage === null && (
        <Text size="sm" c="dimmed">
          {text.noSteps}
        </Text>
      )}
      <Timeline active={events.length === 0 && stage !== null ? 0 : events.length - 1} bulletSize={14} lineWidth={2} className={styles.chain}>
        {events.length === 0 && stage !== null && <Timeline.Item title={stages[stage]}>{text.noDate}</Timeline.Item>}
        {events.map((event) => (
          <Timeline.Item
            key={event.id}
            title={
              <Group gap="xs" wrap="nowrap">
                <span>{stages[event.stage]}</span>
                <Text span size="xs" c="dimmed">
                  {dateOf(event)}
                </Text>
                <ActionIcon variant="subtle" color="gray" size={24} aria-label={text.editStep(stages[event.stage], dateOf(event))} onClick={() => setEditing(event.id)}>
                  <IconPencil size={14} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  aria-label={text.removeStep(stages[event.stage], dateOf(event))}
                  onClick={() => void deed(() => engine.cases.removeEvent({ id: event.id }), () => text.stepRemoved)}
                >
                  <IconTrash size={14} />
                </ActionIcon>
              </Group>
            }
          >
            {editing === event.id ? (
              <StepForm
                initial={event}
                onClose={() => setEditing(null)}
                onSave={(changes) => {
                  setEditing(null)
                  void deed(() => engine.cases.changeEvent({ id: event.id, changes }), () => text.stepChanged)
                }}
              />
            ) : (
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {event.note}
              </Text>
            )}
          </Timeline.Item>
        ))}
        {ahead.map((one) => (
          <Timeline.Item key={one} title={<Text span c="dimmed" inherit>{stages[one]}</Text>} aria-label={text.notReached} />
        ))}
      </Timeline>
      {editing === 'new' ? (
        <StepForm
          // The first step recorded of a case whose stage is known already must not throw it back.
          initial={{ stage: events.length === 0 && stage !== null ? stage : (ahead[0] ?? 'feedback'), date: '', note: '' }}
          onClose={() => setEditing(null)}
          onSave={(event) => {
            setEditing(null)
            void deed(() => engine.cases.addEvent({ id, event }), () => text.stepAdded)
          }}
        />
      ) : (
        <Group>
          <Button size="compact-sm" variant="light" leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
            {text.addStep}
          </Button>
        </Group>
      )}
      <ConsentLine consent={consent} />
    </Stack>
  )
}

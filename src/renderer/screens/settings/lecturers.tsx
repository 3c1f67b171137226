import { ActionIcon, Button, Group, Input, NumberInput, Stack, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { Lecturer } from '../../../shared/model/rehearsal'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useText } from '../../i18n/language'
import { useLecturers } from '../show/use-lecturer-pace'
import { messages } from './messages'

const SLOWEST = 120
const FASTEST = 320

/** Lecturers with a pace of their own: their talks are timed by it. Every change can be undone. */
export function Lecturers({ usual }: { usual: number }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const lecturers = useLecturers().data ?? []
  const [name, setName] = useState('')
  const setPace = (of: string, pace: number) => void engine.lecturers.setPace({ name: of, pace }).catch(fail)
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    setPace(name, usual)
    setName('')
  }
  return (
    <Input.Wrapper label={text.lecturers} labelElement="div" description={text.lecturersHint}>
      <Stack gap="xs" mt="sm" maw={420}>
        {lecturers.map((lecturer) => (
          <LecturerRow key={lecturer.id} lecturer={lecturer} onPace={(pace) => setPace(lecturer.name, pace)} onRemove={() => void engine.lecturers.remove({ id: lecturer.id }).catch(fail)} />
        ))}
        <form onSubmit={add}>
          <Group gap="sm" wrap="nowrap">
            <TextInput flex={1} aria-label={text.lecturerName} placeholder={text.lecturerName} maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <Button type="submit" variant="default" disabled={name.trim() === ''}>
              {text.addLecturer}
            </Button>
          </Group>
        </form>
      </Stack>
    </Input.Wrapper>
  )
}

function LecturerRow({ lecturer: { name, pace }, onPace, onRemove }: { lecturer: Lecturer; onPace: (pace: number) => void; onRemove: () => void }) {
  const text = useText(messages)
  const [typed, setTyped] = useState<number | string>(pace)
  const [shown, setShown] = useState(pace)
  // Changed elsewhere, by undo or from a rehearsal: what stands there is what counts.
  if (shown !== pace) {
    setShown(pace)
    setTyped(pace)
  }
  const store = () => {
    const next = typeof typed === 'number' ? Math.max(SLOWEST, Math.min(FASTEST, Math.round(typed))) : pace
    setTyped(next)
    if (next !== pace) onPace(next)
  }
  return (
    <Group gap="sm" wrap="nowrap">
      <span style={{ flex: 1 }}>{name}</span>
      <NumberInput
        w={130}
        aria-label={text.paceOf(name)}
        min={SLOWEST}
        max={FASTEST}
        step={5}
        clampBehavior="blur"
        suffix={text.paceUnit}
        value={typed}
        onChange={setTyped}
        onBlur={store}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && store()}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={text.removeLecturer(name)} onClick={onRemove}>
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
    </Group>
  )
}

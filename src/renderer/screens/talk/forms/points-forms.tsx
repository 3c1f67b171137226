import { Checkbox, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { readColumns, writeColumns, type ColumnsFields } from '../../../../shared/body-fields/columns-fields'
import { readAttribute, readInner, writeAttribute, writeInner } from '../../../../shared/body-fields/directive-fields'
import { readRows, writeRows, type PointRow } from '../../../../shared/body-fields/point-rows'
import { useText } from '../../../i18n/language'
import { useBodyFields } from '../../library/body-form/use-body-fields'
import type { BlockFormProps } from './block-form'
import { messages } from './messages'
import { PointsField } from './points-field'

type Rows = readonly PointRow[]

/** A slide of points. */
export function PointsForm({ body, onChange }: BlockFormProps) {
  const text = useText(messages)
  const [rows, change] = useBodyFields(body, readRows, writeRows, onChange)
  return <PointsField label={text.points} rows={rows} onChange={change} />
}

/** The points within a directive. */
const readWithin = (name: string) => (body: string): Rows => readRows(readInner(body, name))
const writeWithin = (name: string) => (body: string, rows: Rows): string => writeInner(body, name, writeRows(readInner(body, name), rows))

/** What the hall does together: for how long, and what. */
function TimedForm({ body, onChange, name, label }: BlockFormProps & { readonly name: 'activity' | 'discussion'; readonly label: string }) {
  const text = useText(messages)
  const [told, change] = useBodyFields(
    body,
    (from) => ({ minutes: readAttribute(from, name, 'minutes'), rows: readWithin(name)(from) }),
    (into, { minutes, rows }) => writeWithin(name)(writeAttribute(into, name, 'minutes', minutes), rows),
    onChange,
  )
  return (
    <Stack gap="sm">
      <TextInput label={text.minutes} w={96} inputMode="decimal" maxLength={5} value={told.minutes} onChange={(event) => change({ ...told, minutes: event.currentTarget.value.replaceAll(/[^\d.]/g, '') })} />
      <PointsField label={label} rows={told.rows} onChange={(rows) => change({ ...told, rows })} />
    </Stack>
  )
}

export function ActivityForm(props: BlockFormProps) {
  return <TimedForm {...props} name="activity" label={useText(messages).steps} />
}

export function DiscussionForm(props: BlockFormProps) {
  return <TimedForm {...props} name="discussion" label={useText(messages).topics} />
}

/** What a school without a case of its own gets. */
export function LocalCaseForm({ body, onChange }: BlockFormProps) {
  const text = useText(messages)
  const [rows, change] = useBodyFields(body, readWithin('local-case'), writeWithin('local-case'), onChange)
  return (
    <Stack gap="sm">
      <Text size="sm">{text.localCase}</Text>
      <PointsField label={text.points} rows={rows} onChange={change} />
    </Stack>
  )
}

/** The lines beneath the last word. */
export function ClosingForm({ body, onChange }: BlockFormProps) {
  const text = useText(messages)
  const [rows, change] = useBodyFields(body, readWithin('closing'), writeWithin('closing'), onChange)
  return <PointsField label={text.lines} hint={text.linesHint} rows={rows} onChange={(next) => change(next.map((row) => ({ ...row, marker: 'none' })))} />
}

/** The agenda writes itself; whether it tells the times is all there is to say. */
export function AgendaForm({ body, onChange }: BlockFormProps) {
  const text = useText(messages)
  const [timed, change] = useBodyFields(
    body,
    (from) => !['', 'no'].includes(readAttribute(from, 'agenda', 'minutes')),
    (into, wanted) => writeAttribute(into, 'agenda', 'minutes', wanted ? 'yes' : ''),
    onChange,
  )
  return (
    <Stack gap="sm">
      <Text size="sm">{text.agenda}</Text>
      <Checkbox label={text.agendaMinutes} checked={timed} onChange={(event) => change(event.currentTarget.checked)} />
    </Stack>
  )
}

type Sides = readonly [Side, Side]
type Side = { readonly title: string; readonly rows: Rows }

const readSides = (body: string): Sides => {
  const [left, right] = readColumns(body)
  return [
    { title: left.title, rows: readRows(left.text) },
    { title: right.title, rows: readRows(right.text) },
  ]
}
const writeSides = (body: string, [left, right]: Sides): string => {
  const [oldLeft, oldRight] = readColumns(body)
  const columns: ColumnsFields = [
    { title: left.title, text: writeRows(oldLeft.text, left.rows) },
    { title: right.title, text: writeRows(oldRight.text, right.rows) },
  ]
  return writeColumns(body, columns)
}

/** Two columns, each with its title and points. */
export function ColumnsForm({ body, onChange }: BlockFormProps) {
  const text = useText(messages)
  const [[left, right], change] = useBodyFields(body, readSides, writeSides, onChange)
  return (
    <SimpleGrid cols={{ base: 1, xl: 2 }}>
      <Stack gap="xs">
        <TextInput label={text.leftTitle} value={left.title} onChange={(event) => change([{ ...left, title: event.currentTarget.value }, right])} />
        <PointsField label={text.leftPoints} rows={left.rows} onChange={(rows) => change([{ ...left, rows }, right])} />
      </Stack>
      <Stack gap="xs">
        <TextInput label={text.rightTitle} value={right.title} onChange={(event) => change([left, { ...right, title: event.currentTarget.value }])} />
        <PointsField label={text.rightPoints} rows={right.rows} onChange={(rows) => change([left, { ...right, rows }])} />
      </Stack>
    </SimpleGrid>
  )
}

import { Group, Stack, Text, TextInput } from '@mantine/core'
import { readData, writeData } from '../../../../shared/body-fields/data-fields'
import { useText } from '../../../i18n/language'
import { TableGrid } from '../../../parts/table-grid/table-grid'
import type { BodyProps } from './body-form'
import { DataViewField } from './data-view-field'
import { messages } from './messages'
import { useBodyFields } from './use-body-fields'

/** Figures: the table, and how they are drawn. */
export function DataForm({ body, onChange }: BodyProps) {
  const text = useText(messages)
  const [told, change] = useBodyFields(body, readData, writeData, onChange)
  const isTable = told.view === 'table'
  return (
    <Stack gap="sm">
      <TableGrid label={text.table} unit={told.unit} value={told.grid} onChange={(grid) => change({ ...told, grid })} />
      <DataViewField value={told.view} onChange={(view) => change({ ...told, view })} />
      <Group grow align="flex-start">
        <TextInput label={text.unit} disabled={isTable} maxLength={30} value={told.unit} onChange={(event) => change({ ...told, unit: event.currentTarget.value })} />
        {told.view === 'combined' && <TextInput label={text.lineUnit} placeholder={text.sameUnit} maxLength={30} value={told.lineUnit} onChange={(event) => change({ ...told, lineUnit: event.currentTarget.value })} />}
        <TextInput label={text.source} disabled={isTable} maxLength={300} value={told.source} onChange={(event) => change({ ...told, source: event.currentTarget.value })} />
      </Group>
      {isTable && (
        <Text size="xs" c="dimmed">
          {text.onlyCharts}
        </Text>
      )}
    </Stack>
  )
}

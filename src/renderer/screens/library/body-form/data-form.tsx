import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { dataViews, readData, writeData } from '../../../../shared/body-fields/data-fields'
import { useText } from '../../../i18n/language'
import { TableGrid } from '../../../parts/table-grid/table-grid'
import type { BodyProps } from './body-form'
import { messages, viewNames } from './messages'
import { useBodyFields } from './use-body-fields'

/** Figures: the table, and how they are drawn. */
export function DataForm({ body, onChange }: BodyProps) {
  const text = useText(messages)
  const views = useText(viewNames)
  const [told, change] = useBodyFields(body, readData, writeData, onChange)
  const isTable = told.view === 'table'
  return (
    <Stack gap="sm">
      <TableGrid label={text.table} unit={told.unit} value={told.grid} onChange={(grid) => change({ ...told, grid })} />
      <Group grow align="flex-start">
        <NativeSelect
          label={text.view}
          value={told.view}
          data={dataViews.map((view) => ({ value: view, label: views[view] }))}
          onChange={(event) => change({ ...told, view: dataViews.find((view) => view === event.currentTarget.value) ?? 'table' })}
        />
        <TextInput label={text.unit} disabled={isTable} maxLength={30} value={told.unit} onChange={(event) => change({ ...told, unit: event.currentTarget.value })} />
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

import { ActionIcon, Group } from '@mantine/core'
import { IconArrowBackUp, IconArrowDown, IconArrowForwardUp, IconArrowLeft, IconArrowRight, IconArrowUp, IconColumnInsertRight, IconColumnRemove, IconRowInsertBottom, IconRowRemove } from '@tabler/icons-react'
import { useText } from '../../i18n/language'
import { messages } from './messages'

export type GridDeeds = Readonly<Record<'addRow' | 'addColumn' | 'removeRow' | 'removeColumn' | 'rowUp' | 'rowDown' | 'columnLeft' | 'columnRight' | 'undo' | 'redo', () => void>>

const icons = [
  ['addRow', IconRowInsertBottom],
  ['addColumn', IconColumnInsertRight],
  ['removeRow', IconRowRemove],
  ['removeColumn', IconColumnRemove],
  ['rowUp', IconArrowUp],
  ['rowDown', IconArrowDown],
  ['columnLeft', IconArrowLeft],
  ['columnRight', IconArrowRight],
  ['undo', IconArrowBackUp],
  ['redo', IconArrowForwardUp],
] as const

/** What one can do to the row and the column of the cell that has the cursor. */
export function GridTools({ deeds }: { deeds: GridDeeds }) {
  const text = useText(messages)
  return (
    <Group gap={2} role="toolbar" aria-label={text.tools}>
      {icons.map(([deed, Icon]) => (
        <ActionIcon key={deed} variant="subtle" color="gray" size={28} aria-label={text[deed]} title={text[deed]} onClick={deeds[deed]}>
          <Icon size={16} />
        </ActionIcon>
      ))}
    </Group>
  )
}

import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowsSort, IconCheck } from '@tabler/icons-react'
import { materialOrders, type MaterialOrder } from '../../../../shared/contract/library'
import { useText } from '../../../i18n/language'
import { messages, orderNames } from './messages'

/** The order in which what was found is listed. */
export function SortMenu({ order, onChange }: { order: MaterialOrder; onChange: (order: MaterialOrder) => void }) {
  const text = useText(messages)
  const names = useText(orderNames)
  const isUsual = order === 'relevance'
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant={isUsual ? 'subtle' : 'light'} color={isUsual ? 'gray' : undefined} size={36} aria-label={text.orderIs(names[order])} title={text.orderIs(names[order])}>
          <IconArrowsSort size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {materialOrders.map((one) => (
          <Menu.Item key={one} role="menuitemradio" aria-checked={one === order} leftSection={<IconCheck size={16} opacity={one === order ? 1 : 0} />} onClick={() => onChange(one)}>
            {names[one]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

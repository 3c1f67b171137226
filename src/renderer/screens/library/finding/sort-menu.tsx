import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowsSort } from '@tabler/icons-react'
import { memo } from 'react'
import { MaterialOrder, materialOrders } from '../../../../shared/contract/library'
import { useText } from '../../../i18n/language'
import { messages, orderNames } from './messages'

/** The order in which what was found is listed. */
export const SortMenu = memo(function SortMenu({ order, onChange }: { order: MaterialOrder; onChange: (order: MaterialOrder) => void }) {
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
        <Menu.RadioGroup value={order} onChange={(value) => onChange(MaterialOrder.parse(value))}>
          {materialOrders.map((one) => (
            <Menu.RadioItem key={one} value={one} closeMenuOnClick>
              {names[one]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
})

import { Tabs, Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import type { DeskTab } from './use-desk-tabs'

/** One thing the drawer can hold. Only the panel that is open is mounted. */
export type DrawerTab = {
  readonly id: DeskTab
  readonly label: string
  readonly icon: Icon
  /** How many things wait there; nothing is shown for 0. */
  readonly waiting?: number
}

type DeskDrawerProps = { tabs: readonly DrawerTab[]; open: DeskTab; onOpen: (id: DeskTab) => void; /** What the open one holds. */ panel: ReactNode }

/** What stands beside the work: one panel at a time, chosen on a rail of icons that has room for a dozen. */
export const DeskDrawer = memo(function DeskDrawer({ tabs, open, onOpen, panel }: DeskDrawerProps) {
  const current = tabs.find(({ id }) => id === open)
  return (
    <Tabs value={open} onChange={(value) => onOpen(tabs.find(({ id }) => id === value)?.id ?? open)} orientation="vertical" placement="right" variant="none" className="desk-drawer" keepMounted={false}>
      <Tabs.List className="drawer-rail">
        {tabs.map(({ id, label, icon: Sign, waiting = 0 }) => (
          <Tooltip key={id} label={label} position="left">
            <Tabs.Tab value={id} aria-label={waiting > 0 ? `${label} ${waiting}` : label} className="drawer-tab">
              <Sign size={20} stroke={1.6} aria-hidden />
              {waiting > 0 && <span className="drawer-waiting">{waiting > 99 ? '99+' : waiting}</span>}
            </Tabs.Tab>
          </Tooltip>
        ))}
      </Tabs.List>
      {current && (
        <Tabs.Panel value={current.id} className="drawer-panel">
          <h2 className="drawer-title">{current.label}</h2>
          <div className="drawer-content">{panel}</div>
        </Tabs.Panel>
      )}
    </Tabs>
  )
})

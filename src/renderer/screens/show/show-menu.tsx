import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconChevronDown, IconPlayerPlay } from '@tabler/icons-react'
import { useText } from '../../i18n/language'
import { messages } from './messages'

/** How a talk is shown: to the audience alone, with the presenter's view beside it, or for a rehearsal. */
export type ShowMode = 'from-start' | 'from-here' | 'presenter' | 'rehearsal'

const modes = ['from-start', 'from-here', 'presenter', 'rehearsal'] as const
const keysOf: Readonly<Record<ShowMode, string>> = { 'from-start': 'F5', 'from-here': 'Shift F5', presenter: 'Alt F5', rehearsal: 'Ctrl F5' }

/** The way of showing that F5 and its companions stand for, as in presentation software; null for other keys. */
export const showModeOf = (event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>): ShowMode | null => {
  if (event.key !== 'F5') return null
  if (event.ctrlKey || event.metaKey) return 'rehearsal'
  if (event.altKey) return 'presenter'
  return event.shiftKey ? 'from-here' : 'from-start'
}

/** The button that shows the talk from the slide that is looked at, and the other ways beside it. */
export function ShowMenu({ disabled, onShow }: { disabled: boolean; onShow: (mode: ShowMode) => void }) {
  const text = useText(messages)
  const names: Readonly<Record<ShowMode, string>> = { 'from-start': text.fromStart, 'from-here': text.fromHere, presenter: text.presenterView, rehearsal: text.rehearse }
  return (
    <Button.Group>
      <Button variant="default" leftSection={<IconPlayerPlay size={16} />} onClick={() => onShow('from-here')} disabled={disabled}>
        {text.show}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={text.moreShows} disabled={disabled}>
            <IconChevronDown size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {modes.map((mode) => (
            <Menu.Item key={mode} rightSection={<kbd className="menu-keys">{keysOf[mode]}</kbd>} onClick={() => onShow(mode)}>
              {names[mode]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  )
}

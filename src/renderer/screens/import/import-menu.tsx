import { ActionIcon, Menu } from '@mantine/core'
import { IconChevronDown, IconFiles, IconFolder, IconPackageImport } from '@tabler/icons-react'
import { memo } from 'react'
import { useText } from '../../i18n/language'
import { useImport } from './import-session'
import { messages } from './messages'

/** The other ways in, beside the button that chooses files. */
export const ImportMenu = memo(function ImportMenu() {
  const text = useText(messages)
  const { choose, chooseFolder, chooseBundle } = useImport()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size={26} aria-label={text.moreWays}>
          <IconChevronDown size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFiles size={16} />} onClick={choose}>
          {text.importFiles}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolder size={16} />} onClick={chooseFolder}>
          {text.importFolder}
        </Menu.Item>
        <Menu.Item leftSection={<IconPackageImport size={16} />} onClick={chooseBundle}>
          {text.importBundle}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
})

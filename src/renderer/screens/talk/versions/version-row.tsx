import { ActionIcon, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconBookmark, IconDots, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { TalkVersion } from '../../../../shared/model/talk-version'
import { useFormats, useText } from '../../../i18n/language'
import { duration } from '../duration'
import { messages, reasonNames } from './messages'
import { NameField } from './name-field'
import type { VersionDeeds } from './use-version-deeds'
import styles from './versions.module.css'

/** One version: name or reason, when, how long, how many blocks. Pressed, it is compared with how the talk stands now. */
export function VersionRow({ version, deeds, onOpen }: { version: TalkVersion; deeds: VersionDeeds; onOpen: () => void }) {
  const text = useText(messages)
  const reasons = useText(reasonNames)
  const { dateTime } = useFormats()
  const [isRenaming, setRenaming] = useState(false)
  const label = version.name || reasons[version.reason]
  const named = `${label} ${dateTime(version.at)}`
  const Sign = version.name === '' ? IconHistory : IconBookmark
  return (
    <li className={styles.row}>
      {isRenaming ? (
        <NameField
          name={version.name}
          onDone={(name) => {
            setRenaming(false)
            if (name !== undefined && name.trim() !== version.name) deeds.rename(version, name.trim())
          }}
        />
      ) : (
        <UnstyledButton className={styles.open} onClick={onOpen}>
          <Sign size={16} stroke={1.6} aria-hidden />
          <VisuallyHidden>{text.open}</VisuallyHidden>
          <span className={styles.label}>
            <Text span size="sm" fw={version.name === '' ? 400 : 600} truncate>
              {label}
            </Text>
            <Text span size="xs" c="dimmed">
              {dateTime(version.at)} · {text.facts(duration(version.seconds), version.blocks)}
            </Text>
          </span>
        </UnstyledButton>
      )}
      <Menu position="bottom-end" withinPortal returnFocus={!isRenaming}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={text.more(named)}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setRenaming(true)}>
            {text.rename}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => deeds.remove(version)}>
            {text.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}

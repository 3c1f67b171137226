import { ActionIcon, Group, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { addressOf } from '../../app/router'
import { useText } from '../../i18n/language'
import styles from './room.module.css'
import { messages as trashMessages } from './trash/messages'

/** Top of a room beside the list of materials: the way back, its name, and at its right what one can do there. */
export function RoomHeader({ title, hint, children }: { title: string; hint?: ReactNode; children?: ReactNode }) {
  const text = useText(trashMessages)
  return (
    <header className={styles.header}>
      <Group gap="sm" wrap="nowrap" miw={0}>
        <ActionIcon component="a" href={addressOf.library()} variant="subtle" color="gray" size={36} aria-label={text.back} title={text.back}>
          <IconArrowLeft size={18} />
        </ActionIcon>
        <div className={styles.naming}>
          <Title order={1} fz={20}>
            {title}
          </Title>
          {hint !== undefined && (
            <Text size="xs" c="dimmed">
              {hint}
            </Text>
          )}
        </div>
      </Group>
      <Group gap="sm">{children}</Group>
    </header>
  )
}

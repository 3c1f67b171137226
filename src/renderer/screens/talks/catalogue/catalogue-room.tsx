import { ActionIcon, Group, Tabs, Text, Title, UnstyledButton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { addressOf, navigate } from '../../../app/router'
import { isComposing } from '../../../app/typing'
import { useText } from '../../../i18n/language'
import styles from './catalogue.module.css'
import { messages } from './messages'

export type CatalogueEntry = { readonly key: string; readonly name: string; readonly facts: string; readonly own: boolean }

type CatalogueRoomProps = {
  of: 'formats' | 'audiences'
  entries: readonly CatalogueEntry[]
  chosen: string
  onChoose: (key: string) => void
  onRemove: (key: string) => void
  /** At the right of the head. */
  actions: ReactNode
  children: ReactNode
}

/** The room of formats and that of audiences: the built-in ones and one's own at the left, the chosen one at the right. */
export function CatalogueRoom({ of, entries, chosen, onChoose, onRemove, actions, children }: CatalogueRoomProps) {
  const text = useText(messages)
  const current = entries.findIndex(({ key }) => key === chosen)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: entries.length - 1 }[event.key]
    const next = to === undefined ? undefined : entries[to]
    if (next !== undefined) {
      onChoose(next.key)
      event.currentTarget.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus()
    } else if (event.key === 'Delete' && entries[current]?.own) onRemove(chosen)
    else return
    event.preventDefault()
  }

  const group = (name: string, shown: readonly CatalogueEntry[]) => (
    <div role="group" aria-label={name}>
      <div className={styles.groupName} aria-hidden>
        {name}
      </div>
      {shown.map((entry) => (
        <UnstyledButton
          key={entry.key}
          role="option"
          aria-selected={entry.key === chosen}
          data-key={entry.key}
          tabIndex={entry.key === chosen ? 0 : -1}
          className={styles.entry}
          onClick={() => onChoose(entry.key)}
        >
          <span className={styles.entryName}>{entry.name}</span>
          <span className={styles.entryFacts}>{entry.facts}</span>
        </UnstyledButton>
      ))}
      {shown.length === 0 && (
        <Text size="xs" c="dimmed" px="sm" py={4}>
          {text.none}
        </Text>
      )}
    </div>
  )

  return (
    <div className={styles.room}>
      <header className={styles.head}>
        <Group gap="sm" wrap="nowrap">
          <ActionIcon component="a" href={addressOf.talks()} variant="subtle" color="gray" size={36} aria-label={text.back} title={text.back}>
            <IconArrowLeft size={18} />
          </ActionIcon>
          <Title order={1} fz={20}>
            {text.rooms}
          </Title>
          <Tabs value={of} onChange={(value) => navigate(value === 'audiences' ? addressOf.audiences() : addressOf.formats())} variant="pills">
            <Tabs.List aria-label={text.rooms}>
              <Tabs.Tab value="formats">{text.formats}</Tabs.Tab>
              <Tabs.Tab value="audiences">{text.audiences}</Tabs.Tab>
            </Tabs.List>
          </Tabs>
        </Group>
        <Group gap="sm">{actions}</Group>
      </header>
      <Text size="sm" c="dimmed" px={24} pb="md">
        {of === 'formats' ? text.formatsHint : text.audiencesHint}
      </Text>
      <div className={styles.columns}>
        <div className={styles.list} role="listbox" aria-label={text[of]} onKeyDown={onKeyDown}>
          {group(
            text.builtIn,
            entries.filter(({ own }) => !own),
          )}
          {group(
            text.own,
            entries.filter(({ own }) => own),
          )}
        </div>
        <div className={styles.work}>{children}</div>
      </div>
    </div>
  )
}

import { Button, Text, TextInput } from '@mantine/core'
import { IconBookmarkPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TalkId } from '../../../../shared/model/ids'
import type { TalkVersion } from '../../../../shared/model/talk-version'
import { useEngine } from '../../../app/engine'
import { isComposing } from '../../../app/typing'
import { useText } from '../../../i18n/language'
import type { TalkSession } from '../talk-session'
import { messages } from './messages'
import type { VersionDeeds } from './use-version-deeds'
import { VersionComparison } from './version-comparison'
import { VersionRow } from './version-row'
import styles from './versions.module.css'

type VersionsDrawerProps = { session: TalkSession; talkId: TalkId; deeds: VersionDeeds; /** Puts the Markdown of a block behind the one that is chosen. */ onBringBack: (markdown: string) => void }

/** How a talk stood at other times, newest first; and a name for how it stands now. */
export function VersionsDrawer({ session, talkId, deeds, onBringBack }: VersionsDrawerProps) {
  const text = useText(messages)
  const engine = useEngine()
  const [name, setName] = useState('')
  const [opened, setOpened] = useState<TalkVersion | null>(null)
  const { data: versions } = useQuery({ queryKey: ['talks', 'versions', talkId], queryFn: ({ signal }) => engine.talkVersions.list({ talkId }, { signal }) })
  const keep = () => {
    deeds.keep(name.trim())
    setName('')
  }
  return (
    <div className={`desk-drawer-body ${styles.drawer}`}>
      <TextInput
        label={text.name}
        placeholder={text.namePlaceholder}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) keep()
        }}
      />
      <Button variant="default" leftSection={<IconBookmarkPlus size={16} />} onClick={keep}>
        {text.keep}
      </Button>
      {versions?.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      )}
      <ul className={styles.list} aria-label={text.versions}>
        {versions?.map((version) => (
          <VersionRow key={version.id} version={version} deeds={deeds} onOpen={() => setOpened(version)} />
        ))}
      </ul>
      {opened && <VersionComparison version={opened} session={session} deeds={deeds} onBringBack={onBringBack} onClose={() => setOpened(null)} />}
    </div>
  )
}

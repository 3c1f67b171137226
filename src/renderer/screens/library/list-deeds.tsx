import { ActionIcon, Button, Group } from '@mantine/core'
import { IconBookmark, IconFileImport, IconPlus } from '@tabler/icons-react'
import { memo } from 'react'
import type { DraftOf } from '../../../shared/model/material-draft'
import { useText } from '../../i18n/language'
import { ImportMenu } from '../import/import-menu'
import { UnfinishedMenu } from './drafts/unfinished-menu'
import { messages as findingMessages } from './finding/messages'
import { messages } from './messages'

type ListDeedsProps = {
  /** Keeps the search under a name; null while there is none to keep. */
  onKeep: (() => void) | null
  onCreate: () => void
  /** Goes on with what was begun and not saved. */
  onResume: (of: DraftOf) => void
  onImport: () => void
}

/** What one can do above the list. */
export const ListDeeds = memo(function ListDeeds({ onKeep, onCreate, onResume, onImport }: ListDeedsProps) {
  const text = useText(messages)
  const finding = useText(findingMessages)
  return (
    <Group gap={4} wrap="nowrap">
      {onKeep && (
        <ActionIcon variant="subtle" size={26} aria-label={finding.saveSearch} title={finding.saveSearch} onClick={onKeep}>
          <IconBookmark size={16} />
        </ActionIcon>
      )}
      <UnfinishedMenu onOpen={onResume} />
      <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={16} />} onClick={onCreate}>
        {text.newMaterial}
      </Button>
      <Button size="compact-sm" variant="subtle" leftSection={<IconFileImport size={16} />} onClick={onImport}>
        {text.importFiles}
      </Button>
      <ImportMenu />
    </Group>
  )
})

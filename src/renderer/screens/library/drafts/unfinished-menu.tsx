import { Menu, Button } from '@mantine/core'
import { IconPencilPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { DraftOf } from '../../../../shared/model/material-draft'
import { useEngine } from '../../../app/engine'
import { useFormats, useText } from '../../../i18n/language'
import { libraryKeys } from '../library-keys'
import { messages } from './messages'

/** What was begun and not saved, to go on with; there only while something is. */
export function UnfinishedMenu({ onOpen }: { onOpen: (of: DraftOf) => void }) {
  const text = useText(messages)
  const formats = useFormats()
  const engine = useEngine()
  const { data: drafts = [] } = useQuery({ queryKey: libraryKeys.drafts, queryFn: ({ signal }) => engine.drafts.list(undefined, { signal }) })
  if (drafts.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="light" px={6} leftSection={<IconPencilPause size={16} />} aria-label={text.count(drafts.length)} title={text.count(drafts.length)}>
          {formats.number(drafts.length)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {drafts.map(({ of, title, savedAt }) => (
          <Menu.Item key={of} onClick={() => onOpen(of)} rightSection={formats.dateTime(savedAt)}>
            {title.trim() || text.untitled}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

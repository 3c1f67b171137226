import { Button, Checkbox, EmptyState, Group, Modal, Stack, Text } from '@mantine/core'
import { IconArrowBackUp, IconTrash, IconTrashX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrashEntry } from '../../../../shared/contract/editing'
import { useEngine } from '../../../app/engine'
import { useFormats, useText } from '../../../i18n/language'
import { toggled } from '../finding/filters'
import { libraryKeys } from '../library-keys'
import { RoomHeader } from '../room-header'
import styles from '../room.module.css'
import { useDeed } from '../use-deed'
import { messages, trashKindNames } from './messages'

/** Rows read at once, and at most: the contract's own limit. */
const PAGE = 200
const MOST = 1000

/** What was deleted, last first: put back, or deleted for good after a question that names how much. */
export function TrashScreen() {
  const text = useText(messages)
  const formats = useFormats()
  const engine = useEngine()
  const deed = useDeed()
  const [limit, setLimit] = useState(PAGE)
  const [chosen, setChosen] = useState<readonly TrashEntry['id'][]>([])
  const [isAsking, setAsking] = useState(false)
  const { data } = useQuery({ queryKey: [...libraryKeys.trash, limit], queryFn: ({ signal }) => engine.trash.list({ limit }, { signal }), placeholderData: keepPreviousData })
  if (!data) return null
  const { entries, total } = data
  // What has left the trash meanwhile, by undo or from another window, is not chosen any more.
  const ids = chosen.filter((id) => entries.some((entry) => entry.id === id))
  const doomed = ids.length > 0 ? ids.length : total

  const restore = (which: readonly TrashEntry['id'][]) => void deed(() => engine.trash.restore({ ids: [...which] }), ({ restored }) => text.restored(restored))
  const remove = () => {
    setAsking(false)
    void deed(() => engine.trash.empty(ids.length > 0 ? { ids } : {}), ({ removed }) => text.removed(removed))
  }

  return (
    <div className={styles.room}>
      <RoomHeader title={text.trash} hint={text.hint}>
        {total > 0 && (
          <Button variant="default" leftSection={<IconTrashX size={16} />} onClick={() => setAsking(true)}>
            {ids.length > 0 ? text.removeMany(ids.length) : text.emptyAll}
          </Button>
        )}
        {ids.length > 0 && (
          <Button leftSection={<IconArrowBackUp size={16} />} onClick={() => restore(ids)}>
            {text.restoreMany(ids.length)}
          </Button>
        )}
      </RoomHeader>
      {total === 0 ? (
        <EmptyState p="xl" icon={<IconTrash size={48} stroke={1.2} />} title={text.empty} description={text.emptyHint} />
      ) : (
        <>
          <Group className={styles.line} gap="md">
            <Checkbox
              label={text.selectAll}
              checked={ids.length === entries.length}
              indeterminate={ids.length > 0 && ids.length < entries.length}
              onChange={(event) => setChosen(event.currentTarget.checked ? entries.map(({ id }) => id) : [])}
            />
            <Text size="xs" c="dimmed" role="status">
              {ids.length > 0 ? text.selected(ids.length) : text.total(formats.number(total))}
            </Text>
          </Group>
          <ul className={styles.list} aria-label={text.trash}>
            {entries.map((entry) => (
              <TrashRow key={entry.id} entry={entry} isChosen={ids.includes(entry.id)} onToggle={() => setChosen(toggled(ids, entry.id))} onRestore={() => restore([entry.id])} />
            ))}
          </ul>
          {entries.length < Math.min(total, MOST) && (
            <Button variant="subtle" m="md" onClick={() => setLimit(Math.min(limit + PAGE, MOST))}>
              {text.more}
            </Button>
          )}
        </>
      )}
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={text.confirm(formats.number(doomed))} size="sm">
        <Stack>
          <Text size="sm">{text.confirmHint}</Text>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
              {text.cancel}
            </Button>
            <Button color="red.9" onClick={remove}>
              {text.removeMany(doomed)}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </div>
  )
}

function TrashRow({ entry, isChosen, onToggle, onRestore }: { entry: TrashEntry; isChosen: boolean; onToggle: () => void; onRestore: () => void }) {
  const text = useText(messages)
  const kinds = useText(trashKindNames)
  const formats = useFormats()
  return (
    <li className={styles.line}>
      <Checkbox aria-label={text.select(entry.title)} checked={isChosen} onChange={onToggle} />
      <span className={styles.title}>{entry.title}</span>
      <Text span size="xs" c="dimmed" className={styles.facts}>
        {[kinds[entry.kind], text.deleted(formats.dateTime(entry.deletedAt))].join(' · ')}
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={onRestore}>
        {text.restore}
      </Button>
    </li>
  )
}

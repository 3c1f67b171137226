import { Button, Group, Text } from '@mantine/core'
import { memo } from 'react'
import type { MaterialFilter } from '../../../shared/contract/library'
import { useText } from '../../i18n/language'
import { CollectionList } from './collections/collection-list'
import { FilterGroups } from './filter-groups'
import { isFiltering, noFilter } from './finding/filters'
import { SavedSearches, type Question } from './finding/saved-searches'
import { LibraryRooms } from './library-rooms'
import styles from './library.module.css'
import { messages } from './messages'

type FilterPanelProps = { question: Question; onAsk: (question: Question) => void; onChange: (filter: MaterialFilter) => void }

/** What the list is narrowed to. Within a group any of the chosen counts, between groups all must hold. Below it the library's other rooms. */
export function FilterPanel({ question, onAsk, onChange }: FilterPanelProps) {
  const { filter } = question
  const text = useText(messages)
  return (
    <aside className={styles.filters} aria-label={text.filters}>
      <div className={styles.filtersSheet}>
        <Group justify="space-between" px="md" mih={36}>
          <Text size="xs" fw={600} c="dimmed">
            {text.filters}
          </Text>
          {isFiltering(filter) && (
            <Button size="compact-xs" variant="subtle" onClick={() => onChange(noFilter)}>
              {text.clearFilters}
            </Button>
          )}
        </Group>
        <SavedSearches question={question} onAsk={onAsk} />
        <FilterGroups filter={filter} onChange={onChange} />
      </div>
      <OtherRooms />
    </aside>
  )
}

const OtherRooms = memo(function OtherRooms() {
  return (
    <div className={styles.filtersFoot}>
      <CollectionList />
      <LibraryRooms />
    </div>
  )
})

import { Button, Group, NativeSelect, Text } from '@mantine/core'
import type { MaterialFilter } from '../../../shared/contract/library'
import { SourceId } from '../../../shared/model/ids'
import { useText } from '../../i18n/language'
import { useAudienceName } from '../../parts/audience/messages'
import { KindIcon } from '../../parts/material-kind/kind-icon'
import { kindNames, statusNames } from '../../parts/material-kind/material-words'
import { FilterGroup } from './filter-group'
import styles from './library.module.css'
import { messages } from './messages'
import { useFilterCounts } from './use-filter-counts'

export const noFilter: MaterialFilter = { kinds: [], tags: [], topics: [], audiences: [], status: null, sourceId: null }

export const isFiltering = (filter: MaterialFilter): boolean =>
  filter.kinds.length + filter.tags.length + filter.topics.length + filter.audiences.length > 0 || filter.status !== null || filter.sourceId !== null

const toggled = <T,>(chosen: readonly T[], one: T): T[] => (chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one])

/** What the list is narrowed to. Within a group any of the chosen counts, between groups all must hold. */
export function FilterPanel({ filter, onChange }: { filter: MaterialFilter; onChange: (filter: MaterialFilter) => void }) {
  const text = useText(messages)
  const kinds = useText(kindNames)
  const statuses = useText(statusNames)
  const audienceName = useAudienceName()
  const counts = useFilterCounts()

  return (
    <aside className={styles.filters} aria-label={text.filters}>
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
      <FilterGroup
        name={text.kind}
        options={(counts.labels?.kinds ?? []).map(({ kind, count }) => ({ value: kind, name: kinds[kind], count, icon: <KindIcon kind={kind} size={16} /> }))}
        chosen={filter.kinds}
        onToggle={(kind) => onChange({ ...filter, kinds: toggled(filter.kinds, kind) })}
      />
      <FilterGroup
        name={text.status}
        options={counts.statuses.map(({ status, count }) => ({ value: status, name: statuses[status], count }))}
        chosen={filter.status ? [filter.status] : []}
        onToggle={(status) => onChange({ ...filter, status: filter.status === status ? null : status })}
      />
      {counts.sources.length > 0 && (
        <NativeSelect
          size="xs"
          px="md"
          py="sm"
          label={text.source}
          classNames={{ label: styles.groupName ?? '' }}
          value={filter.sourceId ?? ''}
          data={[{ value: '', label: text.anySource }, ...counts.sources.map(({ id, title }) => ({ value: id, label: title }))]}
          onChange={(event) => onChange({ ...filter, sourceId: event.currentTarget.value === '' ? null : SourceId.parse(event.currentTarget.value) })}
        />
      )}
      <FilterGroup
        name={text.topics}
        options={(counts.labels?.topics ?? []).map(({ label, count }) => ({ value: label, name: label, count }))}
        chosen={filter.topics}
        onToggle={(topic) => onChange({ ...filter, topics: toggled(filter.topics, topic) })}
      />
      <FilterGroup
        name={text.audiences}
        options={(counts.labels?.audiences ?? []).map(({ label, count }) => ({ value: label, name: audienceName(label), count }))}
        chosen={filter.audiences}
        onToggle={(audience) => onChange({ ...filter, audiences: toggled(filter.audiences, audience) })}
      />
      <FilterGroup
        name={text.tags}
        options={(counts.labels?.tags ?? []).map(({ label, count }) => ({ value: label, name: label, count }))}
        chosen={filter.tags}
        onToggle={(tag) => onChange({ ...filter, tags: toggled(filter.tags, tag) })}
      />
    </aside>
  )
}

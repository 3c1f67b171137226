import { Checkbox, NativeSelect } from '@mantine/core'
import { memo } from 'react'
import type { MaterialFilter } from '../../../shared/contract/library'
import { SourceId } from '../../../shared/model/ids'
import { useText } from '../../i18n/language'
import { useAudienceName } from '../../parts/audience/messages'
import { KindIcon } from '../../parts/material-kind/kind-icon'
import { kindNames, stageNames, statusNames } from '../../parts/material-kind/material-words'
import { FilterGroup } from './filter-group'
import { toggled } from './finding/filters'
import { messages as findingMessages } from './finding/messages'
import { freshnessNames } from './freshness/messages'
import styles from './library.module.css'
import { messages } from './messages'
import { useFilterCounts } from './use-filter-counts'

type FilterGroupsProps = { filter: MaterialFilter; onChange: (filter: MaterialFilter) => void }

/** Everything a list can be narrowed to. Hundreds of switches and names of documents: not drawn again while somebody types. */
export const FilterGroups = memo(function FilterGroups({ filter, onChange }: FilterGroupsProps) {
  const text = useText(messages)
  const finding = useText(findingMessages)
  const stages = useText(stageNames)
  const freshness = useText(freshnessNames)
  const kinds = useText(kindNames)
  const statuses = useText(statusNames)
  const audienceName = useAudienceName()
  const counts = useFilterCounts()

  return (
    <>
      <FilterGroup
        name={text.kind}
        options={(counts.labels?.kinds ?? []).map(({ kind, count }) => ({ value: kind, name: kinds[kind], count, icon: <KindIcon kind={kind} size={16} /> }))}
        chosen={filter.kinds}
        onToggle={(kind) => onChange({ ...filter, kinds: toggled(filter.kinds, kind) })}
      />
      <FilterGroup
        name={text.status}
        options={(counts.facets?.statuses ?? []).map(({ value, count }) => ({ value, name: statuses[value], count }))}
        chosen={filter.status ? [filter.status] : []}
        onToggle={(status) => onChange({ ...filter, status: filter.status === status ? null : status })}
      />
      <FilterGroup
        name={finding.freshness}
        // As long as everything is valid there is nothing to choose.
        options={(counts.facets?.freshness ?? []).filter((_, __, all) => all.some(({ value, count }) => value !== 'fresh' && count > 0)).map(({ value, count }) => ({ value, name: freshness[value], count }))}
        chosen={filter.freshness ? [filter.freshness] : []}
        onToggle={(value) => onChange({ ...filter, freshness: filter.freshness === value ? null : value })}
      />
      <FilterGroup
        name={finding.use}
        // Where all are used, or none, there is nothing to choose.
        options={
          counts.facets && ((counts.facets.used > 0 && counts.facets.unused > 0) || typeof filter.used === 'boolean')
            ? [
                { value: 'used', name: finding.used, count: counts.facets.used },
                { value: 'unused', name: finding.unused, count: counts.facets.unused },
              ]
            : []
        }
        chosen={typeof filter.used === 'boolean' ? [filter.used ? 'used' : 'unused'] : []}
        onToggle={(value) => onChange({ ...filter, used: filter.used === (value === 'used') ? null : value === 'used' })}
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
      <FilterGroup
        name={finding.school}
        options={(counts.facets?.schools ?? []).map(({ value, count }) => ({ value, name: value, count }))}
        chosen={filter.schools ?? []}
        onToggle={(school) => onChange({ ...filter, schools: toggled(filter.schools ?? [], school) })}
      />
      <FilterGroup
        name={finding.stage}
        options={(counts.facets?.stages ?? []).map(({ value, count }) => ({ value, name: stages[value], count }))}
        chosen={filter.stages ?? []}
        onToggle={(stage) => onChange({ ...filter, stages: toggled(filter.stages ?? [], stage) })}
      />
      {(counts.hasVersions || filter.versions === 'all') && (
        <Checkbox
          size="xs"
          px="md"
          py="sm"
          label={finding.allVersions}
          checked={filter.versions === 'all'}
          onChange={(event) => onChange({ ...filter, versions: event.currentTarget.checked ? 'all' : undefined })}
        />
      )}
    </>
  )
})

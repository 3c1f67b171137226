import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, TagsInput, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BulkChanges } from '../../../../shared/contract/editing'
import type { MaterialId } from '../../../../shared/model/ids'
import { materialKinds, MaterialKind, materialStatuses, MaterialStatus } from '../../../../shared/model/material'
import { useEngine } from '../../../app/engine'
import { keys } from '../../../app/queries'
import { useText } from '../../../i18n/language'
import { useAudienceKeys, useAudienceName } from '../../../parts/audience/messages'
import { kindNames, statusNames } from '../../../parts/material-kind/material-words'
import { useDeed } from '../use-deed'
import { BulkPreview } from './bulk-preview'
import { messages } from './messages'

const isChange = (value: BulkChanges[keyof BulkChanges]) => value !== undefined && (!Array.isArray(value) || value.length > 0)

const labelsOf = (labels: readonly { readonly label: string }[] | undefined) => (labels ?? []).map(({ label }) => label)

/** Changes that several materials get at once, as one deed. Only what is filled in is changed. */
export function BulkForm({ ids }: { ids: readonly MaterialId[] }) {
  const text = useText(messages)
  const statuses = useText(statusNames)
  const kinds = useText(kindNames)
  const audienceName = useAudienceName()
  const audienceKeys = useAudienceKeys()
  const engine = useEngine()
  const deed = useDeed()
  const [changes, setChanges] = useState<BulkChanges>({})
  const known = useQuery({ queryKey: keys.labels, queryFn: ({ signal }) => engine.materials.labels(undefined, { signal }) }).data
  const change = (more: BulkChanges) => setChanges((before) => ({ ...before, ...more }))
  const isForGood = changes.validUntil === ''
  const isAnything = Object.values(changes).some(isChange)

  const audiences = [...new Set([...audienceKeys, ...(known?.audiences ?? []).map(({ label }) => label)])]
  const stored = (name: string) => audiences.find((key) => audienceName(key) === name) ?? name
  const common = { size: 'sm', splitChars: [',', '，', '、'], maxTags: 100 }
  const fields = [
    { name: text.addTopics, field: 'addTopics', data: labelsOf(known?.topics) },
    { name: text.removeTopics, field: 'removeTopics', data: labelsOf(known?.topics) },
    { name: text.addAudiences, field: 'addAudiences', data: audiences },
    { name: text.removeAudiences, field: 'removeAudiences', data: audiences },
    { name: text.addTags, field: 'addTags', data: labelsOf(known?.tags) },
    { name: text.removeTags, field: 'removeTags', data: labelsOf(known?.tags) },
  ] as const

  const apply = async () => {
    const done = await deed(() => engine.bulk.edit({ ids: [...ids], changes }), ({ changed }) => text.changed(changed))
    if (done) setChanges({})
  }

  return (
    <form
      aria-labelledby="bulk-title"
      onSubmit={(event) => {
        event.preventDefault()
        if (isAnything) void apply()
      }}
    >
      <Stack gap="md">
        <div>
          <Title order={3} id="bulk-title" fz="sm">
            {text.title}
          </Title>
          <Text size="xs" c="dimmed">
            {text.hint}
          </Text>
        </div>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
          {fields.map(({ name, field, data }) => {
            const isAudience = field === 'addAudiences' || field === 'removeAudiences'
            const shown = (label: string) => (isAudience ? audienceName(label) : label)
            return (
              <TagsInput
                key={field}
                {...common}
                label={name}
                data={data.map(shown)}
                value={(changes[field] ?? []).map(shown)}
                onChange={(names) => change({ [field]: isAudience ? names.map(stored) : names })}
              />
            )
          })}
          <NativeSelect
            label={text.kind}
            value={changes.kind ?? ''}
            data={[{ value: '', label: text.unchanged }, ...materialKinds.map((kind) => ({ value: kind, label: kinds[kind] }))]}
            onChange={(event) => change({ kind: MaterialKind.safeParse(event.currentTarget.value).data })}
          />
          <NativeSelect
            label={text.status}
            value={changes.status ?? ''}
            data={[{ value: '', label: text.unchanged }, ...materialStatuses.map((status) => ({ value: status, label: statuses[status] }))]}
            onChange={(event) => change({ status: MaterialStatus.safeParse(event.currentTarget.value).data })}
          />
          <TextInput label={text.school} maxLength={200} value={changes.school ?? ''} onChange={(event) => change({ school: event.currentTarget.value || undefined })} />
          <TextInput type="date" label={text.validUntil} disabled={isForGood} value={changes.validUntil ?? ''} onChange={(event) => change({ validUntil: event.currentTarget.value || undefined })} />
          <Checkbox label={text.forGood} checked={isForGood} onChange={(event) => change({ validUntil: event.currentTarget.checked ? '' : undefined })} />
        </SimpleGrid>
        {isAnything && <BulkPreview ids={ids} changes={changes} />}
        <Group>
          <Button type="submit" disabled={!isAnything}>
            {text.apply(ids.length)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

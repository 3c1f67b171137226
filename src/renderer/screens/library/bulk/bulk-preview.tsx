import { List, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import type { BulkChanges } from '../../../../shared/contract/editing'
import type { MaterialId } from '../../../../shared/model/ids'
import { useEngine } from '../../../app/engine'
import { useFormats, useText } from '../../../i18n/language'
import { fieldNames } from '../history/messages'
import { useFieldWords } from '../history/use-field-words'
import { libraryKeys } from '../library-keys'
import { messages } from './messages'

/** What a change would do, before it is done: how many materials, which fields, and the first of them one by one. */
export function BulkPreview({ ids, changes }: { ids: readonly MaterialId[]; changes: BulkChanges }) {
  const text = useText(messages)
  const fields: Readonly<Record<string, string>> = useText(fieldNames)
  const words = useFieldWords()
  const formats = useFormats()
  const engine = useEngine()
  // Asked when the typing rests: ten thousand materials may have to be read.
  const [wanted] = useDebouncedValue(changes, 200)
  const { data } = useQuery({
    queryKey: libraryKeys.bulkPreview(ids, wanted),
    queryFn: ({ signal }) => engine.bulk.preview({ ids: [...ids], changes: wanted }, { signal }),
    placeholderData: keepPreviousData,
  })
  if (!data) return null
  const shown = (field: string, value: string) => (value === '' ? text.nothing : words(field, value))
  return (
    <Stack component="section" gap={4} aria-label={text.preview} aria-live="polite">
      <Text size="sm" fw={600}>
        {text.wouldChange(formats.number(data.changed), formats.number(ids.length))}
      </Text>
      {data.fields.length > 0 && (
        <Text size="xs" c="dimmed">
          {data.fields.map(({ field, count }) => `${fields[field] ?? field} ${formats.number(count)}`).join(' · ')}
        </Text>
      )}
      <List size="sm" spacing={2} listStyleType="none">
        {data.examples.map((example) => (
          <List.Item key={example.id}>
            {example.title}
            {example.fields.map(({ field, from, to }) => (
              <Text key={field} size="xs" c="dimmed">
                {`${fields[field] ?? field}：${shown(field, from)} → `}
                <Text span inherit c="var(--mantine-color-text)">
                  {shown(field, to)}
                </Text>
              </Text>
            ))}
          </List.Item>
        ))}
      </List>
      {data.changed > data.examples.length && (
        <Text size="xs" c="dimmed">
          {text.andMore(formats.number(data.changed - data.examples.length))}
        </Text>
      )}
    </Stack>
  )
}

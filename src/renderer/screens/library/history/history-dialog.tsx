import { Button, Group, Modal, SegmentedControl, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MaterialId } from '../../../../shared/model/ids'
import { useEngine } from '../../../app/engine'
import { useFormats, useText } from '../../../i18n/language'
import { TextDiffView } from '../../../parts/text-diff/text-diff-view'
import { libraryKeys } from '../library-keys'
import { useDeed } from '../use-deed'
import styles from './history.module.css'
import { fieldNames, messages } from './messages'
import { useFieldWords } from './use-field-words'

/** Every state of a material, newest first; one of them beside the one before or beside what stands now, and the way back to it. */
export function HistoryDialog({ id, onClose }: { id: MaterialId; onClose: () => void }) {
  const text = useText(messages)
  const fields: Readonly<Record<string, string>> = useText(fieldNames)
  const formats = useFormats()
  const engine = useEngine()
  const deed = useDeed()
  const [chosen, setChosen] = useState<number | null>(null)
  const [against, setAgainst] = useState<'previous' | 'now'>('previous')
  const { data: revisions } = useQuery({ queryKey: libraryKeys.revisions(id), queryFn: ({ signal }) => engine.revisions.list({ id }, { signal }) })
  const newest = revisions?.[0]
  const shown = revisions?.find(({ revision }) => revision === chosen) ?? newest
  if (!newest || !shown) return null
  const range = against === 'now' && !shown.current ? { from: shown.revision, to: newest.revision } : { from: shown.revision - 1, to: shown.revision }

  const restore = async () => {
    const material = await deed(() => engine.revisions.restore({ id, revision: shown.revision }), () => text.restored)
    if (material) onClose()
  }

  return (
    <Modal opened onClose={onClose} title={text.history} size="60rem">
      <div className={styles.history}>
        <ol className={styles.revisions} aria-label={text.history}>
          {revisions?.map((revision) => (
            <li key={revision.revision}>
              <UnstyledButton className={styles.revision} aria-current={revision.revision === shown.revision || undefined} onClick={() => setChosen(revision.revision)}>
                <Text span size="sm">
                  {formats.dateTime(revision.at)}
                </Text>
                <Text span size="xs" c="dimmed">
                  {[
                    revision.current ? text.current : '',
                    revision.revision === 1 ? text.created : text.changed(revision.changed.map((field) => fields[field] ?? field).join(text.separator)),
                    revision.by && text.by(revision.by),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </ol>
        <Stack gap="md" className={styles.difference} component="section" aria-label={text.differences}>
          <Group justify="space-between">
            <SegmentedControl
              size="xs"
              aria-label={text.compareWith}
              value={shown.current ? 'previous' : against}
              onChange={setAgainst}
              data={[
                { value: 'previous', label: text.previous },
                { value: 'now', label: text.now, disabled: shown.current },
              ]}
            />
            {!shown.current && (
              <Button size="compact-sm" variant="light" leftSection={<IconHistory size={16} />} onClick={() => void restore()}>
                {text.restore}
              </Button>
            )}
          </Group>
          <Difference id={id} from={range.from} to={range.to} />
        </Stack>
      </div>
    </Modal>
  )
}

function Difference({ id, from, to }: { id: MaterialId; from: number; to: number }) {
  const text = useText(messages)
  const fields: Readonly<Record<string, string>> = useText(fieldNames)
  const words = useFieldWords()
  const engine = useEngine()
  const { data } = useQuery({ queryKey: libraryKeys.revisionDifference(id, from, to), queryFn: ({ signal }) => engine.revisions.diff({ id, from, to }, { signal }), placeholderData: keepPreviousData })
  if (!data) return null
  const differs = (pieces: typeof data.title) => pieces.some(({ kind }) => kind !== 'same')
  const isSame = !differs(data.title) && !differs(data.body) && data.fields.length === 0
  return (
    <>
      {isSame && <Text c="dimmed">{text.same}</Text>}
      {differs(data.title) && (
        <div>
          <Text size="xs" c="dimmed">
            {fields['title']}
          </Text>
          <TextDiffView pieces={data.title} />
        </div>
      )}
      {data.fields.map((change) => (
        <div key={change.field}>
          <Text size="xs" c="dimmed">
            {fields[change.field] ?? change.field}
          </Text>
          <Text size="sm">
            {words(change.field, change.from) || text.nothing} → {words(change.field, change.to) || text.nothing}
          </Text>
        </div>
      ))}
      {differs(data.body) && (
        <div>
          <Text size="xs" c="dimmed">
            {fields['body']}
          </Text>
          <TextDiffView pieces={data.body} />
        </div>
      )}
    </>
  )
}

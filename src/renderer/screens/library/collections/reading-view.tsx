import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowRight, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { MaterialId } from '../../../../shared/model/ids'
import { useEngine } from '../../../app/engine'
import { keys } from '../../../app/queries'
import { addressOf } from '../../../app/router'
import { useText } from '../../../i18n/language'
import { MarkdownView } from '../../../parts/markdown-view/markdown-view'
import styles from './collections.module.css'
import { messages } from './messages'

/** One material of a reading list, set to be read, and the way to the next. */
export function ReadingView({ id, isRead, isLast, onNext }: { id: MaterialId; isRead: boolean; isLast: boolean; onNext: () => void }) {
  const text = useText(messages)
  const engine = useEngine()
  const { data } = useQuery({ queryKey: keys.material(id), queryFn: ({ signal }) => engine.materials.get({ id }, { signal }) })
  if (!data) return <div />
  const { material, source } = data
  return (
    <article className={styles.reading} aria-labelledby="reading-title" tabIndex={0}>
      <Stack gap="md" maw="42rem">
        <Title order={2} id="reading-title" fz={20}>
          {material.title}
        </Title>
        {source && (
          <Text size="sm" c="dimmed" mt={-8}>
            {[`《${source.title}》`, material.provenance?.path.at(-1)].filter(Boolean).join(' · ')}
          </Text>
        )}
        <MarkdownView markdown={material.body} />
        <Group justify="space-between" mt="md">
          <Anchor href={addressOf.library(id)} size="sm">
            {text.open}
          </Anchor>
          {(!isLast || !isRead) && (
            <Button variant="light" rightSection={isLast ? <IconCheck size={16} /> : <IconArrowRight size={16} />} onClick={onNext}>
              {isLast ? text.done : text.next}
            </Button>
          )}
        </Group>
      </Stack>
    </article>
  )
}

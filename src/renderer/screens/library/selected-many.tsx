import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconTrash, IconVersions } from '@tabler/icons-react'
import type { MaterialId } from '../../../shared/model/ids'
import { useEngine } from '../../app/engine'
import { useText } from '../../i18n/language'
import { BulkForm } from './bulk/bulk-form'
import { messages as bulkMessages } from './bulk/messages'
import { AddToCollection } from './collections/add-to-collection'
import styles from './library.module.css'
import { messages } from './messages'
import { useDeed } from './use-deed'

/** Materials that can be versions of one another at once: the contract's limit. */
const MOST_VERSIONS = 100

/** What one can do with several materials at once. */
export function SelectedMany({ ids, onRemove }: { ids: readonly MaterialId[]; onRemove: () => void }) {
  const text = useText(messages)
  const bulk = useText(bulkMessages)
  const engine = useEngine()
  const deed = useDeed()

  const link = () =>
    deed(
      async () => {
        const all = await Promise.all(ids.map((id) => engine.materials.get({ id })))
        return engine.versions.link({ ids: all.toSorted((a, b) => a.material.updatedAt - b.material.updatedAt).map(({ material }) => material.id) })
      },
      (versions) => bulk.linked(versions.length),
    )

  return (
    <Stack className={styles.detailBody} gap="lg">
      <Title order={2} fz={20}>
        {text.selected(ids.length)}
      </Title>
      <Stack gap="xs" component="section" aria-label={bulk.together}>
        <Group gap="sm">
          <AddToCollection ids={ids} />
          {ids.length <= MOST_VERSIONS && (
            <Button variant="default" leftSection={<IconVersions size={16} />} aria-describedby="link-versions-hint" onClick={() => void link()}>
              {bulk.linkVersions}
            </Button>
          )}
          <Button variant="default" leftSection={<IconTrash size={16} />} onClick={onRemove}>
            {text.removeMany(ids.length)}
          </Button>
        </Group>
        {ids.length <= MOST_VERSIONS && (
          <Text id="link-versions-hint" size="xs" c="dimmed">
            {bulk.linkVersionsHint}
          </Text>
        )}
      </Stack>
      <BulkForm ids={ids} />
    </Stack>
  )
}

import { ActionIcon, Alert, Anchor, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconHistory, IconPencil, IconPresentation, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MaterialId } from '../../../shared/model/ids'
import { materialStatuses, type MaterialDraft } from '../../../shared/model/material'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { keys } from '../../app/queries'
import { addressOf } from '../../app/router'
import { useFormats, useText } from '../../i18n/language'
import { KindIcon } from '../../parts/material-kind/kind-icon'
import { kindNames, stageNames, statusNames } from '../../parts/material-kind/material-words'
import { MarkdownView } from '../../parts/markdown-view/markdown-view'
import { CasePanel } from './case-study/case-panel'
import { ConsentLine } from './case-study/consent-line'
import { AddToCollection } from './collections/add-to-collection'
import { FreshnessPanel } from './freshness/freshness-panel'
import { HistoryDialog } from './history/history-dialog'
import { messages as historyMessages } from './history/messages'
import { Labels } from './labels'
import { libraryKeys } from './library-keys'
import styles from './library.module.css'
import { messages } from './messages'
import { ProvenancePanel } from './provenance-panel'
import { VersionsPanel } from './versions/versions-panel'

type MaterialDetailProps = {
  id: MaterialId
  onBack: () => void
  onBringIn: () => void
  onEdit: () => void
  onRemove: () => void
}

/** One material in full: text, where it came from, how it is filed, where it is used. */
export function MaterialDetail({ id, onBack, onBringIn, onEdit, onRemove }: MaterialDetailProps) {
  const text = useText(messages)
  const kinds = useText(kindNames)
  const stages = useText(stageNames)
  const statuses = useText(statusNames)
  const history = useText(historyMessages)
  const formats = useFormats()
  const engine = useEngine()
  const fail = useFailure()
  const [showsHistory, setShowsHistory] = useState(false)
  const whereUsed = useQuery({ queryKey: libraryKeys.whereUsed(id), queryFn: ({ signal }) => engine.finding.whereUsed({ id }, { signal }) }).data
  const { data, isError, refetch } = useQuery({ queryKey: keys.material(id), queryFn: ({ signal }) => engine.materials.get({ id }, { signal }) })
  if (isError) return <Alert m="xl" title={text.missing}>{text.missingHint}</Alert>
  if (!data) return null
  const { material, source, usedIn } = data

  const change = (changes: Partial<MaterialDraft>) => {
    engine.materials
      .update({ id, changes })
      .then(() => refetch())
      .catch(fail)
  }

  return (
    <article className={styles.detail} aria-labelledby="material-title">
      <Group className={styles.detailBar} justify="space-between" wrap="nowrap">
        <Group gap="sm" wrap="nowrap" miw={0}>
          <ActionIcon className={styles.back} variant="subtle" color="gray" aria-label={text.back} onClick={onBack}>
            <IconArrowLeft size={18} />
          </ActionIcon>
          <KindIcon kind={material.kind} />
          <Text size="sm" c="dimmed" truncate>
            {kinds[material.kind]}
          </Text>
        </Group>
        <Group gap="xs" wrap="nowrap">
          <Button size="compact-sm" leftSection={<IconPresentation size={16} />} onClick={onBringIn}>
            {text.bringIn}
          </Button>
          <Button size="compact-sm" variant="default" leftSection={<IconPencil size={16} />} onClick={onEdit}>
            {text.edit}
          </Button>
          <ActionIcon variant="subtle" color="gray" aria-label={text.remove} title={text.remove} onClick={onRemove}>
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      </Group>
      <Stack className={styles.detailBody} gap="lg">
        <Title order={2} id="material-title" fz={20}>
          {material.title}
        </Title>
        {(material.school !== '' || material.stage !== null) && (
          <Text size="sm" c="dimmed" mt={-8}>
            {[material.school, material.stage && stages[material.stage]].filter(Boolean).join(' · ')}
          </Text>
        )}
        <MarkdownView markdown={material.body} />
        {material.kind === 'case' ? <CasePanel material={material} /> : <ConsentLine consent={material.consent} />}
        <ProvenancePanel provenance={material.provenance} source={source} />
        <Stack gap="sm" component="section" aria-label={text.labels}>
          <Title order={3} className={styles.part}>
            {text.labels}
          </Title>
          <SegmentedControl
            size="xs"
            style={{ alignSelf: 'flex-start' }}
            aria-label={text.status}
            value={material.status}
            onChange={(status) => change({ status })}
            data={materialStatuses.map((status) => ({ value: status, label: statuses[status] }))}
          />
          <Labels key={material.updatedAt} labels={material} onChange={change} />
        </Stack>
        <FreshnessPanel material={material} usedIn={usedIn} />
        <VersionsPanel material={material} />
        <Stack gap="xs" component="section" aria-label={text.usedIn}>
          <Title order={3} className={styles.part}>
            {text.usedIn}
          </Title>
          {usedIn.length === 0 && (
            <Text size="sm" c="dimmed">
              {text.notUsed}
            </Text>
          )}
          {usedIn.map((talk) => (
            <Anchor key={talk.id} href={addressOf.talk(talk.id)} size="sm">
              {talk.title}
            </Anchor>
          ))}
          {whereUsed && whereUsed.collections.length > 0 && (
            <Text size="sm" c="dimmed">
              {`${text.inCollections} `}
              {whereUsed.collections.map((collection) => (
                <Anchor key={collection.id} href={addressOf.collection(collection.id)} inherit mr="sm">
                  {collection.title}
                </Anchor>
              ))}
            </Text>
          )}
        </Stack>
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {text.changed(formats.dateTime(material.updatedAt))}
          </Text>
          <Group gap="xs">
            <AddToCollection ids={[id]} compact />
            <Button size="compact-sm" variant="subtle" leftSection={<IconHistory size={16} />} onClick={() => setShowsHistory(true)}>
              {history.show}
            </Button>
          </Group>
        </Group>
      </Stack>
      {showsHistory && <HistoryDialog id={id} onClose={() => setShowsHistory(false)} />}
    </article>
  )
}

import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconDownload, IconQuote, IconFileInfo, IconFileText } from '@tabler/icons-react'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { gbt7714 } from '../../../shared/citation/gb-t-7714'
import type { Provenance } from '../../../shared/model/material'
import type { Source } from '../../../shared/model/source'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { keys } from '../../app/queries'
import { useText } from '../../i18n/language'
import { saveFile } from '../../parts/save-file/save-file'
import { SourceParagraphs } from '../../parts/source-paragraphs/source-paragraphs'
import styles from './library.module.css'
import { messages } from './messages'
import { SourceDialog } from './source-dialog'

/** Paragraphs of the original shown before and after the material's own. */
const AROUND = 40

/** Where a material came from, down to the paragraph, with the original around it on demand. */
export function ProvenancePanel({ provenance, source }: { provenance: Provenance | null; source: Source | null }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const [isOpen, setOpen] = useState(false)
  const [isEditing, setEditing] = useState(false)

  const download = () => {
    if (!source) return
    engine.sources
      .original({ id: source.id })
      .then((content) => saveFile(source.fileName, content))
      .catch(fail)
  }

  const cite = async () => {
    if (!source || !provenance) return
    await navigator.clipboard.writeText(gbt7714(source, provenance.locator))
    notifications.show({ message: text.cited })
  }

  return (
    <Stack gap="xs" component="section" aria-label={text.provenance}>
      <Title order={3} className={styles.part}>
        {text.provenance}
      </Title>
      {provenance === null || source === null ? (
        <Text size="sm" c="dimmed">
          {text.noProvenance}
        </Text>
      ) : (
        <>
          <Text size="sm">
            《{source.title}》
            <Text span c="dimmed" inherit>
              {[source.issuer, source.number, source.date].filter(Boolean).join(' · ')}
            </Text>
          </Text>
          <Text size="sm" c="dimmed">
            {[...provenance.path, text.paragraphs(provenance.from, provenance.to)].join(' › ')}
          </Text>
          <Group gap="xs">
            <Button size="compact-sm" variant="light" leftSection={<IconFileText size={16} />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? text.hideOriginal : text.showOriginal}
            </Button>
            <Button size="compact-sm" variant="subtle" leftSection={<IconDownload size={16} />} onClick={download}>
              {text.download}
            </Button>
            <Button size="compact-sm" variant="subtle" leftSection={<IconQuote size={16} />} title="GB/T 7714—2015" onClick={() => cite().catch(fail)}>
              {text.citation}
            </Button>
            <Button size="compact-sm" variant="subtle" leftSection={<IconFileInfo size={16} />} onClick={() => setEditing(true)}>
              {text.editSource}
            </Button>
          </Group>
          {isOpen && <OriginalAround provenance={provenance} />}
          {isEditing && <SourceDialog source={source} onClose={() => setEditing(false)} />}
        </>
      )}
    </Stack>
  )
}

function OriginalAround({ provenance }: { provenance: Provenance }) {
  const text = useText(messages)
  const engine = useEngine()
  const range = { id: provenance.sourceId, from: Math.max(1, provenance.from - AROUND), to: provenance.to + AROUND }
  const { data } = useQuery({ queryKey: keys.paragraphs(range.id, range.from, range.to), queryFn: ({ signal }) => engine.sources.paragraphs(range, { signal }) })
  return <div className={styles.original}>{data && <SourceParagraphs paragraphs={data} marked={provenance} label={text.original} />}</div>
}

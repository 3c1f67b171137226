import { ActionIcon, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconUnlink, IconVersions } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SimilarMaterial } from '../../../../shared/contract/versions'
import type { Material } from '../../../../shared/model/material'
import { useEngine } from '../../../app/engine'
import { addressOf } from '../../../app/router'
import { useFormats, useLanguage, useText } from '../../../i18n/language'
import { TextDiffView } from '../../../parts/text-diff/text-diff-view'
import { libraryKeys } from '../library-keys'
import styles from '../library.module.css'
import { useDeed } from '../use-deed'
import { messages } from './messages'

/** The other versions of a material, and those that read so much alike that they may be. Nothing is drawn where there are none. */
export function VersionsPanel({ material }: { material: Material }) {
  const text = useText(messages)
  const formats = useFormats()
  const engine = useEngine()
  const deed = useDeed()
  const { id } = material
  const { data: versions = [] } = useQuery({ queryKey: libraryKeys.versions(id), queryFn: ({ signal }) => engine.versions.of({ id }, { signal }) })
  const { data: similar = [] } = useQuery({ queryKey: libraryKeys.similar(id), queryFn: ({ signal }) => engine.versions.similarToMaterial({ id }, { signal }) })
  if (versions.length === 0 && similar.length === 0) return null

  // The one changed later is the newer.
  const link = (other: SimilarMaterial) =>
    void deed(() => engine.versions.link({ ids: other.updatedAt > material.updatedAt ? [id, other.id] : [other.id, id] }), () => text.linked)

  return (
    <>
      {versions.length > 0 && (
        <Stack gap="xs" component="section" aria-label={text.versions}>
          <Title order={3} className={styles.part}>
            {text.versions}
          </Title>
          {versions.map((version, place) => (
            <Group key={version.id} gap="sm" wrap="nowrap" justify="space-between">
              <Text size="sm" miw={0}>
                {version.id === id ? version.title : <Anchor inherit href={addressOf.library(version.id)}>{version.title}</Anchor>}
                <Text span inherit c="dimmed">
                  {` · ${[place === 0 && text.newest, version.id === id && text.thisOne, version.source && `《${version.source}》`, formats.date(version.updatedAt)].filter(Boolean).join(' · ')}`}
                </Text>
              </Text>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={text.unlink(version.title)} title={text.unlink(version.title)} onClick={() => void deed(() => engine.versions.unlink({ id: version.id }), () => text.unlinked)}>
                <IconUnlink size={16} />
              </ActionIcon>
            </Group>
          ))}
        </Stack>
      )}
      {similar.length > 0 && (
        <Stack gap="xs" component="section" aria-label={text.similar}>
          <Title order={3} className={styles.part}>
            {text.similar}
          </Title>
          {similar.map((other) => (
            <Similar key={other.id} other={other} onLink={() => link(other)} />
          ))}
          <Text size="xs" c="dimmed">
            {text.linkHint}
          </Text>
        </Stack>
      )}
    </>
  )
}

function Similar({ other, onLink }: { other: SimilarMaterial; onLink: () => void }) {
  const text = useText(messages)
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  // The difference leads from the other one to this one: what it says itself is everything that was not added.
  const title = other.title.map((piece) => (piece.kind === 'added' ? '' : piece.text)).join('')
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(other.similarity)
  return (
    <div>
      <Group gap="sm" justify="space-between">
        <Text size="sm">
          <Anchor inherit href={addressOf.library(other.id)}>
            {title}
          </Anchor>
          <Text span inherit c="dimmed">
            {` · ${[text.alike(percent), other.source && `《${other.source}》`].filter(Boolean).join(' · ')}`}
          </Text>
        </Text>
        <Group gap="xs">
          <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? text.hideDifference : text.showDifference}
          </Button>
          <Button size="compact-xs" variant="light" leftSection={<IconVersions size={14} />} onClick={onLink}>
            {text.link}
          </Button>
        </Group>
      </Group>
      {isOpen && (
        <div className={styles.compared}>
          <TextDiffView pieces={other.title} />
          <TextDiffView pieces={other.body} />
        </div>
      )}
    </div>
  )
}

import { Badge, Button, Checkbox, Group, NativeSelect, Text, Textarea, TextInput } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { materialKinds, MaterialKind, type ProposedMaterial } from '../../../shared/model/material'
import { useText } from '../../i18n/language'
import { plainSnippet } from '../../parts/highlight/plain-snippet'
import { kindNames } from '../../parts/material-kind/material-words'
import styles from './import.module.css'
import { messages } from './messages'
import { PendingPicture, type PendingPictureAddress } from './pending-picture'
import type { NearProposal } from './near-duplicates'
import type { OpenProposal } from './use-open-document'

type ProposalRowProps = {
  proposal: OpenProposal
  /** Headings, page and paragraphs, as one line. */
  place: string
  /** The picture it shows; null without. */
  picture: PendingPictureAddress | null
  /** The nearest text of the library or of an earlier file; null without one. */
  nearest: NearProposal['others'][number] | null
  focused: boolean
  isLast: boolean
  onFocus: () => void
  onTick: (ticked: boolean) => void
  onEdit: (changes: Partial<Pick<ProposedMaterial, 'title' | 'kind' | 'body'>>) => void
  onMerge: () => void
  onCompare: () => void
}

const firstWords = (markdown: string): string =>
  plainSnippet([{ text: markdown.slice(0, 300).replace(/\n/g, ' '), hit: false }])
    .map((part) => part.text)
    .join('')

/** One proposal: closed, its tick, title and first words; in focus, everything about it that can be changed. */
export function ProposalRow({ proposal, place, picture, nearest, focused, isLast, onFocus, onTick, onEdit, onMerge, onCompare }: ProposalRowProps) {
  const text = useText(messages)
  const kinds = useText(kindNames)
  const { material, ticked, decision } = proposal
  return (
    <div
      className={styles.proposal}
      data-proposal={material.index}
      data-focused={focused || undefined}
      data-ticked={ticked}
      // A row that opens while the button is still down moves away under the pointer, and the press is lost: the click opens it.
      onFocus={(event) => !event.currentTarget.matches(':active') && onFocus()}
      onClick={onFocus}
      role="presentation"
    >
      {/* The sheet opens with the keyboard on the first proposal, not on the button that throws the import away. */}
      <Checkbox mt={6} size="sm" data-autofocus={focused || undefined} checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} aria-label={text.tick(material.title)} />
      <div className={styles.proposalBody}>
        <Group gap="sm" wrap="nowrap">
          <TextInput
            type="text"
            variant="unstyled"
            size="sm"
            className={styles.proposalTitle}
            aria-label={text.materialTitle}
            maxLength={300}
            value={material.title}
            title={material.title}
            onChange={(event) => onEdit({ title: event.currentTarget.value })}
          />
          <NativeSelect
            variant="unstyled"
            size="xs"
            w={118}
            aria-label={text.kind}
            value={material.kind}
            data={materialKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
            onChange={(event) => onEdit({ kind: MaterialKind.parse(event.currentTarget.value) })}
          />
        </Group>
        <Text size="xs" c="dimmed" truncate title={place}>
          {place}
        </Text>
        {nearest !== null && (
          <Badge component="button" type="button" className={styles.near} variant="light" radius="sm" size="md" onClick={onCompare} aria-keyshortcuts="C">
            {decision ? text.decided[decision.choice] : (nearest.text.of === 'library' ? text.near : text.nearInImport)(Math.round(nearest.similarity * 100))}
          </Badge>
        )}
        {focused ? (
          <>
            <Textarea mt="sm" autosize minRows={2} maxRows={12} aria-label={text.body} value={material.body} onChange={(event) => onEdit({ body: event.currentTarget.value })} />
            {!isLast && (
              <Button mt="xs" size="compact-sm" variant="subtle" leftSection={<IconArrowMerge size={15} />} onClick={onMerge} aria-keyshortcuts="M">
                {text.merge}
              </Button>
            )}
          </>
        ) : (
          <Text size="sm" c="dimmed" truncate>
            {firstWords(material.body)}
          </Text>
        )}
      </div>
      {picture && <PendingPicture address={picture} alt={material.title} />}
    </div>
  )
}

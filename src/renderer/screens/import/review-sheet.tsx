import { Button, Modal, Text, TextInput, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ImportedFile } from '../../../shared/contract/library'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { isComposing, isInTextField } from '../../app/typing'
import { useText } from '../../i18n/language'
import { SourceParagraphs } from '../../parts/source-paragraphs/source-paragraphs'
import { FileList } from './file-list'
import styles from './import.module.css'
import { messages } from './messages'
import { Outline } from './outline'
import { ProposalList } from './proposal-list'
import { accepted } from './review'
import { useReview } from './use-review'
import { RefusedFile } from './refused-file'

/** What was read, beside the original: tick, retitle, merge — and only then take. Nothing is stored before that. */
export function ReviewSheet({ importId, files, onClose }: { importId: string; files: readonly ImportedFile[]; onClose: () => void }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const { review, change, undo, canUndo } = useReview(files)
  const [chosenKey, setChosenKey] = useState((files.find((file) => file.status === 'read') ?? files[0])?.key)
  const [focusedIndex, setFocusedIndex] = useState<number | null>(null)

  const chosen = review.documents.find((document) => document.key === chosenKey)
  const focused = (chosen?.proposals.find(({ material }) => material.index === focusedIndex) ?? chosen?.proposals[0])?.material ?? null
  const toStore = accepted(review)
  const materials = toStore.reduce((sum, file) => sum + file.materials.length, 0)

  const accept = useMutation({
    mutationFn: () => engine.imports.accept({ importId, files: toStore }),
    onSuccess: (stored) => {
      notifications.show({ message: text.accepted(stored.sources.length, stored.materials) })
      onClose()
    },
    onError: fail,
  })
  const discard = () => {
    engine.imports.discard({ importId }).catch(fail)
    onClose()
  }

  const canAccept = toStore.length > 0 && !accept.isPending
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || isComposing(event)) return
      if (event.key === 'Enter' && canAccept) accept.mutate()
      else if (event.key.toLowerCase() === 'z' && !event.shiftKey && !isInTextField(event.target)) undo()
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  })

  const refused = files.find((file) => file.key === chosenKey && file.status !== 'read')
  const nothingRead = review.documents.length === 0

  return (
    // Escape would throw away a review that somebody has worked on: leaving is a button.
    <Modal opened onClose={discard} fullScreen closeOnEscape={nothingRead} withCloseButton={false} padding={0} classNames={{ body: styles.body ?? '', content: styles.content ?? '' }}>
      <div className={styles.header}>
        <Modal.Title fz={20} className={styles.title}>{text.title}</Modal.Title>
        <Text size="xs" c="dimmed" className={styles.keys}>
          {text.keysHint}
        </Text>
        <div className={styles.deeds}>
          {canUndo && (
            <Button variant="subtle" color="gray" leftSection={<IconArrowBackUp size={16} />} onClick={undo}>
              {text.undoEdit}
            </Button>
          )}
          <Button variant="default" onClick={discard}>
            {nothingRead ? text.close : text.discard}
          </Button>
          {!nothingRead && (
            <Button disabled={!canAccept} loading={accept.isPending} onClick={() => accept.mutate()} aria-keyshortcuts="Control+Enter">
              {toStore.length > 0 ? text.accept(toStore.length, materials) : text.acceptNothing}
            </Button>
          )}
        </div>
      </div>
      <div className={styles.columns}>
        <aside className={styles.files}>
          <FileList files={files} review={review} chosenKey={chosenKey} onChoose={setChosenKey} onKeep={(key, kept) => change({ type: 'keep', key, kept })} />
          {chosen && <Outline entries={chosen.document.outline} onChoose={(paragraph) => setFocusedIndex(proposalAt(chosen.proposals, paragraph) ?? focusedIndex)} />}
        </aside>
        {chosen && (
          <>
            <section className={styles.proposals} aria-label={text.proposals}>
              <div className={styles.source}>
                <TextInput label={text.sourceTitle} maxLength={300} value={chosen.title} onChange={(event) => change({ type: 'rename-source', key: chosen.key, title: event.currentTarget.value })} />
              </div>
              <ProposalList key={chosen.key} document={chosen} focused={focused?.index ?? null} onFocus={setFocusedIndex} onChange={change} />
            </section>
            <section className={styles.original}>
              <Title order={2} fz="sm" p="sm" pl="lg">
                {text.original}
              </Title>
              <div className={styles.paragraphs}>
                <SourceParagraphs paragraphs={chosen.document.paragraphs} marked={focused && { from: focused.from, to: focused.to }} label={text.original} />
              </div>
            </section>
          </>
        )}
        {refused && <RefusedFile file={refused} alone={files.length === 1} />}
      </div>
    </Modal>
  )
}

/** The proposal that a heading leads to: the first that begins at its paragraph or after it. */
const proposalAt = (proposals: readonly { material: { index: number; from: number; to: number } }[], paragraph: number): number | undefined =>
  proposals.find(({ material }) => material.to >= paragraph)?.material.index

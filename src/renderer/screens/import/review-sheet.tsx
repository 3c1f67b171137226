import { Alert, Button, Menu, Modal, Text, TextInput, Title } from '@mantine/core'
import { IconArrowBackUp, IconArrowsDiff } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useEngine } from '../../app/engine'
import { failureOf, useFailure } from '../../app/failure'
import { isComposing, isInTextField } from '../../app/typing'
import { useLocalized, useText } from '../../i18n/language'
import { SourceParagraphs } from '../../parts/source-paragraphs/source-paragraphs'
import { WorkProgress } from '../../parts/work-progress/work-progress'
import { choiceOfKey, Comparison } from './comparison'
import { FileList } from './file-list'
import type { ReviewFile } from './import-files'
import styles from './import.module.css'
import { messages } from './messages'
import { countUndecided, decisionsForAll, nextUndecided, proposalKey } from './near-duplicates'
import { Outline } from './outline'
import { ProposalList } from './proposal-list'
import { RefusedFile } from './refused-file'
import { choices, countAccepted, type Choice } from './review'
import { useAccept } from './use-accept'
import { useMatches } from './use-matches'
import { useNearDuplicates } from './use-near-duplicates'
import { useOpenDocument } from './use-open-document'
import { useReview } from './use-review'

/** What was read, beside the original and beside what the library has in similar words: tick, retitle, merge, choose — and only then take. Nothing is stored before that. */
export function ReviewSheet({ importId, files, onClose }: { importId: string; files: readonly ReviewFile[]; onClose: () => void }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const localized = useLocalized()
  const { review, change, undo, canUndo } = useReview(files)
  const { near, searched } = useNearDuplicates(importId)
  const [chosenKey, setChosenKey] = useState((files.find((file) => file.status === 'read') ?? files[0])?.key)
  const [focusedIndex, setFocusedIndex] = useState<number | null>(null)
  const [comparing, setComparing] = useState(false)
  const { accept, accepting, cancel } = useAccept({ importId, review, onDone: onClose })

  const reviewed = review.documents.find((document) => document.key === chosenKey)
  const { open: chosen, error } = useOpenDocument(importId, reviewed)
  const focusedProposal = chosen?.proposals.find(({ index }) => index === focusedIndex) ?? chosen?.proposals[0]
  const focused = focusedProposal?.material ?? null
  const nearest = (chosen && focused && near.get(proposalKey(chosen.key, focused.index))) ?? null
  const matches = useMatches(importId, comparing ? nearest : null)
  const toStore = countAccepted(review)
  const undecided = useMemo(() => countUndecided(review, near), [review, near])
  const withNear = useMemo(() => new Set([...near.values()].map(({ key }) => key)), [near])

  const choose = (key: string) => {
    setChosenKey(key)
    setFocusedIndex(null)
  }
  const moveFile = (step: number) => {
    const file = files[files.findIndex(({ key }) => key === chosenKey) + step]
    if (file) choose(file.key)
  }
  const next = nextUndecided(review, near, chosen && focused ? { key: chosen.key, index: focused.index } : null)
  const goToNext = () => {
    if (!next) return
    setComparing(true)
    setChosenKey(next.key)
    setFocusedIndex(next.index)
  }
  const decide = (choice: Choice, other = nearest?.others[0]?.text) => {
    if (!chosen || !focused || !other) return
    change({ type: 'decide', decisions: new Map([[chosen.key, new Map([[focused.index, { choice, other }]])]]) })
  }
  const decideAll = (choice: Choice) => change({ type: 'decide', decisions: decisionsForAll(review, near, choice) })
  const discard = () => {
    if (importId !== '') engine.imports.discard({ importId }).catch(fail)
    onClose()
  }

  const canAccept = toStore.sources > 0 && accepting === null
  useEffect(() => {
    /** Keys that mean one thing in the whole sheet. Letters and digits only outside of text. @returns false for all others */
    const act = (event: KeyboardEvent): boolean => {
      const key = event.key.toLowerCase()
      if (event.ctrlKey || event.metaKey) {
        if (event.key === 'Enter' && canAccept) accept()
        else if (key === 'z' && !event.shiftKey && !isInTextField(event.target)) undo()
        else return false
        return true
      }
      if (event.altKey) {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false
        moveFile(event.key === 'ArrowDown' ? 1 : -1)
        return true
      }
      if (isInTextField(event.target) || event.target instanceof HTMLSelectElement) return false
      const choice = comparing ? choiceOfKey(event.key) : undefined
      if (key === 'c' && chosen) setComparing(!comparing)
      else if (key === 'n' && next) goToNext()
      else if (choice) decide(choice)
      else return false
      return true
    }
    const onKey = (event: KeyboardEvent) => {
      if (isComposing(event) || accepting !== null || !act(event)) return
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
        <Modal.Title fz={20} className={styles.title}>
          {text.title}
        </Modal.Title>
        <Text size="xs" c="dimmed" className={styles.keys} title={text.keysHint}>
          {text.keysHint}
        </Text>
        <div className={styles.deeds}>
          {searched !== null && searched.done < searched.total && (
            <Text size="sm" c="dimmed" className={styles.searching}>
              {text.searching(searched.done, searched.total)}
            </Text>
          )}
          {undecided > 0 && (
            <Button.Group>
              <Button variant="light" leftSection={<IconArrowsDiff size={16} />} onClick={goToNext} aria-keyshortcuts="N">
                {text.undecided(undecided)}
              </Button>
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button variant="light" px="sm" aria-label={text.decideAll}>
                    ⋯
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Label>{text.decideAll}</Menu.Label>
                  {choices.map((choice) => (
                    <Menu.Item key={choice} onClick={() => decideAll(choice)}>
                      {text.choiceHints[choice]}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            </Button.Group>
          )}
          {canUndo && (
            <Button variant="subtle" color="gray" leftSection={<IconArrowBackUp size={16} />} onClick={undo}>
              {text.undoEdit}
            </Button>
          )}
          <Button variant="default" onClick={discard}>
            {nothingRead ? text.close : text.discard}
          </Button>
          {!nothingRead && (
            <Button disabled={!canAccept} loading={accepting !== null} onClick={accept} aria-keyshortcuts="Control+Enter">
              {toStore.sources > 0 ? text.accept(toStore.sources, toStore.materials) : text.acceptNothing}
            </Button>
          )}
        </div>
      </div>
      <div className={styles.columns} data-comparing={(comparing && chosen !== undefined) || undefined}>
        <aside className={styles.files}>
          <FileList files={files} review={review} withNear={withNear} chosenKey={chosenKey} onChoose={choose} onKeep={(key, kept) => change({ type: 'keep', key, kept })} />
          {reviewed && <Outline entries={chosen?.document.outline ?? null} onChoose={(paragraph) => setFocusedIndex(proposalAt(chosen?.proposals ?? [], paragraph) ?? focusedIndex)} />}
        </aside>
        {chosen && (
          <>
            <section className={styles.proposals} aria-label={text.proposals}>
              <div className={styles.source}>
                <TextInput label={text.sourceTitle} maxLength={300} value={chosen.title} onChange={(event) => change({ type: 'rename-source', key: chosen.key, title: event.currentTarget.value })} />
              </div>
              <ProposalList key={chosen.key} importId={importId} document={chosen} near={near} focused={focused?.index ?? null} onFocus={setFocusedIndex} onCompare={() => setComparing(true)} onChange={change} />
            </section>
            <section className={styles.original}>
              <Title order={2} fz="sm" p="sm" pl="lg">
                {text.original}
              </Title>
              <div className={styles.paragraphs}>
                <SourceParagraphs paragraphs={chosen.document.paragraphs} marked={focused && { from: focused.from, to: focused.to }} label={text.original} />
              </div>
            </section>
            {comparing && (
              <Comparison
                key={proposalKey(chosen.key, focused?.index ?? -1)}
                matches={nearest ? matches : []}
                decision={focusedProposal?.decision ?? null}
                onDecide={({ choice, other }) => decide(choice, other)}
                onNext={next && goToNext}
                onClose={() => setComparing(false)}
              />
            )}
          </>
        )}
        {error !== null && (
          <section className={styles.refused}>
            <Alert color="red">{localized(failureOf(error).message)}</Alert>
          </section>
        )}
        {refused && <RefusedFile file={refused} alone={files.length === 1} onShow={choose} />}
      </div>
      {accepting && accepting.total > 1 && (
        <WorkProgress title={text.accepting} done={accepting.done} total={accepting.total} sentence={text.acceptProgress(accepting.done, accepting.total)} hint={text.stopKeeps} cancelName={text.stop} onCancel={cancel} />
      )}
    </Modal>
  )
}

/** The proposal that a heading leads to: the first that begins at its paragraph or after it. */
const proposalAt = (proposals: readonly { material: { index: number; from: number; to: number } }[], paragraph: number): number | undefined =>
  proposals.find(({ material }) => material.to >= paragraph)?.material.index

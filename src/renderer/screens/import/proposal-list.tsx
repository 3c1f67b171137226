import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { ProposedMaterial } from '../../../shared/model/material'
import { isComposing, isInTextField } from '../../app/typing'
import { useText } from '../../i18n/language'
import { useVirtualRows } from '../../parts/virtual-rows/use-virtual-rows'
import styles from './import.module.css'
import { messages } from './messages'
import type { PendingPictureAddress } from './pending-picture'
import { ProposalRow } from './proposal-row'
import { proposalKey, type NearDuplicates } from './near-duplicates'
import type { ReviewAction } from './review'
import { withNext, type OpenDocument } from './use-open-document'

type ProposalListProps = {
  importId: string
  document: OpenDocument
  near: NearDuplicates
  /** Index of the proposal whose paragraphs are marked in the original. */
  focused: number | null
  onFocus: (index: number) => void
  onCompare: () => void
  onChange: (action: ReviewAction) => void
}

/** The materials proposed from one document. ↑↓ Home End move, Space ticks (the checkbox's own), Enter retitles, M merges with the next. */
export function ProposalList({ importId, document, near, focused, onFocus, onCompare, onChange }: ProposalListProps) {
  const text = useText(messages)
  const scroller = useRef<HTMLDivElement>(null)
  const { proposals, key } = document
  const rows = useVirtualRows({ count: proposals.length, scroller, height: () => 84, keyOf: (row) => proposals[row]?.material.index ?? row })
  const focusedRow = proposals.findIndex(({ material }) => material.index === focused)
  const wantsFocus = useRef(false)

  // Going to another document by key takes the list that had the focus away; clicking in the list of files leaves it there.
  useEffect(() => {
    wantsFocus.current = window.document.activeElement === window.document.body
  }, [])

  useEffect(() => {
    if (focusedRow < 0) return undefined
    rows.scrollToIndex(focusedRow, { align: 'auto' })
    if (!wantsFocus.current) return undefined
    // The row may only just have come into view; a key pressed meanwhile leads further and takes this one's turn.
    const frame = requestAnimationFrame(() => {
      wantsFocus.current = false
      scroller.current?.querySelector<HTMLElement>(`[data-proposal="${focused}"] input[type=checkbox]`)?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [focusedRow, focused, rows])

  const moveTo = (row: number) => {
    const proposal = proposals[Math.max(0, Math.min(proposals.length - 1, row))]
    if (!proposal || proposal.material.index === focused) return
    wantsFocus.current = true
    onFocus(proposal.material.index)
  }

  const mergeFrom = (index: number | null) => {
    const materials = withNext(proposals, index)
    if (materials) onChange({ type: 'merge', key, materials })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || isInTextField(event.target) || event.target instanceof HTMLSelectElement || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown') moveTo(focusedRow + 1)
    else if (event.key === 'ArrowUp') moveTo(focusedRow - 1)
    else if (event.key === 'Home') moveTo(0)
    else if (event.key === 'End') moveTo(proposals.length - 1)
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) scroller.current?.querySelector<HTMLElement>(`[data-proposal="${focused}"] input[type=text]`)?.focus()
    else if (event.key.toLowerCase() === 'm') mergeFrom(focused)
    else return
    event.preventDefault()
  }

  if (proposals.length === 0) {
    return (
      <Text c="dimmed" p="lg">
        {text.noProposals}
      </Text>
    )
  }
  const ticked = proposals.filter((proposal) => proposal.ticked).length
  return (
    <>
      <Group className={styles.tools} justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {text.tickedOf(ticked, proposals.length)}
        </Text>
        <Group gap="xs">
          <Button size="compact-sm" variant="subtle" disabled={ticked === proposals.length} onClick={() => onChange({ type: 'tick-all', key, ticked: true })}>
            {text.tickAll}
          </Button>
          <Button size="compact-sm" variant="subtle" disabled={ticked === 0} onClick={() => onChange({ type: 'tick-all', key, ticked: false })}>
            {text.tickNone}
          </Button>
        </Group>
      </Group>
      <div ref={scroller} className={styles.rows} onKeyDown={onKeyDown} role="presentation">
        <ul style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const proposal = proposals[row.index]
            if (!proposal) return null
            return (
              <li key={row.key} ref={rows.measureElement} data-index={row.index} style={{ transform: `translateY(${row.start}px)` }} aria-setsize={proposals.length} aria-posinset={row.index + 1}>
                <ProposalRow
                  proposal={proposal}
                  place={placeOf(document, proposal.material, text)}
                  picture={pictureOf(importId, document, proposal.material)}
                  nearest={near.get(proposalKey(key, proposal.index))?.others[0] ?? null}
                  focused={proposal.material.index === focused}
                  isLast={row.index === proposals.length - 1}
                  onFocus={() => onFocus(proposal.material.index)}
                  onTick={(isTicked) => onChange({ type: 'tick', key, index: proposal.material.index, ticked: isTicked })}
                  onEdit={(changes) => onChange({ type: 'change', key, material: proposal.material, changes })}
                  onCompare={() => {
                    onFocus(proposal.material.index)
                    onCompare()
                  }}
                  onMerge={() => mergeFrom(proposal.index)}
                />
              </li>
            )
          })}
        </ul>
      </div>
    </>
  )
}

/** Where a proposal stands in its document: headings, then pages or slides where it has them, then paragraphs. */
function placeOf({ document }: OpenDocument, { path, from, to }: ProposedMaterial, text: (typeof messages)['en']): string {
  const page = document.paragraphs[from - 1]?.page
  const onPage = page === undefined ? [] : [document.format === 'pptx' ? text.slide(page) : text.page(page)]
  return [...path, ...onPage, text.paragraphs(from, to)].join(' › ')
}

/** The first picture that a proposal shows, as far as it came out of this document. */
function pictureOf(importId: string, { key, document }: OpenDocument, { body }: ProposedMaterial): PendingPictureAddress | null {
  const hash = /asset:([0-9a-f]{64})/.exec(body)?.[1]
  const picture = document.pictures?.find((candidate) => candidate.hash === hash)
  return picture ? { importId, key, hash: picture.hash } : null
}

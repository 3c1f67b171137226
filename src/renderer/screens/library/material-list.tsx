import { memo, useEffect, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import type { MaterialHit } from '../../../shared/contract/library'
import type { MaterialId } from '../../../shared/model/ids'
import { isComposing } from '../../app/typing'
import { useText } from '../../i18n/language'
import { Highlight } from '../../parts/highlight/highlight'
import { plainSnippet } from '../../parts/highlight/plain-snippet'
import { KindIcon } from '../../parts/material-kind/kind-icon'
import { kindNames, statusNames } from '../../parts/material-kind/material-words'
import { useVirtualRows } from '../../parts/virtual-rows/use-virtual-rows'
import { freshnessNames } from './freshness/messages'
import styles from './library.module.css'
import { destinationOf, select, type ListSelection } from './list-selection'
import { messages } from './messages'

const ROW = 80 // pixels: a line each for title, snippet and source
const AROUND = 4 // rows beyond those in view: each is drawn anew with every answer
const PAGE = 8 // rows that Page Up and Page Down pass over

type MaterialListProps = {
  /** The element that scrolls and holds the keyboard. */
  list: RefObject<HTMLDivElement | null>
  hits: readonly MaterialHit[]
  /** How many there are in all; null while that is only estimated. */
  total: number | null
  /** Whether there are more than have been read. */
  hasMore: boolean
  selection: ListSelection<MaterialId>
  onSelect: (selection: ListSelection<MaterialId>) => void
  onOpen: () => void
  onRemove: () => void
  /** Called when the end of what has been read comes into view. */
  onMore: () => void
}

/** Materials found, best first. Only rows in view are drawn, and none of them again while somebody types and waits. ↑↓ Home End Page keys move, Shift and Ctrl choose several, Enter opens, Delete removes. */
export const MaterialList = memo(function MaterialList({ list, hits, total, hasMore, selection, onSelect, onOpen, onRemove, onMore }: MaterialListProps) {
  const text = useText(messages)
  const order = hits.map(({ id }) => id)
  const rows = useVirtualRows({ count: hits.length, scroller: list, height: () => ROW, keyOf: (row) => hits[row]?.id ?? row, around: AROUND })
  const items = rows.getVirtualItems()

  const lastDrawn = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (hasMore && lastDrawn >= hits.length - 10) onMore()
  }, [lastDrawn, hits.length, hasMore, onMore])

  const activeRow = selection.active === null ? -1 : order.indexOf(selection.active)
  useEffect(() => {
    if (activeRow >= 0) rows.scrollToIndex(activeRow, { align: 'auto' })
  }, [activeRow, rows])

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey) return
    const destination = destinationOf(event.key, selection.active, order, PAGE)
    if (destination !== null) onSelect(select(selection, order, destination, event.shiftKey ? 'range' : 'one'))
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) onSelect({ ...selection, ids: new Set(order) })
    else if (event.key === ' ' && selection.active !== null) onSelect(select(selection, order, selection.active, 'toggle'))
    else if (event.key === 'Enter' && selection.active !== null) onOpen()
    else if (event.key === 'Delete' && selection.ids.size > 0) onRemove()
    else return
    event.preventDefault()
  }

  const onRowClick = (event: MouseEvent, id: MaterialId) => onSelect(select(selection, order, id, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'one'))

  return (
    <div
      ref={list}
      className={styles.rows}
      role="listbox"
      tabIndex={0}
      aria-label={text.list}
      aria-multiselectable
      aria-activedescendant={activeRow >= 0 ? rowId(selection.active) : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={styles.sheet} style={{ height: rows.getTotalSize() }} role="presentation">
        {items.map((row) => {
          const hit = hits[row.index]
          return (
            hit && (
              <div
                key={row.index} // an answer fills the rows that are there, in half the time of making new ones
                id={rowId(hit.id)}
                role="option"
                aria-selected={selection.ids.has(hit.id)}
                aria-setsize={total ?? -1}
                aria-posinset={row.index + 1}
                data-active={hit.id === selection.active || undefined}
                className={styles.row}
                style={{ transform: `translateY(${row.start}px)`, height: ROW }}
                onClick={(event) => onRowClick(event, hit.id)}
                onDoubleClick={onOpen}
              >
                <Hit hit={hit} />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
})

const rowId = (id: string | null) => `material-${id}`

const Hit = memo(function Hit({ hit }: { hit: MaterialHit }) {
  const text = useText(messages)
  const kinds = useText(kindNames)
  const freshness = useText(freshnessNames)
  const statuses = useText(statusNames)
  return (
    <>
      <span className={styles.sign} title={kinds[hit.kind]} aria-hidden>
        <KindIcon kind={hit.kind} />
      </span>
      <div className={styles.hit}>
        <div className={styles.hitTitle} data-status={hit.status}>
          <Highlight parts={hit.title} />
        </div>
        <div className={styles.snippet}>
          <Highlight parts={plainSnippet(hit.snippet)} />
        </div>
        <div className={styles.origin}>
          {hit.freshness && (
            <span className={styles.state} data-state={hit.freshness}>
              {freshness[hit.freshness]}
            </span>
          )}
          {[kinds[hit.kind], hit.status === 'approved' ? '' : statuses[hit.status], hit.versions === undefined ? '' : text.versions(hit.versions), hit.source, hit.locator].filter(Boolean).join(' · ')}
        </div>
      </div>
    </>
  )
})

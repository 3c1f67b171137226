import { Checkbox } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { MaterialHit } from '../../../../shared/contract/library'
import type { MaterialId } from '../../../../shared/model/ids'
import { isComposing } from '../../../app/typing'
import { useText } from '../../../i18n/language'
import { KindIcon } from '../../../parts/material-kind/kind-icon'
import styles from './collections.module.css'
import { messages } from './messages'
import { moved } from './reading-order'

type ReadingListProps = {
  entries: readonly { readonly material: MaterialHit; readonly readBy: readonly string[] }[]
  active: MaterialId | null
  isRead: (readBy: readonly string[]) => boolean
  onActive: (id: MaterialId) => void
  onArrange: (order: MaterialId[]) => void
  onMark: (id: MaterialId, isRead: boolean) => void
  onTakeOut: (id: MaterialId) => void
}

/** The order of a reading list. ↑↓ move the keyboard, Alt ↑↓ or dragging the material, Space marks it as read, Delete takes it out. */
export function ReadingList({ entries, active, isRead, onActive, onArrange, onMark, onTakeOut }: ReadingListProps) {
  const text = useText(messages)
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<MaterialId | null>(null)
  const [over, setOver] = useState<MaterialId | null>(null)
  const followFocus = useRef(false)
  const order = entries.map(({ material }) => material.id)
  const current = active !== null && order.includes(active) ? active : (order[0] ?? null)
  const place = current === null ? -1 : order.indexOf(current)

  // The focus goes with what was moved, also when the new order comes later than the key.
  useEffect(() => {
    if (followFocus.current && current !== null) list.current?.children[place]?.querySelector('button')?.focus()
  }, [current, place])

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || current === null || event.ctrlKey || event.metaKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const isField = event.target instanceof HTMLInputElement
    if (step !== 0 && event.altKey) {
      onActive(current)
      onArrange(moved(order, current, place + step))
    } else if (event.altKey) return
    else if (step !== 0 && order[place + step] !== undefined) onActive(order[place + step] ?? current)
    else if (event.key === 'Home') onActive(order[0] ?? current)
    else if (event.key === 'End') onActive(order.at(-1) ?? current)
    else if (event.key === 'Delete') onTakeOut(current)
    else if (event.key === ' ' && !isField) onMark(current, !isRead(entries[place]?.readBy ?? []))
    else return
    followFocus.current = true
    event.preventDefault()
  }

  return (
    <ol ref={list} className={styles.order} aria-label={`${text.list}：${text.moveHint}`} onKeyDown={onKeyDown}>
      {entries.map(({ material, readBy }, row) => {
        const title = material.title.map((part) => part.text).join('')
        return (
          <li
            key={material.id}
            className={styles.entry}
            data-over={(over === material.id && dragged !== null && dragged !== material.id) || undefined}
            data-active={material.id === active || undefined}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', title)
              setDragged(material.id)
            }}
            onDragOver={(event) => {
              if (dragged === null) return
              event.preventDefault()
              setOver(material.id)
            }}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged !== null && dragged !== material.id) onArrange(moved(order, dragged, row))
            }}
            onDragEnd={() => {
              setDragged(null)
              setOver(null)
            }}
          >
            <IconGripVertical className={styles.grip} size={16} aria-hidden />
            <Checkbox tabIndex={-1} aria-label={text.readOf(title)} checked={isRead(readBy)} onChange={(event) => onMark(material.id, event.currentTarget.checked)} />
            <button
              type="button"
              className={styles.entryTitle}
              tabIndex={material.id === current ? 0 : -1}
              aria-current={material.id === active || undefined}
              data-read={isRead(readBy) || undefined}
              onClick={() => {
                followFocus.current = true
                onActive(material.id)
              }}
            >
              <KindIcon kind={material.kind} size={16} />
              <span>{title}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}

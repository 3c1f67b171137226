import { ActionIcon, Button, Text, Textarea } from '@mantine/core'
import { IconGripVertical, IconPlus, IconX } from '@tabler/icons-react'
import { useId, useLayoutEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import type { PointRow } from '../../../../shared/body-fields/point-rows'
import { isComposing } from '../../../app/typing'
import { useText } from '../../../i18n/language'
import { messages } from './messages'
import { rowDeeds, type RowDeed } from './row-deeds'
import styles from './forms.module.css'

const ROW_DRAG_TYPE = 'application/x-lectern-point'

type PointsFieldProps = { readonly label: string; readonly hint?: string; readonly rows: readonly PointRow[]; readonly onChange: (rows: readonly PointRow[]) => void }

const fresh: PointRow = { text: '', level: 0, marker: 'bullet' }

/** Points of a slide, a row each: written, ordered and moved between levels by keyboard or by dragging. */
export function PointsField({ label, hint, rows, onChange }: PointsFieldProps) {
  const text = useText(messages)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState<number | null>(null)
  /** The row that gets the cursor once it is there. */
  const target = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (target.current === null) return
    list.current?.querySelector<HTMLTextAreaElement>(`[data-row="${target.current}"]`)?.focus()
    target.current = null
  })
  const shown = rows.length === 0 ? [fresh] : rows

  const act = (deed: RowDeed | null): boolean => {
    if (deed === null) return false
    target.current = deed.cursor
    onChange(deed.rows)
    return true
  }
  const onKeyDown = (at: number) => (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey) return
    const { selectionStart: from, selectionEnd: to, value } = event.currentTarget
    if (event.key === 'Enter') act(rowDeeds.split(shown, at, from, to))
    else if (event.key === 'Backspace' && from === 0 && to === 0) {
      if (!act(rowDeeds.back(shown, at))) return
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) act(rowDeeds.move(shown, at, at + (event.key === 'ArrowUp' ? -1 : 1)))
    else if (event.key === 'Tab') {
      // Where there is no level to go to, Tab leads on, so that nobody is caught here.
      if (!act(rowDeeds.level(shown, at, event.shiftKey ? -1 : 1))) return
    } else if (event.key === 'ArrowUp' && from === 0 && at > 0) focusRow(at - 1)
    else if (event.key === 'ArrowDown' && to === value.length && at < shown.length - 1) focusRow(at + 1)
    else return
    event.preventDefault()
  }
  const focusRow = (at: number) => list.current?.querySelector<HTMLTextAreaElement>(`[data-row="${at}"]`)?.focus()

  const onDrop = (at: number) => (event: DragEvent) => {
    setOver(null)
    const from = event.dataTransfer.getData(ROW_DRAG_TYPE)
    if (from === '') return
    event.preventDefault()
    act(rowDeeds.move(shown, Number(from), at))
  }

  return (
    <div role="group" aria-label={label} aria-describedby={`${id}-hint`}>
      <Text size="sm" fw={500} aria-hidden>
        {label}
      </Text>
      <Text id={`${id}-hint`} size="xs" c="dimmed">
        {hint ? `${hint} ` : ''}
        {text.pointsHint}
      </Text>
      <div ref={list} className={styles.rows}>
        {shown.map((row, at) => (
          // A row has no identity beside its place.
          <div
            key={at}
            className={styles.row}
            data-level={Math.min(row.level, 2)}
            data-over={over === at || undefined}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes(ROW_DRAG_TYPE)) return
              event.preventDefault()
              setOver(at)
            }}
            onDragLeave={() => setOver(null)}
            onDrop={onDrop(at)}
          >
            <span
              className={styles.grip}
              title={text.movePoint(at + 1)}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.setData(ROW_DRAG_TYPE, String(at))
                event.dataTransfer.effectAllowed = 'move'
              }}
            >
              <IconGripVertical size={14} aria-hidden />
            </span>
            <span className={styles.mark} aria-hidden>
              {row.marker === 'none' ? '' : row.marker === 'number' ? `${rowDeeds.numberAt(shown, at)}.` : row.level === 0 ? '•' : '–'}
            </span>
            <Textarea
              variant="unstyled"
              className={styles.text}
              autosize
              minRows={1}
              maxRows={8}
              aria-label={text.point(at + 1)}
              data-row={at}
              value={row.text}
              onChange={(event) => onChange(shown.with(at, { ...row, text: event.currentTarget.value.replace(/\n/g, ' ') }))}
              onKeyDown={onKeyDown(at)}
            />
            <ActionIcon variant="subtle" color="gray" size="sm" tabIndex={-1} aria-label={text.removePoint(at + 1)} title={text.removePoint(at + 1)} onClick={() => act(rowDeeds.remove(shown, at))}>
              <IconX size={14} />
            </ActionIcon>
          </div>
        ))}
      </div>
      <Button variant="subtle" color="gray" size="compact-xs" leftSection={<IconPlus size={14} />} onClick={() => act(rowDeeds.add(shown))}>
        {text.addPoint}
      </Button>
    </div>
  )
}

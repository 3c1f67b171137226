import { Text, UnstyledButton } from '@mantine/core'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { SchoolSummary } from '../../../shared/model/brand'
import { isComposing } from '../../app/typing'
import { useText } from '../../i18n/language'
import { useVirtualRows } from '../../parts/virtual-rows/use-virtual-rows'
import { levelNames, messages } from './messages'
import styles from './schools.module.css'

const ROW = 56

type SchoolListProps = { schools: readonly SchoolSummary[]; chosenId: string | null; onChoose: (id: string) => void; onRemove: (school: SchoolSummary) => void }

/** Schools with their colour, name, district and level; only those in view are drawn. Arrows walk, Delete deletes. */
export function SchoolList({ schools, chosenId, onChoose, onRemove }: SchoolListProps) {
  const text = useText(messages)
  const levels = useText(levelNames)
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualRows({ count: schools.length, scroller, height: () => ROW, keyOf: (row) => schools[row]?.id ?? row })
  const current = schools.findIndex(({ id }) => id === chosenId)
  /** The row that the keyboard has gone to: it takes the focus once it is drawn. */
  const wanted = useRef<string | null>(null)

  useEffect(() => {
    if (wanted.current === null) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(wanted.current)}"]`)
    if (row) {
      row.focus()
      wanted.current = null
    }
  })

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: Math.min(current + 10, schools.length - 1), PageUp: Math.max(current - 10, 0), Home: 0, End: schools.length - 1 }[event.key]
    const next = to === undefined ? undefined : schools[to]
    const here = schools[current]
    if (to !== undefined && next !== undefined) {
      wanted.current = next.id
      rows.scrollToIndex(to)
      onChoose(next.id)
    } else if (event.key === 'Delete' && here !== undefined) onRemove(here)
    else return
    event.preventDefault()
  }

  return (
    <div ref={scroller} className={styles.list} role="listbox" aria-label={text.list} tabIndex={current < 0 ? 0 : -1} onKeyDown={onKeyDown}>
      {schools.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {text.nothing}
        </Text>
      )}
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((row) => {
          const school = schools[row.index]
          return (
            school && (
              <UnstyledButton
                key={row.key}
                role="option"
                aria-selected={school.id === chosenId}
                aria-setsize={schools.length}
                aria-posinset={row.index + 1}
                tabIndex={school.id === chosenId ? 0 : -1}
                data-id={school.id}
                className={styles.row}
                style={{ height: ROW, transform: `translateY(${row.start}px)` }}
                onClick={() => onChoose(school.id)}
              >
                <span className={styles.swatch} aria-hidden style={school.primary === null ? undefined : { background: `#${school.primary}` }} />
                <span className={styles.rowName}>{school.name}</span>
                <span className={styles.rowFacts}>{[school.district, school.level === null ? '' : levels[school.level], school.series].filter((part) => part !== '').join(' · ')}</span>
              </UnstyledButton>
            )
          )
        })}
      </div>
    </div>
  )
}

import { Stack, Text } from '@mantine/core'
import { useId, useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { cellMarkdown } from '../../../shared/table-grid/cell-markdown'
import { cellsOfText } from '../../../shared/table-grid/cells-of-text'
import { withCell, withCells, withColumn, withColumnMoved, withoutColumn, withoutRow, withRow, withRowMoved, type Grid } from '../../../shared/table-grid/grid'
import { numericColumns } from '../../../shared/table-grid/numeric-columns'
import { isComposing } from '../../app/typing'
import { useText } from '../../i18n/language'
import { cellsOfHtml } from './cells-of-html'
import { gridStep, type Place } from './grid-keys'
import { GridTools, type GridDeeds } from './grid-tools'
import { messages } from './messages'
import styles from './table-grid.module.css'
import { useGridHistory } from './use-grid-history'

type TableGridProps = {
  readonly value: Grid
  readonly onChange: (grid: Grid) => void
  /** Name for screen readers. */
  readonly label: string
  /** What may stand behind a number without making it a word: such a column still stands to the right. */
  readonly unit?: string
}

/** A table that is edited like a sheet: the first row is its header, cells hold inline Markdown, and what is copied in a spreadsheet is pasted as cells. */
export function TableGrid({ value, onChange, label, unit = '' }: TableGridProps) {
  const text = useText(messages)
  const hint = useId()
  const table = useRef<HTMLTableElement>(null)
  const [current, setCurrent] = useState<Place>({ row: 0, column: 0 })
  /** Where the cursor goes once the cell is there. */
  const target = useRef<Place | null>(null)
  const { change, undo, redo } = useGridHistory(value, onChange)
  const [header = [], ...rows] = value.rows
  const isNumeric = numericColumns(value, unit)
  const size = { rows: value.rows.length, columns: value.align.length, lastRowIsEmpty: value.rows.length > 1 && (value.rows.at(-1) ?? []).every((cell) => cell.trim() === '') }
  const row = Math.min(current.row, size.rows - 1)
  const column = Math.min(current.column, size.columns - 1)

  const cellAt = (at: Place) => table.current?.querySelector<HTMLTextAreaElement>(`[data-cell="${at.row}-${at.column}"]`)
  useLayoutEffect(() => {
    if (target.current === null) return
    cellAt({ row: Math.min(target.current.row, size.rows - 1), column: Math.min(target.current.column, size.columns - 1) })?.focus()
    target.current = null
  })

  /** The cursor follows what it moves, and stands in what it makes. */
  const then = (grid: Grid, at: Place) => {
    if (grid === value) return
    target.current = at
    setCurrent(at)
    change(grid)
  }
  const deeds: GridDeeds = {
    addRow: () => then(withRow(value, row + 1), { row: row + 1, column }),
    addColumn: () => then(withColumn(value, column + 1), { row, column: column + 1 }),
    removeRow: () => then(withoutRow(value, row), { row: Math.min(row, size.rows - 2), column }),
    removeColumn: () => then(withoutColumn(value, column), { row, column: Math.min(column, size.columns - 2) }),
    rowUp: () => then(withRowMoved(value, row, row - 1), { row: row - 1, column }),
    rowDown: () => then(withRowMoved(value, row, row + 1), { row: row + 1, column }),
    columnLeft: () => then(withColumnMoved(value, column, column - 1), { row, column: column - 1 }),
    columnRight: () => then(withColumnMoved(value, column, column + 1), { row, column: column + 1 }),
    undo: () => {
      target.current = { row, column }
      undo()
    },
    redo: () => {
      target.current = { row, column }
      redo()
    },
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event)) return
    const step = gridStep(event, { row, column }, size)
    if (step === null) return
    event.preventDefault()
    if (step === 'undo') return deeds.undo()
    if (step === 'redo') return deeds.redo()
    if (step === 'row-up') return deeds.rowUp()
    if (step === 'row-down') return deeds.rowDown()
    if (step === 'column-left') return deeds.columnLeft()
    if (step === 'column-right') return deeds.columnRight()
    if (step.to.row === size.rows) return then(withRow(value, size.rows), step.to)
    cellAt(step.to)?.focus()
  }

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const plain = event.clipboardData.getData('text/plain')
    const cells = cellsOfText(plain) ?? cellsOfHtml(event.clipboardData.getData('text/html'))
    if (!cells) return
    event.preventDefault()
    then(withCells(value, row, column, cells.map((line) => line.map(cellMarkdown))), { row, column })
  }

  const cell = (place: Place, content: string, name: string) => (
    <textarea
      className={styles.cell}
      rows={1}
      data-cell={`${place.row}-${place.column}`}
      aria-label={name}
      spellCheck={false}
      value={content}
      style={{ textAlign: value.align[place.column] ?? (isNumeric[place.column] ? 'right' : 'left') }}
      onFocus={(event) => {
        setCurrent(place)
        event.currentTarget.select()
      }}
      // A cell of Markdown is one line.
      onChange={(event) => change(withCell(value, place.row, place.column, event.currentTarget.value.replace(/\s*[\r\n]+\s*/g, ' ')), `${place.row}-${place.column}`)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  )

  return (
    <Stack gap={4}>
      <GridTools deeds={deeds} />
      <div className={styles.scroll}>
        <table ref={table} className={styles.table} aria-label={label} aria-describedby={hint}>
          <thead>
            <tr>
              <td className={styles.number} />
              {header.map((content, at) => (
                <th key={at} scope="col">
                  {cell({ row: 0, column: at }, content, text.header(at + 1))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, below) => (
              <tr key={below}>
                <th scope="row" className={styles.number}>
                  {below + 1}
                </th>
                {cells.map((content, at) => (
                  <td key={at}>{cell({ row: below + 1, column: at }, content, text.cell(below + 1, header[at]?.trim() || text.column(at + 1)))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Text id={hint} size="xs" c="dimmed">
        {text.hint}
      </Text>
    </Stack>
  )
}

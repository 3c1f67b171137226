import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TableGrid } from '../../src/renderer/parts/table-grid/table-grid'
import type { Grid } from '../../src/shared/table-grid/grid'
import { renderInWindow } from './in-window'
import { memoryEngine } from './memory-engine'

const years: Grid = { rows: [['年份', '学校数'], ['2024', '12'], ['2025', '30']], align: [null, null] }

async function openGrid(initial: Grid = years) {
  const told: Grid[] = []
  function Held() {
    const [grid, setGrid] = useState(initial)
    return (
      <TableGrid
        label="数据"
        value={grid}
        onChange={(next) => {
          told.push(next)
          setGrid(next)
        }}
      />
    )
  }
  void renderInWindow(memoryEngine().engine, <Held />)
  await expect.element(page.getByRole('toolbar', { name: '表格操作' })).toBeVisible()
  return { rows: () => told.at(-1)?.rows ?? initial.rows }
}

const cell = (name: string) => page.getByRole('textbox', { name, exact: true })
const paste = (element: Element, data: Readonly<Record<string, string>>) => {
  const clipboardData = new DataTransfer()
  for (const [type, content] of Object.entries(data)) clipboardData.setData(type, content)
  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

describe('a table that is edited like a sheet', () => {
  it('goes from cell to cell by Enter, Tab and arrows, and grows at its end', async () => {
    const grid = await openGrid()
    await cell('第 2 行，年份').click()
    await userEvent.keyboard('{Tab}31{Enter}')
    await expect.element(cell('第 3 行，学校数')).toHaveFocus()
    await userEvent.keyboard('45{ArrowLeft}{ArrowLeft}{ArrowLeft}2026{ArrowUp}{ArrowUp}')
    await expect.element(cell('第 1 行，年份')).toHaveFocus()
    expect(grid.rows()).toEqual([['年份', '学校数'], ['2024', '12'], ['2025', '31'], ['2026', '45']])
  })

  it('lets Tab out at an empty last row', async () => {
    await openGrid()
    await cell('第 2 行，学校数').click()
    await userEvent.keyboard('{Tab}')
    await expect.element(cell('第 3 行，年份')).toHaveFocus()
    await userEvent.keyboard('{Tab}{Tab}')
    expect(document.activeElement?.closest('table')).toBeNull()
  })

  it('takes in cells of a spreadsheet, and one undo takes them back', async () => {
    const grid = await openGrid()
    await cell('第 2 行，学校数').click()
    paste(cell('第 2 行，学校数').element(), { 'text/plain': '31\t甲*乙*丙\r\n45\t"两\n行"\r\n' })
    await expect.poll(grid.rows).toEqual([['年份', '学校数', ''], ['2024', '12', ''], ['2025', '31', '甲\\*乙\\*丙'], ['', '45', '两 行']])
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(grid.rows).toEqual(years.rows)
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    await expect.poll(() => grid.rows().length).toBe(4)
  })

  it('takes in a table of a page, whose cells span columns', async () => {
    const grid = await openGrid()
    await cell('表头，第 1 列').click()
    paste(cell('表头，第 1 列').element(), { 'text/html': '<table><tr><td colspan=2>合计</td><td>3</td></tr><tr><td>a</td><td rowspan=2>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>' })
    await expect.poll(grid.rows).toEqual([['合计', '', '3'], ['a', 'b', 'c'], ['d', '', 'e']])
  })

  it('moves rows and columns by Alt and the arrows, the cursor with them', async () => {
    const grid = await openGrid()
    await cell('第 2 行，学校数').click()
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowLeft}{/Alt}')
    await expect.poll(grid.rows).toEqual([['学校数', '年份'], ['30', '2025'], ['12', '2024']])
    await expect.element(cell('第 1 行，学校数')).toHaveFocus()
  })

  it('adds and deletes by its tools', async () => {
    const grid = await openGrid()
    await cell('第 1 行，年份').click()
    await userEvent.click(page.getByRole('button', { name: '删除这一行' }))
    await expect.poll(grid.rows).toEqual([['年份', '学校数'], ['2025', '30']])
    await userEvent.click(page.getByRole('button', { name: '在右边加一列' }))
    await expect.poll(grid.rows).toEqual([['年份', '', '学校数'], ['2025', '', '30']])
  })

  it('undoes what was typed in a cell at once', async () => {
    const grid = await openGrid()
    await cell('第 1 行，学校数').click()
    await userEvent.keyboard('108{Control>}z{/Control}')
    await expect.poll(grid.rows).toEqual(years.rows)
  })

  it('sets numbers to the right', async () => {
    await openGrid()
    expect(getComputedStyle(cell('第 1 行，学校数').element()).textAlign).toBe('right')
  })
})

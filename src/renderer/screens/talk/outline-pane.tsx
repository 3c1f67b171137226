import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import type { Talk } from '../../../shared/model/block'
import type { TalkTime } from '../../../shared/speech/time-talk'
import { isComposing } from '../../app/typing'
import { useText } from '../../i18n/language'
import { AddMenu } from './add-menu'
import type { Steps } from './in-step/use-in-step'
import { messages } from './messages'
import type { OutlineActions } from './outline-actions'
import { useMeantFor } from './variants/use-meant-for'
import { OutlineRow, type RowDeeds } from './outline-row'
import { keyOf, rowName, rowsBetween, rowsOf, sameSelection, type Selection } from './selection'

type OutlinePaneProps = { talk: Talk; timing: TalkTime; selection: Selection; picked: readonly Selection[]; actions: OutlineActions; problems: ReadonlySet<string>; steps: Steps }

/** Sections and blocks with their times: the talk at a glance, moved about by mouse or keyboard alike. */
export const OutlinePane = memo(function OutlinePane({ talk, timing, selection, picked, actions, problems, steps }: OutlinePaneProps) {
  const text = useText(messages)
  const meantFor = useMeantFor()
  const [renaming, setRenaming] = useState<Selection | null>(null)
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set())
  const [dropAt, setDropAt] = useState<Selection | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const focusSelected = useRef(false)
  /** Where a range begins that Shift extends. */
  const anchor = useRef<Selection>(selection)
  const rows = rowsOf(talk).filter((row) => row.block === null || !folded.has(row.section))
  const chosen = picked.length > 0 ? picked : [selection]
  const pickedNames = useMemo(() => new Set(picked.map(rowName)), [picked])
  /** For deeds that stay the same object while rows come and go. */
  const latest = useRef({ rows, chosen })
  useLayoutEffect(() => {
    latest.current = { rows, chosen }
    if (picked.length === 0) anchor.current = selection
  })

  useEffect(() => {
    if (renaming) return
    const row = tree.current?.querySelector<HTMLElement>(`[data-row="${rowName(selection)}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    if (focusSelected.current) row?.focus()
    focusSelected.current = false
  }, [selection, renaming])

  const deeds = useMemo((): RowDeeds => {
    return {
      actions,
      fold: (section, closed) =>
        setFolded((before) => {
          const after = new Set(before)
          if (closed) after.add(section)
          else after.delete(section)
          return after
        }),
      beginRename: setRenaming,
      endRename: (row, title) => {
        focusSelected.current = true
        setRenaming(null)
        if (title !== undefined) actions.rename(row, title)
      },
      dropOver: setDropAt,
      pick: (row, { shiftKey, ctrlKey, metaKey }) => {
        const { rows, chosen } = latest.current
        if (shiftKey) return actions.pick(rowsBetween(rows, anchor.current, row), row)
        if (!ctrlKey && !metaKey) return actions.select(row)
        const others = chosen.filter((one) => !sameSelection(one, row))
        const last = others.at(-1)
        if (others.length === chosen.length) actions.pick([...chosen, row], row)
        else if (last) actions.pick(others, last)
      },
      rowsWith: (row) => (latest.current.chosen.some((one) => sameSelection(one, row)) ? latest.current.chosen : [row]),
    }
  }, [actions])

  const go = (to: Selection | undefined) => {
    if (!to) return
    focusSelected.current = true
    actions.select(to)
  }
  const extend = (to: Selection | undefined) => {
    if (!to) return
    focusSelected.current = true
    actions.pick(rowsBetween(rows, anchor.current, to), to)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of a field or a menu inside a row are theirs.
    if (isComposing(event) || !(event.target instanceof HTMLElement) || event.target.role !== 'treeitem') return
    const at = rows.findIndex((row) => sameSelection(row, selection))
    const command = event.ctrlKey || event.metaKey
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      focusSelected.current = true
      actions.move(chosen, event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.altKey) return
    else if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) extend(rows[at + (event.key === 'ArrowDown' ? 1 : -1)])
    else if (event.key === 'ArrowDown') go(rows[at + 1])
    else if (event.key === 'ArrowUp') go(rows[at - 1])
    else if (event.key === 'Home') go(rows[0])
    else if (event.key === 'End') go(rows.at(-1))
    else if (event.key === 'ArrowLeft') {
      if (selection.block === null) deeds.fold(selection.section, true)
      else go(rows.find((row) => row.section === selection.section && row.block === null))
    } else if (event.key === 'ArrowRight' && selection.block === null) deeds.fold(selection.section, false)
    else if (event.key === 'Enter' && !command) {
      focusSelected.current = true
      actions.add('points', selection)
    } else if (event.key === 'F2') deeds.beginRename(selection)
    else if (event.key === 'Delete') {
      focusSelected.current = true
      actions.remove(chosen)
    } else if (event.key === 'Escape' && picked.length > 0) go(selection)
    else if (command && event.key.toLowerCase() === 'a') actions.pick(rows, selection)
    else if (command && event.key.toLowerCase() === 'd') actions.duplicate(chosen)
    else return
    event.preventDefault()
  }

  // The browser's own clipboard events: they come with Ctrl C, X and V and from the system's menu alike, and ask for no permission.
  const onClipboard = (event: ClipboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'treeitem') return
    if (event.type === 'paste') {
      const markdown = event.clipboardData.getData('text/plain')
      if (markdown.trim() === '') return
      focusSelected.current = true
      actions.paste(markdown, selection)
    } else {
      event.clipboardData.setData('text/plain', actions.textOf(chosen))
      if (event.type === 'cut') {
        focusSelected.current = true
        actions.cut(chosen)
      }
    }
    event.preventDefault()
  }

  return (
    <div className="outline">
      <div role="tree" aria-multiselectable="true" aria-label={`${text.outline}：${text.outlineHelp}`} className="outline-tree" ref={tree} onKeyDown={onKeyDown} onCopy={onClipboard} onCut={onClipboard} onPaste={onClipboard}>
        {rows.map((row) => {
          const section = talk.sections[row.section]
          const times = timing.sections[row.section]
          const block = row.block === null ? null : section?.blocks[row.block]
          const key = keyOf(row)
          const time = row.block === null ? times : times?.blocks[row.block]
          return (
            <OutlineRow
              key={rowName(row)}
              section={row.section}
              block={row.block}
              title={(block ? block.title : section?.title) ?? ''}
              kind={block?.content.kind ?? null}
              seconds={time?.seconds ?? 0}
              counts={!(time && 'unheard' in time)}
              current={sameSelection(row, selection)}
              selected={pickedNames.size === 0 ? sameSelection(row, selection) : pickedNames.has(rowName(row))}
              folded={row.block === null && folded.has(row.section)}
              renaming={isRow(renaming, row)}
              dropping={isRow(dropAt, row)}
              meantFor={block?.condition ? meantFor(block.condition) : ''}
              hasProblem={key !== null && problems.has(key)}
              outOfStep={(key === null ? undefined : steps.get(key)?.[0]?.kind) ?? null}
              deeds={deeds}
            />
          )
        })}
      </div>
      <div className="outline-foot">
        <AddMenu onAdd={(kind) => actions.add(kind, selection)} onAddSection={() => actions.addSection(selection)} />
      </div>
    </div>
  )
})

const isRow = (one: Selection | null, other: Selection): boolean => one !== null && sameSelection(one, other)

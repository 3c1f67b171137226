import { ActionIcon, Menu, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconCopy, IconDots, IconPencil, IconPlus, IconTrash, IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import type { MaterialId } from '../../../shared/model/ids'
import type { Talk } from '../../../shared/model/block'
import type { TalkTime } from '../../../shared/speech/time-talk'
import { isComposing } from '../../app/typing'
import { useText } from '../../i18n/language'
import { blockIcons } from './block-icons'
import { templateKinds, type TemplateKind } from './block-templates'
import { BLOCK_DRAG_TYPE, MATERIAL_DRAG_TYPE } from './drag-types'
import { duration } from './duration'
import { messages } from './messages'
import { keyOf, rowsOf, sameSelection, type Selection } from './selection'

export type OutlineActions = {
  select(selection: Selection): void
  rename(selection: Selection, title: string): void
  /** @param after the row behind which the block stands; a section puts it first */
  add(kind: TemplateKind, after: Selection): void
  addSection(after: Selection): void
  move(selection: Selection, step: 1 | -1): void
  /** @param to the place the block takes, counted before it is taken out */
  moveTo(from: Selection, to: Selection): void
  duplicate(selection: Selection): void
  remove(selection: Selection): void
  bringIn(material: MaterialId, title: string, after: Selection): void
}

type OutlinePaneProps = { talk: Talk; timing: TalkTime; selection: Selection; actions: OutlineActions; problems: ReadonlySet<string> }

/** Sections and blocks with their times: the talk at a glance, moved about by mouse or keyboard alike. */
export function OutlinePane({ talk, timing, selection, actions, problems }: OutlinePaneProps) {
  const text = useText(messages)
  const [renaming, setRenaming] = useState<Selection | null>(null)
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set())
  const [dropAt, setDropAt] = useState<Selection | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const rows = rowsOf(talk).filter((row) => row.block === null || !folded.has(row.section))
  const focusSelected = useRef(false)

  useEffect(() => {
    if (renaming) return
    const row = tree.current?.querySelector<HTMLElement>(`[data-row="${rowName(selection)}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    if (focusSelected.current) row?.focus()
    focusSelected.current = false
  }, [selection, renaming])

  const go = (to: Selection | undefined) => {
    if (!to) return
    focusSelected.current = true
    actions.select(to)
  }
  const fold = (section: number, closed: boolean) =>
    setFolded((before) => {
      const after = new Set(before)
      if (closed) after.add(section)
      else after.delete(section)
      return after
    })

  const onKeyDown = (event: KeyboardEvent) => {
    if (renaming || isComposing(event)) return
    const at = rows.findIndex((row) => sameSelection(row, selection))
    const command = event.ctrlKey || event.metaKey
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      focusSelected.current = true
      actions.move(selection, event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.altKey) return
    else if (event.key === 'ArrowDown') go(rows[at + 1])
    else if (event.key === 'ArrowUp') go(rows[at - 1])
    else if (event.key === 'Home') go(rows[0])
    else if (event.key === 'End') go(rows.at(-1))
    else if (event.key === 'ArrowLeft') {
      if (selection.block === null) fold(selection.section, true)
      else go(rows.find((row) => row.section === selection.section && row.block === null))
    } else if (event.key === 'ArrowRight' && selection.block === null) fold(selection.section, false)
    else if (event.key === 'Enter' && !command) {
      focusSelected.current = true
      actions.add('points', selection)
    } else if (event.key === 'F2') setRenaming(selection)
    else if (event.key === 'Delete') {
      focusSelected.current = true
      actions.remove(selection)
    } else if (command && event.key.toLowerCase() === 'd') actions.duplicate(selection)
    else return
    event.preventDefault()
  }

  const dragProps = (row: Selection) => ({
    draggable: row.block !== null && !(renaming && sameSelection(renaming, row)),
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(BLOCK_DRAG_TYPE, keyOf(row) ?? '')
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event: DragEvent) => {
      const types = event.dataTransfer.types
      if (!types.includes(BLOCK_DRAG_TYPE) && !types.includes(MATERIAL_DRAG_TYPE)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = types.includes(BLOCK_DRAG_TYPE) ? 'move' : 'copy'
      setDropAt(row)
    },
    onDragLeave: () => setDropAt((now) => (now && sameSelection(now, row) ? null : now)),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setDropAt(null)
      const block = event.dataTransfer.getData(BLOCK_DRAG_TYPE)
      const material = event.dataTransfer.getData(MATERIAL_DRAG_TYPE)
      if (block) {
        const [section = 0, index = 0] = block.split('.').map(Number)
        actions.moveTo({ section, block: index }, { section: row.section, block: row.block === null ? 0 : row.block + 1 })
      } else if (material) {
        const { id, title } = JSON.parse(material) as { id: MaterialId; title: string }
        actions.bringIn(id, title, row)
      }
    },
  })

  return (
    <div className="outline" onKeyDown={onKeyDown}>
      <div role="tree" aria-label={`${text.outline}：${text.outlineHelp}`} className="outline-tree" ref={tree}>
        {rows.map((row) => {
          const section = talk.sections[row.section]
          const block = row.block === null ? null : section?.blocks[row.block]
          const title = (block ? block.title : section?.title) || text.noTitle
          const key = keyOf(row)
          const seconds = key === null ? timing.sections[row.section]?.seconds : timing.sections[row.section]?.blocks[row.block ?? 0]?.seconds
          const selected = sameSelection(row, selection)
          const Icon = block ? blockIcons[block.content.kind] : null
          return (
            <div
              key={rowName(row)}
              data-row={rowName(row)}
              role="treeitem"
              aria-label={[title, seconds ? duration(seconds) : '', block && text.kinds[block.content.kind]].filter(Boolean).join(' ')}
              aria-level={row.block === null ? 1 : 2}
              aria-selected={selected}
              aria-expanded={row.block === null ? !folded.has(row.section) : undefined}
              tabIndex={selected ? 0 : -1}
              className={row.block === null ? 'outline-row outline-section' : 'outline-row'}
              data-drop={(dropAt && sameSelection(dropAt, row)) || undefined}
              onClick={() => actions.select(row)}
              onDoubleClick={() => setRenaming(row)}
              {...dragProps(row)}
            >
              {row.block === null ? (
                <span className="outline-fold" aria-hidden onClick={() => fold(row.section, !folded.has(row.section))}>
                  {folded.has(row.section) ? <IconChevronRight size={16} /> : <IconChevronDown size={16} />}
                </span>
              ) : (
                Icon && (
                  <span className="outline-kind" title={block ? text.kinds[block.content.kind] : undefined}>
                    <Icon size={16} stroke={1.6} aria-hidden />
                  </span>
                )
              )}
              {renaming && sameSelection(renaming, row) ? (
                <RenameField
                  title={block ? block.title : (section?.title ?? '')}
                  label={row.block === null ? text.sectionTitle : text.blockTitle}
                  onDone={(next) => {
                    focusSelected.current = true
                    setRenaming(null)
                    if (next !== null) actions.rename(row, next)
                  }}
                />
              ) : (
                <span className="outline-title">{title}</span>
              )}
              {key !== null && problems.has(key) && <span className="outline-problem" title={text.problems} />}{' '}
              <span className="outline-time">{seconds ? duration(seconds) : ''}</span>
              <RowMenu title={title} isBlock={row.block !== null} row={row} actions={actions} onRename={() => setRenaming(row)} />
            </div>
          )
        })}
      </div>
      <div className="outline-foot">
        <AddMenu onAdd={(kind) => actions.add(kind, selection)} onAddSection={() => actions.addSection(selection)} />
      </div>
    </div>
  )
}

const rowName = (row: Selection): string => keyOf(row) ?? String(row.section)

function RenameField({ title, label, onDone }: { title: string; label: string; onDone: (title: string | null) => void }) {
  const [value, setValue] = useState(title)
  const done = useRef(false)
  const finish = (next: string | null) => {
    if (done.current) return
    done.current = true
    onDone(next)
  }
  return (
    <TextInput
      size="xs"
      className="outline-rename"
      aria-label={label}
      value={value}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={() => finish(value)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (isComposing(event)) return
        if (event.key === 'Enter') finish(value)
        if (event.key === 'Escape') finish(null)
      }}
    />
  )
}

type RowMenuProps = { title: string; isBlock: boolean; row: Selection; actions: OutlineActions; onRename: () => void }

function RowMenu({ title, isBlock, row, actions, onRename }: RowMenuProps) {
  const text = useText(messages)
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" className="outline-more" aria-label={text.more(title)} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        <Menu.Item leftSection={<IconPencil size={16} />} rightSection={<kbd>F2</kbd>} onClick={onRename}>
          {text.rename}
        </Menu.Item>
        {isBlock && (
          <Menu.Item leftSection={<IconCopy size={16} />} rightSection={<kbd>Ctrl D</kbd>} onClick={() => actions.duplicate(row)}>
            {text.duplicate}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconArrowUp size={16} />} rightSection={<kbd>Alt ↑</kbd>} onClick={() => actions.move(row, -1)}>
          {text.moveUp}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={16} />} rightSection={<kbd>Alt ↓</kbd>} onClick={() => actions.move(row, 1)}>
          {text.moveDown}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} rightSection={<kbd>Del</kbd>} onClick={() => actions.remove(row)}>
          {text.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function AddMenu({ onAdd, onAddSection }: { onAdd: (kind: TemplateKind) => void; onAddSection: () => void }) {
  const text = useText(messages)
  return (
    <Menu position="top-start" withinPortal>
      <Menu.Target>
        <ActionIcon.Group className="outline-add">
          <ActionIcon variant="default" size="lg" w="100%" aria-label={text.addBlock}>
            <IconPlus size={16} />
            <span className="outline-add-label">{text.addBlock}</span>
          </ActionIcon>
        </ActionIcon.Group>
      </Menu.Target>
      <Menu.Dropdown>
        {templateKinds.map((kind) => {
          const Icon = blockIcons[kind]
          return (
            <Menu.Item key={kind} leftSection={<Icon size={16} stroke={1.6} />} onClick={() => onAdd(kind)}>
              {text.kinds[kind]}
            </Menu.Item>
          )
        })}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={16} />} onClick={onAddSection}>
          {text.addSection}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

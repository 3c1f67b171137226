import { ActionIcon, Menu, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowMerge, IconArrowUp, IconChevronDown, IconChevronRight, IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { memo, useRef, useState, type DragEvent } from 'react'
import type { BlockKind } from '../../../shared/model/block'
import type { MaterialId } from '../../../shared/model/ids'
import type { StepFinding } from '../../../shared/model/in-step'
import { isComposing } from '../../app/typing'
import { useText } from '../../i18n/language'
import { blockIcons } from './block-icons'
import { BLOCK_DRAG_TYPE, MATERIAL_DRAG_TYPE } from './drag-types'
import { duration } from './duration'
import { messages as stepMessages } from './in-step/messages'
import { StepBadge } from './in-step/step-badge'
import { messages } from './messages'
import type { OutlineActions } from './outline-actions'
import { keyOf, rowName, selectionOf, type Selection } from './selection'

/** What a row asks of the pane around it. Stays the same object, so that a keystroke draws only the rows that changed. */
export type RowDeeds = {
  readonly actions: OutlineActions
  fold(section: number, closed: boolean): void
  beginRename(row: Selection): void
  /** @param title missing when given up */
  endRename(row: Selection, title?: string): void
  dropOver(row: Selection | null): void
  /** Chooses a row alone, with Shift up to it, with Ctrl in addition. */
  pick(row: Selection, keys: { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean }): void
  /** The rows that a deed on this one is about: all that are picked, when it is one of them. */
  rowsWith(row: Selection): readonly Selection[]
}

type OutlineRowProps = {
  readonly section: number
  readonly block: number | null
  readonly title: string
  /** Null for a section. */
  readonly kind: BlockKind | null
  readonly seconds: number
  /** Whether its time is part of its section's: what the audience that is looked at does not hear is not. */
  readonly counts: boolean
  /** The one that the desk looks at. */
  readonly current: boolean
  readonly selected: boolean
  readonly folded: boolean
  readonly renaming: boolean
  readonly dropping: boolean
  /** For whom it is when not for everybody, in words; empty otherwise. */
  readonly meantFor: string
  readonly hasProblem: boolean
  readonly outOfStep: StepFinding['kind'] | null
  readonly deeds: RowDeeds
}

/** A section or a block in the outline. Plain values only, so that it is drawn again only when one of them changes: a talk may have hundreds. */
export const OutlineRow = memo(function OutlineRow({ section, block, title, kind, seconds, counts, current, selected, folded, renaming, dropping, meantFor, hasProblem, outOfStep, deeds }: OutlineRowProps) {
  const text = useText(messages)
  const stepText = useText(stepMessages)
  const [pointed, setPointed] = useState(false)
  const row: Selection = { section, block }
  const { actions } = deeds
  const name = title || text.noTitle
  const time = seconds > 0 ? duration(seconds) : ''
  const Icon = kind === null ? null : blockIcons[kind]

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    deeds.dropOver(null)
    const moved = event.dataTransfer.getData(BLOCK_DRAG_TYPE)
    const material = event.dataTransfer.getData(MATERIAL_DRAG_TYPE)
    if (moved) actions.moveTo(moved.split(' ').map(selectionOf), { section, block: block === null ? 0 : block + 1 })
    else if (material) {
      const { id, title: materialTitle } = JSON.parse(material) as { id: MaterialId; title: string }
      actions.bringIn(id, materialTitle, row)
    }
  }

  return (
    <div
      data-row={rowName(row)}
      role="treeitem"
      aria-label={[name, meantFor, time, counts || time === '' ? '' : text.notCounted, kind && text.kinds[kind], outOfStep && stepText.badge].filter(Boolean).join(' ')}
      aria-level={block === null ? 1 : 2}
      aria-selected={selected}
      aria-expanded={block === null ? !folded : undefined}
      tabIndex={current ? 0 : -1}
      className={block === null ? 'outline-row outline-section' : 'outline-row'}
      data-drop={dropping || undefined}
      onClick={(event) => deeds.pick(row, event)}
      onDoubleClick={() => deeds.beginRename(row)}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      draggable={block !== null && !renaming}
      onDragStart={(event) => {
        event.dataTransfer.setData(BLOCK_DRAG_TYPE, deeds.rowsWith(row).flatMap((one) => keyOf(one) ?? []).join(' '))
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={(event) => {
        const { types } = event.dataTransfer
        if (!types.includes(BLOCK_DRAG_TYPE) && !types.includes(MATERIAL_DRAG_TYPE)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = types.includes(BLOCK_DRAG_TYPE) ? 'move' : 'copy'
        deeds.dropOver(row)
      }}
      onDragLeave={() => deeds.dropOver(null)}
      onDrop={onDrop}
    >
      {block === null ? (
        <span className="outline-fold" aria-hidden onClick={() => deeds.fold(section, !folded)}>
          {folded ? <IconChevronRight size={16} /> : <IconChevronDown size={16} />}
        </span>
      ) : (
        Icon && (
          <span className="outline-kind" title={kind ? text.kinds[kind] : undefined}>
            <Icon size={16} stroke={1.6} aria-hidden />
          </span>
        )
      )}
      {renaming ? (
        <RenameField title={title} label={block === null ? text.sectionTitle : text.blockTitle} onDone={(next) => deeds.endRename(row, next)} />
      ) : (
        <span className="outline-title">{name}</span>
      )}
      {meantFor !== '' && (
        <span className="outline-meant" title={meantFor}>
          {meantFor}
        </span>
      )}
      {outOfStep && <StepBadge kind={outOfStep} />}
      {hasProblem && <span className="outline-problem" title={text.problems} />} 
      <span className="outline-time" data-apart={!counts || undefined} title={counts || time === '' ? undefined : text.notCounted}>
        {counts || time === '' ? time : `(${time})`}
      </span>
      <span className="outline-more">{(pointed || current) && <RowMenu title={name} row={row} deeds={deeds} renaming={renaming} onRename={() => deeds.beginRename(row)} />}</span>
    </div>
  )
})

function RenameField({ title, label, onDone }: { title: string; label: string; onDone: (title?: string) => void }) {
  const [value, setValue] = useState(title)
  const done = useRef(false)
  const finish = (next?: string) => {
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
        if (event.key === 'Escape') finish()
      }}
    />
  )
}

type RowMenuProps = { title: string; row: Selection; deeds: RowDeeds; renaming: boolean; onRename: () => void }

function RowMenu({ title, row, deeds, renaming, onRename }: RowMenuProps) {
  const text = useText(messages)
  const { actions } = deeds
  return (
    // The focus is the rename field's then, which would take its loss for the end of renaming.
    <Menu position="bottom-end" withinPortal returnFocus={!renaming}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={text.more(title)} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        <Menu.Item leftSection={<IconPencil size={16} />} rightSection={<kbd>F2</kbd>} onClick={onRename}>
          {text.rename}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} rightSection={<kbd>Ctrl D</kbd>} onClick={() => actions.duplicate(deeds.rowsWith(row))}>
          {text.duplicate}
        </Menu.Item>
        {row.block !== null && (
          <Menu.Item leftSection={<IconArrowMerge size={16} />} onClick={() => actions.merge(row)}>
            {text.merge}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconArrowUp size={16} />} rightSection={<kbd>Alt ↑</kbd>} onClick={() => actions.move(deeds.rowsWith(row), -1)}>
          {text.moveUp}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={16} />} rightSection={<kbd>Alt ↓</kbd>} onClick={() => actions.move(deeds.rowsWith(row), 1)}>
          {text.moveDown}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} rightSection={<kbd>Del</kbd>} onClick={() => actions.remove(deeds.rowsWith(row))}>
          {text.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

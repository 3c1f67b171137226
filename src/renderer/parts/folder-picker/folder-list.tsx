import { Text } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import type { FolderListing } from '../../../shared/contract/folders'
import { isComposing } from '../../app/typing'
import { useText } from '../../i18n/language'
import styles from './folder-browser.module.css'
import { messages } from './messages'

type FolderListProps = { listing: FolderListing; current: number; onCurrent: (index: number) => void; onOpen: (path: string) => void; onUp: () => void }

const PAGE = 10

/** The folders of a folder. Arrows walk, Enter opens, Backspace goes up, a letter goes to the next name that begins with it. */
export function FolderList({ listing, current, onCurrent, onOpen, onUp }: FolderListProps) {
  const text = useText(messages)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const { folders } = listing
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  const startingWith = (letter: string): number => {
    const found = [...folders.keys()].map((step) => (current + 1 + step) % folders.length).find((index) => folders[index]?.name.toLowerCase().startsWith(letter))
    return found ?? current
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey) return
    const last = folders.length - 1
    const steps: Readonly<Record<string, number>> = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + PAGE, PageUp: current - PAGE, Home: 0, End: last }
    const to = steps[event.key]
    const here = folders[current]
    if (event.key === 'Backspace' || (event.key === 'ArrowUp' && event.altKey)) onUp()
    else if (event.altKey) return
    else if (event.key === 'Enter' && here !== undefined) onOpen(here.path)
    else if (to !== undefined) onCurrent(Math.max(0, Math.min(last, to)))
    else if (event.key.length === 1 && event.key !== ' ' && folders.length > 0) onCurrent(startingWith(event.key.toLowerCase()))
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.list}>
      <div ref={list} role="listbox" tabIndex={0} data-autofocus aria-label={text.folders} aria-activedescendant={folders[current] && `${id}-${current}`} onKeyDown={onKeyDown}>
        {folders.map(({ name, path }, index) => (
          // The keyboard is the list's: a row only takes the mouse.
          <div key={path} id={`${id}-${index}`} role="option" aria-selected={index === current} className={styles.row} onClick={() => onCurrent(index)} onDoubleClick={() => onOpen(path)}>
            <IconFolder size={16} aria-hidden />
            <span>{name}</span>
          </div>
        ))}
      </div>
      {(folders.length === 0 || listing.more > 0) && (
        <Text size="sm" c="dimmed" p="sm">
          {folders.length === 0 ? text.none : text.more(listing.more)}
        </Text>
      )}
    </div>
  )
}

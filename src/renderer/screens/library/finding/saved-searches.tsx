import { ActionIcon, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconArrowBarToUp, IconArrowDown, IconArrowUp, IconBookmark, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { SavedSearch } from '../../../../shared/contract/finding'
import type { MaterialFilter, MaterialOrder } from '../../../../shared/contract/library'
import { useEngine } from '../../../app/engine'
import { isComposing } from '../../../app/typing'
import { useText } from '../../../i18n/language'
import { moved } from '../collections/reading-order'
import styles from '../library.module.css'
import { libraryKeys } from '../library-keys'
import { useDeed } from '../use-deed'
import { messages } from './messages'
import { SearchNameDialog } from './search-name-dialog'

export type Question = { readonly text: string; readonly filter: MaterialFilter; readonly order: MaterialOrder }

/** Whether two questions ask the same; a field that is absent asks nothing. */
const isSame = (one: Question, other: Question): boolean => signOf(one) === signOf(other)
const signOf = ({ text, filter, order }: Question): string =>
  JSON.stringify([text, order, Object.entries(filter).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)).toSorted(([a], [b]) => (a < b ? -1 : 1))])

/** The searches that were given a name, above the filters: one press asks again, Alt ↑↓ moves, F2 renames, Delete deletes. Nothing is drawn while there is none. */
export function SavedSearches({ question, onAsk }: { question: Question; onAsk: (question: Question) => void }) {
  const text = useText(messages)
  const engine = useEngine()
  const deed = useDeed()
  const id = useId()
  const [renaming, setRenaming] = useState<SavedSearch | null>(null)
  const { data = [] } = useQuery({ queryKey: libraryKeys.savedSearches, queryFn: ({ signal }) => engine.finding.savedSearches(undefined, { signal }) })
  // A line that is moved in the document loses the focus: it is given back once the new order is there.
  const list = useRef<HTMLDivElement>(null)
  const followed = useRef<{ readonly id: string; readonly from: string } | null>(null)
  const shownOrder = data.map((search) => search.id).join()
  useEffect(() => {
    if (followed.current === null || followed.current.from === shownOrder) return
    list.current?.querySelector<HTMLElement>(`[data-search="${followed.current.id}"]`)?.focus()
    followed.current = null
  }, [shownOrder])
  if (data.length === 0) return null
  const order = data.map((search) => search.id)
  const place = (search: SavedSearch, to: number) => {
    if (to < 0 || to >= order.length) return
    followed.current = { id: search.id, from: shownOrder }
    void deed(() => engine.finding.arrangeSearches({ ids: moved(order, search.id, to) }))
  }
  const remove = (search: SavedSearch) => void deed(() => engine.finding.removeSearch({ id: search.id }), () => text.removed(search.name))
  const onKeyDown = (event: KeyboardEvent, search: SavedSearch, at: number) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey) return
    if (event.altKey && event.key === 'ArrowUp') place(search, at - 1)
    else if (event.altKey && event.key === 'ArrowDown') place(search, at + 1)
    else if (event.key === 'F2') setRenaming(search)
    else if (event.key === 'Delete') remove(search)
    else return
    event.preventDefault()
  }
  return (
    <div ref={list} role="group" aria-labelledby={id} className={styles.group}>
      <div id={id} className={styles.groupName}>
        {text.savedSearches}
      </div>
      {data.map((search, at) => (
        <div key={search.id} className={styles.optionLine}>
          <UnstyledButton className={styles.option} aria-pressed={isSame(search, question)} aria-describedby={`${id}-keys`} onClick={() => onAsk(search)} data-search={search.id} onKeyDown={(event) => onKeyDown(event, search, at)}>
            <IconBookmark size={16} stroke={1.6} aria-hidden />
            <span className={styles.optionName} title={`${search.name} — ${text.savedKeys}`}>
              {search.name}
            </span>
          </UnstyledButton>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon className={styles.optionDeeds} variant="subtle" color="gray" size={24} aria-label={text.deedsOf(search.name)}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setRenaming(search)}>
                {text.rename}
              </Menu.Item>
              <Menu.Item leftSection={<IconArrowBarToUp size={16} />} disabled={at === 0} onClick={() => place(search, 0)}>
                {text.toTop}
              </Menu.Item>
              <Menu.Item leftSection={<IconArrowUp size={16} />} disabled={at === 0} onClick={() => place(search, at - 1)}>
                {text.up}
              </Menu.Item>
              <Menu.Item leftSection={<IconArrowDown size={16} />} disabled={at === data.length - 1} onClick={() => place(search, at + 1)}>
                {text.down}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => remove(search)}>
                {text.remove}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      ))}
      <VisuallyHidden id={`${id}-keys`}>{text.savedKeys}</VisuallyHidden>
      {renaming && (
        <SearchNameDialog
          title={text.rename}
          initial={renaming.name}
          onClose={() => setRenaming(null)}
          onSave={(name) => {
            setRenaming(null)
            void deed(() => engine.finding.changeSearch({ id: renaming.id, changes: { name } }), () => text.renamed)
          }}
        />
      )}
    </div>
  )
}

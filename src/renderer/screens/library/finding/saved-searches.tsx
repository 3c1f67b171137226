import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import { IconBookmark, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { SavedSearch } from '../../../../shared/contract/finding'
import type { MaterialFilter, MaterialOrder } from '../../../../shared/contract/library'
import { useEngine } from '../../../app/engine'
import { useText } from '../../../i18n/language'
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

/** The searches that were given a name, above the filters: one press asks again. Nothing is drawn while there is none. */
export function SavedSearches({ question, onAsk }: { question: Question; onAsk: (question: Question) => void }) {
  const text = useText(messages)
  const engine = useEngine()
  const deed = useDeed()
  const id = useId()
  const [renaming, setRenaming] = useState<SavedSearch | null>(null)
  const { data = [] } = useQuery({ queryKey: libraryKeys.savedSearches, queryFn: ({ signal }) => engine.finding.savedSearches(undefined, { signal }) })
  if (data.length === 0) return null
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <div id={id} className={styles.groupName}>
        {text.savedSearches}
      </div>
      {data.map((search) => (
        <div key={search.id} className={styles.optionLine}>
          <UnstyledButton className={styles.option} aria-pressed={isSame(search, question)} onClick={() => onAsk(search)}>
            <IconBookmark size={16} stroke={1.6} aria-hidden />
            <span className={styles.optionName} title={search.name}>
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
              <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => deed(() => engine.finding.removeSearch({ id: search.id }), () => text.removed(search.name))}>
                {text.remove}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      ))}
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

import { Button, Menu } from '@mantine/core'
import { IconListCheck, IconPlaylistAdd, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { MaterialId } from '../../../../shared/model/ids'
import { useEngine } from '../../../app/engine'
import { useText } from '../../../i18n/language'
import { useDeed } from '../use-deed'
import { CollectionDialog, emptyCollection } from './collection-dialog'
import { messages } from './messages'
import { useCollections } from './use-collections'

/** Puts materials at the end of a reading list, or into a new one. */
export function AddToCollection({ ids, compact = false }: { ids: readonly MaterialId[]; compact?: boolean }) {
  const text = useText(messages)
  const engine = useEngine()
  const deed = useDeed()
  const collections = useCollections()
  const [isCreating, setCreating] = useState(false)
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant={compact ? 'subtle' : 'default'} size={compact ? 'compact-sm' : 'sm'} leftSection={<IconPlaylistAdd size={16} />}>
            {text.add}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="50vh" style={{ overflowY: 'auto' }}>
          {collections.map((collection) => (
            <Menu.Item
              key={collection.id}
              leftSection={<IconListCheck size={16} />}
              onClick={() => void deed(() => engine.collections.add({ id: collection.id, materials: [...ids] }), ({ title }) => text.added(title))}
            >
              {collection.title}
            </Menu.Item>
          ))}
          {collections.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
            {text.newWith}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isCreating && (
        <CollectionDialog
          name={text.create}
          initial={emptyCollection}
          onClose={() => setCreating(false)}
          onSave={(draft) => {
            setCreating(false)
            void deed(() => engine.collections.create({ ...draft, materials: [...ids] }), ({ title }) => text.created(title))
          }}
        />
      )}
    </>
  )
}

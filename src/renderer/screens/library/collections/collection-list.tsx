import { ActionIcon } from '@mantine/core'
import { IconListCheck, IconPlus } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useAppState } from '../../../app/queries'
import { useEngine } from '../../../app/engine'
import { addressOf } from '../../../app/router'
import { useFormats, useText } from '../../../i18n/language'
import styles from '../library.module.css'
import { useDeed } from '../use-deed'
import { CollectionDialog, emptyCollection } from './collection-dialog'
import { messages } from './messages'
import { useCollections } from './use-collections'

/** The reading lists, below the filters; each leads to where it is read, with how far the speaker has come. */
export function CollectionList() {
  const text = useText(messages)
  const formats = useFormats()
  const engine = useEngine()
  const deed = useDeed()
  const id = useId()
  const collections = useCollections()
  const speaker = useAppState().data?.settings.speaker || text.nobody
  const [isCreating, setCreating] = useState(false)
  return (
    <nav aria-labelledby={id} className={styles.group}>
      <div className={styles.groupHead}>
        <div id={id} className={styles.groupName}>
          {text.collections}
        </div>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={text.create} title={text.create} onClick={() => setCreating(true)}>
          <IconPlus size={16} />
        </ActionIcon>
      </div>
      {collections.map((collection) => {
        const read = collection.progress.find(({ reader }) => reader === speaker)?.read ?? 0
        return (
          <a key={collection.id} className={styles.option} href={addressOf.collection(collection.id)}>
            <IconListCheck size={16} stroke={1.6} aria-hidden />
            <span className={styles.optionName} title={[collection.title, collection.due && text.dueOn(collection.due)].filter(Boolean).join(' · ')}>
              {collection.title}
            </span>
            <span className={styles.count}>{read > 0 ? text.progressShort(read, collection.materials) : formats.number(collection.materials)}</span>
          </a>
        )
      })}
      {isCreating && (
        <CollectionDialog
          name={text.create}
          initial={emptyCollection}
          onClose={() => setCreating(false)}
          onSave={(draft) => {
            setCreating(false)
            void deed(() => engine.collections.create(draft), ({ title }) => text.created(title))
          }}
        />
      )}
    </nav>
  )
}

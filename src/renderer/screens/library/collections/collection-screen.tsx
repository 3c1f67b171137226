import { Alert, Autocomplete, Button, EmptyState, Progress, Text } from '@mantine/core'
import { IconListCheck, IconSettings } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CollectionId } from '../../../../shared/model/collection'
import type { MaterialId } from '../../../../shared/model/ids'
import { useEngine } from '../../../app/engine'
import { useAppState } from '../../../app/queries'
import { addressOf, navigate } from '../../../app/router'
import { useText } from '../../../i18n/language'
import { libraryKeys } from '../library-keys'
import { RoomHeader } from '../room-header'
import { useDeed } from '../use-deed'
import { CollectionDialog } from './collection-dialog'
import styles from './collections.module.css'
import { messages } from './messages'
import { ReadingList } from './reading-list'
import { ReadingView } from './reading-view'

const plain = (title: readonly { readonly text: string }[]) => title.map(({ text }) => text).join('')

/** A reading list: its order at the left, the one that is read at the right, and who has read how much above. */
export function CollectionScreen({ collectionId }: { collectionId: string }) {
  const text = useText(messages)
  const engine = useEngine()
  const deed = useDeed()
  const speaker = useAppState().data?.settings.speaker ?? ''
  const [typedReader, setReader] = useState<string | null>(null)
  const [active, setActive] = useState<MaterialId | null>(null)
  const [isEditing, setEditing] = useState(false)
  const [today] = useState(() => localDay(new Date()))
  const id = CollectionId.safeParse(collectionId).data
  const { data, isError } = useQuery({ queryKey: libraryKeys.collection(collectionId), queryFn: ({ signal }) => engine.collections.get({ id: CollectionId.parse(collectionId) }, { signal }) })
  if (isError || id === undefined) return <Alert m="xl" title={text.missing}>{text.missingHint}</Alert>
  if (!data) return null
  const { collection, entries } = data
  // Marks need a name: who has not told theirs goes by the one that the field shows.
  const reader = (typedReader ?? speaker).trim() || text.nobody
  const readers = [...new Set([speaker, ...collection.progress.map(({ reader }) => reader)])].filter(Boolean)
  const isRead = (readBy: readonly string[]) => readBy.includes(reader)
  const read = entries.filter(({ readBy }) => isRead(readBy)).length
  const at = entries.findIndex(({ material }) => material.id === active)
  const reading = entries[at]

  const mark = (materialId: MaterialId, isNowRead: boolean) => void deed(() => engine.collections.mark({ id, materialId, reader, read: isNowRead }))
  const takeOut = (materialId: MaterialId) => {
    const place = entries.findIndex(({ material }) => material.id === materialId)
    const title = plain(entries[place]?.material.title ?? [])
    if (materialId === active) setActive((entries[place + 1] ?? entries[place - 1])?.material.id ?? null)
    void deed(() => engine.collections.takeOut({ id, materials: [materialId] }), () => text.takenOut(title))
  }
  const remove = async () => {
    const done = await deed(() => engine.collections.remove({ id }).then(() => true), () => text.removed(collection.title))
    if (done) navigate(addressOf.library(), true)
  }
  const dueWords = collection.due !== '' && (collection.due < today && read < entries.length ? text.overdue(collection.due) : text.dueOn(collection.due))

  return (
    <div className={styles.collection}>
      <div className={styles.head}>
        <RoomHeader title={collection.title} hint={[text.count(entries.length), dueWords, collection.note].filter(Boolean).join(' · ')}>
          <Button variant="default" leftSection={<IconSettings size={16} />} onClick={() => setEditing(true)}>
            {text.edit}
          </Button>
        </RoomHeader>
        {entries.length > 0 && (
          <div className={styles.progress}>
            <Autocomplete size="xs" w={200} label={text.reader} description={text.readerHint} placeholder={text.nobody} maxLength={100} data={readers} value={typedReader ?? speaker} onChange={setReader} />
            <div className={styles.marks}>
              <Text size="xs" c="dimmed" role="status">
                {text.progress(reader, read, entries.length)}
              </Text>
              <Progress value={(read / entries.length) * 100} aria-label={text.progress(reader, read, entries.length)} />
              <Text size="xs" c="dimmed">
                {collection.progress
                  .filter((one) => one.reader !== reader)
                  .map((one) => text.progress(one.reader, one.read, entries.length))
                  .join(' · ')}
              </Text>
            </div>
          </div>
        )}
      </div>
      {entries.length === 0 ? (
        <EmptyState className={styles.empty} icon={<IconListCheck size={48} stroke={1.2} />} title={text.empty} description={text.emptyHint}>
          <Button component="a" href={addressOf.library()}>
            {text.toLibrary}
          </Button>
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <ReadingList
            entries={entries}
            active={active}
            isRead={isRead}
            onActive={setActive}
            onArrange={(materials) => void deed(() => engine.collections.arrange({ id, materials }))}
            onMark={mark}
            onTakeOut={takeOut}
          />
          {reading ? (
            <ReadingView
              key={reading.material.id}
              id={reading.material.id}
              isRead={isRead(reading.readBy)}
              isLast={at === entries.length - 1}
              onNext={() => {
                if (!isRead(reading.readBy)) mark(reading.material.id, true)
                setActive(entries[at + 1]?.material.id ?? active)
              }}
            />
          ) : (
            <Text c="dimmed" className={styles.empty}>
              {text.choose}
              <br />
              <Text span size="xs">
                {text.moveHint}
              </Text>
            </Text>
          )}
        </div>
      )}
      {isEditing && (
        <CollectionDialog
          name={text.edit}
          initial={collection}
          onClose={() => setEditing(false)}
          onSave={({ title, note, due }) => {
            setEditing(false)
            void deed(() => engine.collections.update({ id, changes: { title, note, due } }), () => text.updated)
          }}
          aside={
            <Button variant="subtle" color="red" onClick={() => void remove()}>
              {text.remove}
            </Button>
          }
        />
      )}
    </div>
  )
}

/** The day that a clock on the wall shows, ISO 8601. */
const localDay = (at: Date): string => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`

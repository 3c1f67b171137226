import { ActionIcon, Alert, Button, EmptyState, FileButton, Group, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileImport, IconPackages, IconPlus, IconPresentation, IconTemplate, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { TalkSummary } from '../../../shared/model/talk'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useUndoToast } from '../../app/library-history'
import { keys } from '../../app/queries'
import { addressOf, navigate, useRoute } from '../../app/router'
import { isComposing } from '../../app/typing'
import { useFormats, useText } from '../../i18n/language'
import { useAudienceName } from '../../parts/audience/messages'
import { messages as catalogueMessages } from './catalogue/messages'
import { useCatalogueDeeds } from './catalogue/use-catalogue-deeds'
import { useFormatName } from './format-names'
import { messages } from './messages'
import { NewTalkDialog } from './new-talk-dialog'
import { talkFileKinds, useOpenTalkFile } from './use-open-talk-file'
import './talks.css'

/** Every talk of the library, newest first; the way to a new one. With `?insert=<material>` in the address it chooses the talk a material goes into. */
export function TalksScreen() {
  const text = useText(messages)
  const catalogueText = useText(catalogueMessages)
  const { add } = useCatalogueDeeds()
  const engine = useEngine()
  const fail = useFailure()
  const client = useQueryClient()
  const undoToast = useUndoToast()
  const insert = useRoute().parameters.get('insert') ?? undefined
  const [creating, setCreating] = useState(false)
  const { open, shown } = useOpenTalkFile(insert)
  const { data: talks } = useQuery({ queryKey: keys.talks, queryFn: ({ signal }) => engine.talks.list(undefined, { signal }) })

  const remove = async (talk: TalkSummary) => {
    await engine.talks.remove({ id: talk.id })
    await client.invalidateQueries()
    undoToast(text.removed(talk.title || text.untitled))
  }

  const saveAsFormat = async ({ id }: TalkSummary) => {
    const definition = await engine.formats.fromTalk({ talkId: id })
    add({ kind: 'format', definition })
    notifications.show({ message: catalogueText.savedFromTalk(definition.name['zh-CN']) })
  }

  return (
    <div className="talks">
      <Group justify="space-between" className="talks-head">
        <Title order={1}>{text.title}</Title>
        <Group gap="sm">
          <Button component="a" href={addressOf.formats()} variant="subtle" leftSection={<IconTemplate size={16} />}>
            {catalogueText.rooms}
          </Button>
          <Button component="a" href={addressOf.packs()} variant="subtle" leftSection={<IconPackages size={16} />}>
            {text.packs}
          </Button>
          <FileButton accept={talkFileKinds} onChange={open}>
            {(props) => (
              <Button variant="default" leftSection={<IconFileImport size={16} />} {...props}>
                {text.importFile}
              </Button>
            )}
          </FileButton>
          <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
            {text.newTalk}
          </Button>
        </Group>
      </Group>
      {insert !== undefined && (
        <Alert mx="xl" mb="md">
          {text.chooseTalkUnnamed}
        </Alert>
      )}
      {talks?.length === 0 && (
        <div className="talks-empty">
          <EmptyState icon={<IconPresentation size={48} stroke={1.2} />} title={text.emptyTitle} description={text.emptyText}>
            <Button onClick={() => setCreating(true)}>{text.newTalk}</Button>
          </EmptyState>
        </div>
      )}
      {talks && talks.length > 0 && <TalkList talks={talks} insert={insert} onRemove={(talk) => void remove(talk).catch(fail)} onSaveAsFormat={(talk) => void saveAsFormat(talk).catch(fail)} />}
      {shown}
      <NewTalkDialog opened={creating} onClose={() => setCreating(false)} onCreated={(id) => navigate(addressOf.talk(id, insert))} />
    </div>
  )
}

type TalkListProps = { talks: TalkSummary[]; insert: string | undefined; onRemove: (talk: TalkSummary) => void; onSaveAsFormat: (talk: TalkSummary) => void }

function TalkList({ talks, insert, onRemove, onSaveAsFormat }: TalkListProps) {
  const text = useText(messages)
  const [active, setActive] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const moved = useRef(false)
  const current = Math.min(active, talks.length - 1)

  // After a deletion another talk stands in the same place: it is the talk that is followed, not the place.
  const currentId = talks[current]?.id

  useEffect(() => {
    if (moved.current) list.current?.querySelector<HTMLElement>(`[data-talk="${currentId}"] a`)?.focus()
    moved.current = false
  }, [currentId])

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return
    const talk = talks[current]
    if (event.key === 'ArrowDown') setActive(Math.min(current + 1, talks.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, 0))
    else if (event.key === 'Home') setActive(0)
    else if (event.key === 'End') setActive(talks.length - 1)
    else if (event.key === 'Delete' && talk) onRemove(talk)
    else return
    moved.current = true
    event.preventDefault()
  }

  return (
    <ul className="talks-list" ref={list} onKeyDown={onKeyDown} aria-label={`${text.title}：${text.listHelp}`}>
      {talks.map((talk, index) => (
        <TalkRow key={talk.id} talk={talk} insert={insert} tabIndex={index === current ? 0 : -1} onFocus={() => setActive(index)} onRemove={() => onRemove(talk)} onSaveAsFormat={() => onSaveAsFormat(talk)} />
      ))}
    </ul>
  )
}

type TalkRowProps = { talk: TalkSummary; insert: string | undefined; tabIndex: number; onFocus: () => void; onRemove: () => void; onSaveAsFormat: () => void }

function TalkRow({ talk, insert, tabIndex, onFocus, onRemove, onSaveAsFormat }: TalkRowProps) {
  const text = useText(messages)
  const catalogueText = useText(catalogueMessages)
  const formats = useFormats()
  const audienceName = useAudienceName()
  const formatName = useFormatName()
  const title = talk.title || text.untitled
  const facts = [talk.format && formatName(talk.format), talk.audience && audienceName(talk.audience), talk.minutes && text.minutes(talk.minutes), text.blocks(talk.blocks)].filter(Boolean)
  return (
    <li className="talk-row" data-talk={talk.id}>
      <a className="talk-link" href={addressOf.talk(talk.id, insert)} tabIndex={tabIndex} onFocus={onFocus}>
        <span className="talk-title">{title}</span>
        <Text span size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
      </a>
      <Text span size="sm" c="dimmed" className="talk-when">
        {text.changed(formats.dateTime(talk.updatedAt))}
      </Text>
      <ActionIcon variant="subtle" color="gray" aria-label={catalogueText.fromTalkNamed(title)} title={catalogueText.fromTalk} onClick={onSaveAsFormat}>
        <IconTemplate size={18} stroke={1.6} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={text.removeNamed(title)} onClick={onRemove}>
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </li>
  )
}

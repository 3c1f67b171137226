import { Alert, Button, Center, EmptyState, Group, Loader, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { MaterialId, TalkId } from '../../../shared/model/ids'
import type { TalkRecord } from '../../../shared/model/talk'
import { useEngine, type Engine } from '../../app/engine'
import { failureOf, useFailure } from '../../app/failure'
import { addressOf, navigate } from '../../app/router'
import { useReportSaveStatus } from '../../app/save-status'
import { useLocalized, useText } from '../../i18n/language'
import { messages } from './messages'
import { TalkDesk } from './talk-desk'
import { TalkSession, type SaveState } from './talk-session'
import { usePaneKeys } from './use-pane-keys'
import './talk.css'

/** Opens one talk: reads it once, then works on a session of its own until the screen is left. */
export function TalkScreen({ talkId, insert }: { talkId: string; insert: string | null }) {
  const text = useText(messages)
  const localized = useLocalized()
  const engine = useEngine()
  const id = TalkId.safeParse(talkId)
  // Read afresh at every opening and never again behind the user's back: the session owns the text from here on.
  const opened = useQuery({ queryKey: ['open-talk', talkId], queryFn: ({ signal }) => engine.talks.get({ id: TalkId.parse(talkId) }, { signal }), enabled: id.success, gcTime: 0, staleTime: Infinity })

  if (!id.success || opened.isError) {
    return (
      <Center h="100%">
        <EmptyState title={text.missingTitle} description={opened.isError ? localized(failureOf(opened.error).message) : text.missingText}>
          <Button onClick={() => navigate(addressOf.talks())}>{text.backToTalks}</Button>
        </EmptyState>
      </Center>
    )
  }
  if (!opened.data) {
    return (
      <Center h="100%">
        <Loader aria-label={text.opening} />
      </Center>
    )
  }
  return <OpenTalk record={opened.data} insert={insert} />
}

const reported: Record<SaveState, 'saved' | 'saving' | 'failed'> = { saved: 'saved', waiting: 'saving', saving: 'saving', failed: 'failed', conflict: 'failed' }

const openSession = (engine: Engine, { id, markdown, revision }: TalkRecord): TalkSession =>
  new TalkSession({ markdown, revision }, (text, basedOn, history) => engine.talks.save({ id, markdown: text, revision: basedOn, history: { ...history, steps: history.steps.map((delta) => [...delta]) } }), undefined, (upTo, most) =>
    engine.talkHistory.steps({ id, most, ...(upTo === undefined ? {} : { upTo }) }),
  )

function OpenTalk({ record, insert }: { record: TalkRecord; insert: string | null }) {
  const engine = useEngine()
  const report = useReportSaveStatus()
  const session = useMemo(() => openSession(engine, record), [engine, record])
  const save = useSyncExternalStore(session.subscribe, () => session.snapshot().save)
  const material = MaterialId.safeParse(insert)

  useEffect(() => report(reported[save]), [report, save])
  // The desk is painted first; what was done on another day is wanted later, if at all.
  const desk = useRef<HTMLDivElement>(null)
  usePaneKeys(desk)
  useEffect(() => void session.readMore(), [session])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (session.snapshot().save === 'saved') return
      void session.flush()
      event.preventDefault()
    }
    const flush = () => void session.flush()
    window.addEventListener('beforeunload', warn)
    window.addEventListener('blur', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('blur', flush)
      document.removeEventListener('visibilitychange', flush)
      flush()
      report('saved')
    }
  }, [session, report])

  return (
    <div className="talk-screen" ref={desk}>
      <SaveTrouble session={session} talkId={record.id} state={save} />
      <TalkDesk session={session} talkId={record.id} insert={material.success ? material.data : null} />
    </div>
  )
}

/** Says what keeps the text from being saved and offers the way out; the text itself is never at risk. */
function SaveTrouble({ session, talkId, state }: { session: TalkSession; talkId: TalkId; state: SaveState }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const [busy, setBusy] = useState(false)
  const withTheirs = (act: (theirs: TalkRecord) => void | Promise<void>) => () => {
    setBusy(true)
    engine.talks
      .get({ id: talkId })
      .then(act)
      .catch(fail)
      .finally(() => setBusy(false))
  }
  if (state === 'failed') {
    return (
      <Alert color="yellow" title={text.failedTitle} radius={0}>
        <Group justify="space-between">
          <Text size="sm">{text.failedText}</Text>
          <Button size="compact-sm" variant="default" onClick={() => void session.flush()}>
            {text.retry}
          </Button>
        </Group>
      </Alert>
    )
  }
  if (state === 'conflict') {
    return (
      <Alert color="yellow" title={text.conflictTitle} radius={0}>
        <Group justify="space-between">
          <Text size="sm">{text.conflictText}</Text>
          <Group gap="sm">
            <Button size="compact-sm" variant="default" disabled={busy} onClick={withTheirs((theirs) => session.takeTheirs(theirs))}>
              {text.takeTheirs}
            </Button>
            <Button size="compact-sm" disabled={busy} onClick={withTheirs((theirs) => session.keepMine(theirs))}>
              {text.keepMine}
            </Button>
          </Group>
        </Group>
      </Alert>
    )
  }
  return null
}

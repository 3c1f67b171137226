import { ActionIcon, Button, Modal, Text, UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlayerRecord, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TalkId } from '../../../shared/model/ids'
import type { Rehearsal } from '../../../shared/model/rehearsal'
import { reportOf } from '../../../shared/rehearsal/rehearsal-report'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useFormats, useText } from '../../i18n/language'
import { duration } from '../talk/duration'
import { messages } from './messages'
import { PaceOffer } from './pace-offer'
import { RehearsalReportView } from './rehearsal-report-view'

type RehearsalsDrawerProps = { talkId: TalkId; title: string; lecturer: string; pace: number; onRehearse: () => void }

/** How a talk was rehearsed, newest first. */
export function RehearsalsDrawer({ talkId, title, lecturer, pace, onRehearse }: RehearsalsDrawerProps) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const { dateTime } = useFormats()
  const [opened, setOpened] = useState<Rehearsal | null>(null)
  const rehearsals = useQuery({ queryKey: ['talks', 'rehearsals', talkId], queryFn: ({ signal }) => engine.rehearsals.ofTalk({ talkId }, { signal }) })
  const remove = ({ id }: Rehearsal) => {
    engine.rehearsals
      .remove({ id })
      .then(() => notifications.show({ message: text.removed, autoClose: 4000 }))
      .catch(fail)
  }
  return (
    <div className="desk-drawer-body rehearsals">
      <Button variant="default" leftSection={<IconPlayerRecord size={16} />} onClick={onRehearse}>
        {text.startRehearsal}
      </Button>
      {rehearsals.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.noRehearsals}
        </Text>
      )}
      <ul className="rehearsal-list" aria-label={text.rehearsals}>
        {rehearsals.data?.map((rehearsal) => {
          const { planned, spoken } = reportOf(rehearsal)
          const at = dateTime(rehearsal.startedAt)
          return (
            <li key={rehearsal.id}>
              <UnstyledButton className="rehearsal-row" aria-label={text.openReport(at)} onClick={() => setOpened(rehearsal)}>
                <span>{at}</span>
                <strong>{duration(spoken)}</strong>
                <span className="rehearsal-plan">{[`/ ${duration(planned)}`, rehearsal.lecturer, !rehearsal.finished && text.brokenOff].filter(Boolean).join(' · ')}</span>
              </UnstyledButton>
              <ActionIcon variant="subtle" color="gray" aria-label={text.deleteNamed(at)} onClick={() => remove(rehearsal)}>
                <IconTrash size={16} stroke={1.6} />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
      <PaceOffer lecturer={lecturer} pace={pace} />
      <Modal opened={opened !== null} onClose={() => setOpened(null)} title={text.report} size="xl">
        {opened && <RehearsalReportView rehearsal={opened} title={title} />}
      </Modal>
    </div>
  )
}

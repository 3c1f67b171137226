import { Button, Group, Modal } from '@mantine/core'
import type { Rehearsal } from '../../../shared/model/rehearsal'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useText } from '../../i18n/language'
import { messages } from './messages'
import { PaceOffer } from './pace-offer'
import { RehearsalReportView } from './rehearsal-report-view'

/** After a rehearsal: planned against spoken, the pace it tells of, and whether it is kept. It is stored already; closing keeps it. */
export function RehearsalEnded({ rehearsal, title, pace, onClose }: { rehearsal: Rehearsal | null; title: string; pace: number; onClose: () => void }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const discard = (id: Rehearsal['id']) => {
    onClose()
    engine.rehearsals.remove({ id }).catch(fail)
  }
  return (
    <Modal opened={rehearsal !== null} onClose={onClose} title={text.report} size="xl">
      {rehearsal && (
        <>
          <RehearsalReportView rehearsal={rehearsal} title={title} />
          <PaceOffer lecturer={rehearsal.lecturer} pace={pace} />
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={() => discard(rehearsal.id)}>
              {text.discard}
            </Button>
            <Button onClick={onClose} data-autofocus>
              {text.keep}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  )
}

import { blockOfLine } from '../../../../shared/markdown/block-of-line'
import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import type { TalkId } from '../../../../shared/model/ids'
import { useText } from '../../../i18n/language'
import type { Problem } from '../problems-list'
import type { TalkSession } from '../talk-session'
import { useTalkView } from '../use-talk-view'
import { isPrinted, slidePicturesOf, usual } from './export-choices'
import { ExportForm } from './export-form'
import { ExportMedia } from './export-media'
import { ExportPreview } from './export-preview'
import { ExportResult } from './export-result'
import { messages } from './messages'
import { useExport } from './use-export'
import type { DocumentWish } from './use-printed-document'
import { useSchoolDeck } from './use-school-deck'
import './export.css'

type ExportDialogProps = {
  readonly session: TalkSession
  readonly talkId: TalkId
  readonly opened: boolean
  /** What should be known before it begins; it never stands in the way. */
  readonly outOfStep: ReactNode
  /** To a block of the talk. */
  readonly onGo: (block: string) => void
  readonly onClose: () => void
}

/** Shows what will be exported, makes the chosen files with progress and cancel, hands them over. */
export function ExportDialog({ opened, onClose, ...room }: ExportDialogProps) {
  const text = useText(messages)
  return (
    <Modal opened={opened} onClose={onClose} title={text.title} size="min(1180px, 94vw)" classNames={{ content: 'export-dialog', body: 'export-body' }}>
      {opened && <ExportRoom {...room} onClose={onClose} />}
    </Modal>
  )
}

function ExportRoom({ session, talkId, outOfStep, onGo, onClose }: Omit<ExportDialogProps, 'opened'>) {
  const text = useText(messages)
  const [choices, setChoices] = useState(usual)
  const { state, run, cancel, again } = useExport(talkId, () => session.flush())
  const audience = choices.audiences[0] ?? ''
  const view = useTalkView(session, { audience })
  const { talk, deck, theme, problems, pace, shownText, pictureUrl } = view
  const inSchool = useSchoolDeck(choices.school, { talkId, text: shownText.text, audience, design: theme, pace })
  const wish: DocumentWish = { talkId, text: shownText.text, flush: () => session.flush(), slidePictures: slidePicturesOf(choices), audience, school: choices.school }
  const exported = state.at === 'finished' ? state.exported : null
  const found = useMemo(
    (): readonly Problem[] => exported?.warnings.map((warning) => ({ warning, block: blockOfLine(talk, warning.place) })) ?? problems,
    [exported, problems, talk],
  )
  const go = (block: string) => {
    onClose()
    onGo(block)
  }
  return (
    <>
      <div className="export-choices">
        {state.at === 'choosing' && <ExportForm choices={choices} onChange={setChoices} outOfStep={outOfStep} media={<ExportMedia {...view} />} onRun={() => void run(choices)} onClose={onClose} />}
        {state.at === 'running' && (
          <Stack>
            <Text aria-live="polite">{text.running(state.done, state.total)}</Text>
            <Progress value={(state.done / state.total) * 100} animated aria-label={text.title} />
            {state.kind !== null && isPrinted(state.kind) && (
              <Text size="sm" c="dimmed">
                {text.printing}
              </Text>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={cancel}>
                {text.cancel}
              </Button>
            </Group>
          </Stack>
        )}
        {exported && <ExportResult files={exported.files} onAgain={again} onClose={onClose} />}
      </div>
      <ExportPreview key={state.at === 'finished' ? 'after' : 'before'} initially={exported && exported.warnings.length > 0 ? 'findings' : 'pages'} {...(inSchool ?? { deck, theme, pictureUrl })} school={inSchool?.name ?? null} preset={choices.preset} wish={wish} problems={found} onGo={go} />
    </>
  )
}

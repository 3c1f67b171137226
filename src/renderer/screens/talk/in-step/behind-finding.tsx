import { Button, Text } from '@mantine/core'
import { IconCheck, IconPencil } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import type { TalkId } from '../../../../shared/model/ids'
import type { SideBehind, StepMark } from '../../../../shared/model/in-step'
import { useEngine } from '../../../app/engine'
import { useFailure } from '../../../app/failure'
import { useText } from '../../../i18n/language'
import { showActionToast } from '../../../parts/action-toast/show-action-toast'
import { TextDiffView } from '../../../parts/text-diff/text-diff-view'
import type { TalkSession } from '../talk-session'
import { FindingLine } from './finding-line'
import { messages } from './messages'
import { inStepKey } from './use-in-step'

type BehindFindingProps = { finding: SideBehind; hint: string; session: TalkSession; talkId: TalkId; onEdit: (side: 'shown' | 'said') => void }

/** A slide without its script, or a script without its slide: go and change the other, or say that they agree. */
export function BehindFinding({ finding, hint, session, talkId, onEdit }: BehindFindingProps) {
  const text = useText(messages)
  const engine = useEngine()
  const client = useQueryClient()
  const fail = useFailure()
  const { print } = finding
  const other = finding.kind === 'script-behind' ? 'said' : 'shown'

  const agree = async () => {
    await session.flush()
    const mark = await engine.inStep.confirm({ id: talkId, print })
    await client.invalidateQueries({ queryKey: inStepKey(talkId) })
    if (mark !== null) showActionToast({ id: `agreed-${print}`, sentence: text.agreed, action: { label: text.undo, run: () => void reopen(mark).catch(fail) } })
  }
  const reopen = async (mark: StepMark) => {
    await engine.inStep.reopen({ id: talkId, print, mark })
    await client.invalidateQueries({ queryKey: inStepKey(talkId) })
  }

  return (
    <FindingLine
      finding={finding}
      hint={hint}
      difference={
        <>
          <Text size="xs" c="dimmed">
            {other === 'said' ? text.shownWas : text.saidWas}
          </Text>
          <TextDiffView pieces={finding.difference} />
        </>
      }
    >
      <Button size="compact-xs" variant="subtle" leftSection={<IconPencil size={14} />} onClick={() => onEdit(other)}>
        {other === 'said' ? text.goToScript : text.goToSlide}
      </Button>
      <Button size="compact-xs" variant="light" leftSection={<IconCheck size={14} />} onClick={() => void agree().catch(fail)}>
        {text.agree}
      </Button>
    </FindingLine>
  )
}

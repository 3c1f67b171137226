import { Button, Text } from '@mantine/core'
import { IconArrowsExchange, IconCheck, IconColumns2 } from '@tabler/icons-react'
import { useState } from 'react'
import { fingerprint } from '../../../../shared/in-step/fingerprint'
import { isUntouched, partsToTake, takeMaterial, type BlockPartName } from '../../../../shared/in-step/take-material'
import { blockTextsOf, type BlockText } from '../../../../shared/markdown/block-texts'
import type { MaterialChanged } from '../../../../shared/model/in-step'
import { useText } from '../../../i18n/language'
import { showActionToast } from '../../../parts/action-toast/show-action-toast'
import { TextDiffView } from '../../../parts/text-diff/text-diff-view'
import type { TalkSession } from '../talk-session'
import { FindingLine } from './finding-line'
import { MaterialChoice } from './material-choice'
import { messages } from './messages'

/** A material that was changed: take the change where nobody's words are lost by it, else choose part by part; or keep one's own. */
export function ChangedFinding({ finding, hint, session }: { finding: MaterialChanged; hint: string; session: TalkSession }) {
  const text = useText(messages)
  const [choosing, setChoosing] = useState<BlockText | null>(null)
  const { brought, fresh, difference, print, material, title, now } = finding
  const own = ownBlock(session, print)
  const parts = own === null ? [] : partsToTake(own, brought, fresh)
  const isSafe = own !== null && parts.every((part) => isUntouched(part, own, brought))

  const apply = (taken: readonly BlockPartName[]) => {
    const block = ownBlock(session, print)
    setChoosing(null)
    if (block === null) return
    const after = takeMaterial(session.snapshot().text, block.key, { id: material, title, print: now }, fresh, taken)
    session.edit(after)
    // Whatever was typed since is not to be undone in its place.
    const undo = () => session.snapshot().text === after && session.undo()
    showActionToast({ id: `taken-${material}`, sentence: taken.length > 0 ? text.taken : text.kept, action: { label: text.undo, run: undo } })
  }

  return (
    <FindingLine
      finding={finding}
      hint={hint}
      difference={
        difference === null ? (
          <Text size="sm">{text.unknownBefore}</Text>
        ) : (
          <>
            {difference.title.some(({ kind }) => kind !== 'same') && <TextDiffView pieces={difference.title} />}
            {difference.body.some(({ kind }) => kind !== 'same') && <TextDiffView pieces={difference.body} />}
          </>
        )
      }
    >
      {isSafe ? (
        <Button size="compact-xs" variant="light" leftSection={<IconArrowsExchange size={14} />} onClick={() => apply(parts)}>
          {text.take}
        </Button>
      ) : (
        <Button size="compact-xs" variant="light" leftSection={<IconColumns2 size={14} />} onClick={() => setChoosing(own)}>
          {text.choose}
        </Button>
      )}
      <Button size="compact-xs" variant="subtle" leftSection={<IconCheck size={14} />} onClick={() => apply([])}>
        {text.keep}
      </Button>
      {choosing && <MaterialChoice title={title} own={choosing} brought={brought} fresh={fresh} parts={parts} onApply={apply} onClose={() => setChoosing(null)} />}
    </FindingLine>
  )
}

const ownBlock = (session: TalkSession, print: string): BlockText | null => blockTextsOf(session.snapshot().text).find((block) => fingerprint(block.text) === print) ?? null

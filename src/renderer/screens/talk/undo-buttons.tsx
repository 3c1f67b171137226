import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { memo, useSyncExternalStore } from 'react'
import { useText } from '../../i18n/language'
import { ActionButton } from './action-button'
import { messages } from './messages'
import type { TalkSession } from './talk-session'

/** Undo and redo over the whole talk. */
export const UndoButtons = memo(function UndoButtons({ session }: { session: TalkSession }) {
  const text = useText(messages)
  const canUndo = useSyncExternalStore(session.subscribe, () => session.snapshot().canUndo)
  const canRedo = useSyncExternalStore(session.subscribe, () => session.snapshot().canRedo)
  return (
    <>
      <ActionButton label={text.undo} keys="Ctrl Z" disabled={!canUndo} onClick={() => session.undo()} icon={IconArrowBackUp} />
      <ActionButton label={text.redo} keys="Ctrl Shift Z" disabled={!canRedo} onClick={() => session.redo()} icon={IconArrowForwardUp} />
    </>
  )
})

import { useRef, type ReactNode } from 'react'
import type { TalkId } from '../../../../shared/model/ids'
import type { TalkSession } from '../talk-session'
import { InStepBar } from './in-step-bar'
import styles from './in-step.module.css'
import type { Steps } from './use-in-step'

type InStepFrameProps = { session: TalkSession; talkId: TalkId; steps: Steps; /** The one that is looked at. */ block: string; children: ReactNode }

/** The two texts of a block, and above them what is out of step between them. */
export function InStepFrame({ session, talkId, steps, block, children }: InStepFrameProps) {
  const frame = useRef<HTMLDivElement>(null)
  const findings = steps.get(block) ?? []
  // The first field of a side: an editor of text, or of whatever form the block is written in.
  const edit = (side: 'shown' | 'said') => frame.current?.querySelector<HTMLElement>(`.editor-${side} .editor-text :is([contenteditable='true'], textarea, input:not([type='hidden']))`)?.focus()
  return (
    <div className={styles.frame} ref={frame}>
      <InStepBar key={block} session={session} talkId={talkId} findings={findings} others={steps.size - (findings.length > 0 ? 1 : 0)} onEdit={edit} />
      <div className={styles.framed}>{children}</div>
    </div>
  )
}

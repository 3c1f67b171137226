import { assertNever } from '../../../../shared/assert-never'
import type { TalkId } from '../../../../shared/model/ids'
import type { StepFinding } from '../../../../shared/model/in-step'
import { useText } from '../../../i18n/language'
import type { TalkSession } from '../talk-session'
import { BehindFinding } from './behind-finding'
import { ChangedFinding } from './changed-finding'
import { GoneFinding } from './gone-finding'
import styles from './in-step.module.css'
import { messages } from './messages'
import { StaleFinding } from './stale-finding'

type InStepBarProps = {
  session: TalkSession
  talkId: TalkId
  /** Of the block that is looked at. */
  findings: readonly StepFinding[]
  /** How many blocks are out of step besides this one. */
  others: number
  onEdit: (side: 'shown' | 'said') => void
}

/** What is out of step in the block that is looked at, each with the ways to mend it. Nothing where all is in step. */
export function InStepBar({ session, talkId, findings, others, onEdit }: InStepBarProps) {
  const text = useText(messages)
  if (findings.length === 0) return null
  return (
    <section className={styles.bar} aria-label={text.inStep}>
      {findings.map((finding, index) => {
        const key = `${finding.kind} ${finding.print} ${'material' in finding ? finding.material : ''}`
        const hint = index === 0 && others > 0 ? text.next(others) : ''
        switch (finding.kind) {
          case 'script-behind':
          case 'slide-behind':
            return <BehindFinding key={key} finding={finding} hint={hint} session={session} talkId={talkId} onEdit={onEdit} />
          case 'material-changed':
            return <ChangedFinding key={key} finding={finding} hint={hint} session={session} />
          case 'material-gone':
            return <GoneFinding key={key} finding={finding} hint={hint} />
          case 'material-stale':
            return <StaleFinding key={key} finding={finding} hint={hint} />
          default:
            return assertNever(finding)
        }
      })}
    </section>
  )
}

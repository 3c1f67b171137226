import { IconPlayerRecordFilled } from '@tabler/icons-react'
import type { Lag } from '../../../shared/rehearsal/keeping-time'
import { useText } from '../../i18n/language'
import { duration } from '../talk/duration'
import { messages } from './messages'

type PresenterClockProps = {
  /** Seconds since the start, and seconds that the talk takes as written. */
  readonly elapsed: number
  readonly planned: number
  /** Allowed; null when open. */
  readonly minutes: number | null
  readonly lag: Lag
  readonly stopped: boolean
  readonly recording: boolean
}

/** Nobody keeps the second: smaller lags are told as in time. */
const IN_TIME = 15
/** A clock turns yellow for the last tenth. */
const LAST_SHARE = 0.1

/** Time passed and left, and whether the slide on show is ahead of the plan or behind it. */
export function PresenterClock({ elapsed, planned, minutes, lag, stopped, recording }: PresenterClockProps) {
  const text = useText(messages)
  const allowed = minutes === null ? planned : minutes * 60
  const left = allowed - elapsed
  const state = left < 0 ? 'over' : left <= allowed * LAST_SHARE ? 'nearly' : 'fine'
  return (
    <div className="presenter-clock" role="timer" data-state={state} data-stopped={stopped || undefined}>
      <span className="presenter-elapsed">
        {recording && <IconPlayerRecordFilled size={14} aria-label={text.recording} />}
        {duration(elapsed)}
      </span>
      <span className="presenter-left">{left < 0 ? text.over(duration(-left)) : text.left(duration(left))}</span>
      <span className="presenter-lag" data-lag={lag > IN_TIME ? 'behind' : lag < -IN_TIME ? 'ahead' : 'in-time'}>
        {stopped ? text.stopped : lag > IN_TIME ? text.behind(duration(lag)) : lag < -IN_TIME ? text.ahead(duration(-lag)) : text.inTime}
      </span>
    </div>
  )
}

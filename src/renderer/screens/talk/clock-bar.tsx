import { Progress, Text } from '@mantine/core'
import { useText } from '../../i18n/language'
import { duration } from './duration'
import { messages } from './messages'

/** From this share of the allowed time the bar warns (ux.md). */
const NEARLY_FULL = 0.95

/**
 * Planned against allowed time.
 * @param planned seconds the talk takes as written
 * @param allowed minutes given, null when open
 */
export function ClockBar({ planned, allowed }: { planned: number; allowed: number | null }) {
  const text = useText(messages)
  if (allowed === null || allowed <= 0) {
    return (
      <div className="desk-clock">
        <Text size="sm">{text.plannedOnly(duration(planned))}</Text>
      </div>
    )
  }
  const seconds = allowed * 60
  const share = planned / seconds
  const colour = share > 1 ? 'red' : share >= NEARLY_FULL ? 'yellow' : 'accent'
  const rest = share > 1 ? text.over(duration(planned - seconds)) : text.left(duration(seconds - planned))
  const whole = `${text.planned(duration(planned), duration(seconds))}，${rest}`
  return (
    <div className="desk-clock">
      <div className="desk-clock-text">
        <span className="desk-clock-time">
          <strong>{duration(planned)}</strong> / {duration(seconds)}
        </span>
        <Text size="xs" c={share > 1 ? 'red' : 'dimmed'} span>
          {rest}
        </Text>
      </div>
      <Progress value={Math.min(100, share * 100)} color={colour} size={6} radius="xs" aria-label={whole} />
    </div>
  )
}

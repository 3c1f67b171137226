import { IconArrowsDiff, IconRefreshAlert } from '@tabler/icons-react'
import type { StepFinding } from '../../../../shared/model/in-step'
import { useText } from '../../../i18n/language'
import styles from './in-step.module.css'
import { messages } from './messages'

/** In the outline: slide and script have parted, or a material has moved on. The row's name says it in words. */
export function StepBadge({ kind }: { kind: StepFinding['kind'] }) {
  const text = useText(messages)
  const isOwn = kind === 'script-behind' || kind === 'slide-behind'
  const Sign = isOwn ? IconArrowsDiff : IconRefreshAlert
  return (
    <span className={styles.badge} title={isOwn ? text[kind] : text.badge} aria-hidden>
      <Sign size={14} stroke={1.8} />
    </span>
  )
}

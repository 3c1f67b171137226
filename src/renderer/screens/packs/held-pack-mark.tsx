import { Text } from '@mantine/core'
import { IconCircleCheck, IconFileUnknown, IconHistory } from '@tabler/icons-react'
import type { HeldPack } from '../../../shared/contract/packs'
import { useText } from '../../i18n/language'
import { messages } from './messages'
import styles from './packs.module.css'

const icons = { this: IconCircleCheck, older: IconHistory, 'other-talk': IconFileUnknown } as const

/** What a school's pack in the folder was made of. */
export function HeldPackMark({ holds }: { holds: HeldPack['holds'] }) {
  const said = useText(messages).holds[holds]
  const Icon = icons[holds]
  return (
    <Text size="xs" {...(holds === 'older' ? { fw: 600 } : { c: 'dimmed' })} className={styles.mark} title={said}>
      <Icon size={14} stroke={1.8} aria-hidden />
      <span>{said}</span>
    </Text>
  )
}

import { IconClockExclamation, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEngine } from '../../app/engine'
import { addressOf } from '../../app/router'
import { useFormats, useText } from '../../i18n/language'
import { messages as freshnessMessages } from './freshness/messages'
import { libraryKeys } from './library-keys'
import styles from './library.module.css'
import { messages as trashMessages } from './trash/messages'

/** The ways to what is out of date and to the trash; each only while something is there. */
export function LibraryRooms() {
  const freshnessText = useText(freshnessMessages)
  const trashText = useText(trashMessages)
  const formats = useFormats()
  const engine = useEngine()
  const facets = useQuery({ queryKey: libraryKeys.facets, queryFn: ({ signal }) => engine.finding.facets(undefined, { signal }) }).data
  const notFresh = (facets?.freshness ?? []).reduce((sum, { value, count }) => (value === 'fresh' ? sum : sum + count), 0)
  const trash = useQuery({ queryKey: [...libraryKeys.trash, 'count'], queryFn: ({ signal }) => engine.trash.list({ limit: 1 }, { signal }) }).data
  const rooms = [
    { href: addressOf.freshness(), name: freshnessText.report, icon: IconClockExclamation, count: notFresh },
    { href: addressOf.trash(), name: trashText.trash, icon: IconTrash, count: trash?.total ?? 0 },
  ].filter(({ count }) => count > 0)
  if (rooms.length === 0) return null
  return (
    <nav className={styles.group} aria-label={trashText.rooms}>
      {rooms.map(({ href, name, icon: Icon, count }) => (
        <a key={href} className={styles.option} href={href}>
          <Icon size={16} stroke={1.6} aria-hidden />
          <span className={styles.optionName}>{name}</span>
          <span className={styles.count}>{formats.number(count)}</span>
        </a>
      ))}
    </nav>
  )
}

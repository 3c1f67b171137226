import { CloseButton, UnstyledButton } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import type { Notice } from '../../shared/contract/app'
import { useLocalized, useText } from '../i18n/language'
import { messages } from './messages'
import styles from './notices.module.css'
import { addressOf } from './router'

/** Where this window remembers what the user has put away for good: a folder's place does not change by being told again at every start. */
const PUT_AWAY = 'lectern-notices-put-away'

const nameOf = (libraryName: string, notice: Notice) => `${libraryName}/${notice.code}`

function readPutAway(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PUT_AWAY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((name) => typeof name === 'string') : []
  } catch {
    return [] // storage that cannot be read is a notice shown once more
  }
}

function rememberPutAway(name: string): void {
  try {
    localStorage.setItem(PUT_AWAY, JSON.stringify([...new Set([...readPutAway(), name])].slice(-50)))
  } catch {
    // Storage is full or denied: the notice comes back at the next start.
  }
}

/** What the user should know while this library is open, a line each; put away with a press. */
export function Notices({ notices, libraryName }: { notices: readonly Notice[]; libraryName: string }) {
  const text = useText(messages)
  const localized = useLocalized()
  const [dismissed, setDismissed] = useState<readonly string[]>(readPutAway)
  // By its sentence too: another failure is another thing to know.
  const isDismissed = (notice: Notice) => dismissed.includes(nameOf(libraryName, notice)) || dismissed.includes(notice.message.en)
  const dismiss = (notice: Notice) => {
    if (notice.code === 'cloud-folder') rememberPutAway(nameOf(libraryName, notice))
    setDismissed([...dismissed, notice.code === 'cloud-folder' ? nameOf(libraryName, notice) : notice.message.en])
  }
  const shown = notices.filter((notice) => !isDismissed(notice))
  return (
    <div className={styles.notices} role="status" aria-label={text.notices}>
      {shown.map((notice) => (
        <div key={notice.code} className={styles.notice}>
          <IconInfoCircle size={16} aria-hidden />
          <span>{localized(notice.message)}</span>
          {notice.code === 'backup-failed' && (
            <UnstyledButton component="a" className={styles.link} href={addressOf.settings()}>
              {text.toBackups}
            </UnstyledButton>
          )}
          <CloseButton size="sm" aria-label={text.putAway} onClick={() => dismiss(notice)} />
        </div>
      ))}
    </div>
  )
}

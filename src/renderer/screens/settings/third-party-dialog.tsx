import { Modal, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ThirdPartyNotice } from '../../../shared/contract/third-party'
import { useEngine } from '../../app/engine'
import { useText } from '../../i18n/language'
import { SearchField } from '../../parts/search-field/search-field'
import styles from './third-party.module.css'
import { thirdPartyMessages } from './third-party-messages'

/** What Lectern ships of others, each with the words of its licence. */
export function ThirdPartyDialog({ onClose }: { onClose: () => void }) {
  const text = useText(thirdPartyMessages)
  const engine = useEngine()
  const [query, setQuery] = useState('')
  const { data } = useQuery({ queryKey: ['third-party'], queryFn: ({ signal }) => engine.thirdParty.notices(undefined, { signal }) })
  const asked = query.trim().toLowerCase()
  const found = data?.filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(asked)) ?? []
  return (
    <Modal opened onClose={onClose} title={text.title} size="lg">
      <Stack gap="sm">
        <Text size="sm" c="dimmed" role="status">
          {data === undefined ? text.reading : data.length === 0 ? text.unknown : text.lead(data.length)}
        </Text>
        <SearchField initial="" clearName={text.clear} aria-label={text.search} placeholder={text.search} onQuery={setQuery} data-autofocus />
        <ul className={styles.list}>
          {found.map((notice) => (
            <Notice key={`${notice.name}@${notice.version}`} notice={notice} />
          ))}
        </ul>
        {data !== undefined && data.length > 0 && found.length === 0 && <Text size="sm">{text.none}</Text>}
      </Stack>
    </Modal>
  )
}

/** One work; its text is drawn once it is opened. */
function Notice({ notice: { name, version, licence, homepage, text } }: { notice: ThirdPartyNotice }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span>{name}</span> <small>{version}</small> <small>{licence}</small>
        </summary>
        {isOpen && (
          <div className={styles.text} tabIndex={0} role="region" aria-label={name}>
            {homepage !== '' && <p>{homepage}</p>}
            <pre>{text}</pre>
          </div>
        )}
      </details>
    </li>
  )
}

import { ActionIcon, Alert, Button, Group, Modal, TextInput, Tooltip } from '@mantine/core'
import { IconArrowUp, IconFolderPlus } from '@tabler/icons-react'
import { useRef, useState, type FormEvent } from 'react'
import { isComposing } from '../../app/typing'
import { useLocalized, useText } from '../../i18n/language'
import styles from './folder-browser.module.css'
import { FolderList } from './folder-list'
import { folderName } from './folder-name'
import { FolderPlaces } from './folder-places'
import { messages } from './messages'
import { useFolderListing } from './use-folder-listing'

type FolderBrowserProps = { /** Where it begins, or the nearest folder above that is there. */ from: string; onChoose: (path: string) => void; onClose: () => void }

/** A dialog of our own for choosing a folder, where the browser has none: what is chosen is the folder that is open. */
export function FolderBrowser({ from, onChoose, onClose }: FolderBrowserProps) {
  const text = useText(messages)
  const localized = useLocalized()
  const { listing, failure, open, make } = useFolderListing(from)
  const [current, setCurrent] = useState(0)
  const [typed, setTyped] = useState<string | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const focusList = () => frame.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()

  /** @param cameFrom the folder that is to be the current one where it is listed: after going up, the one that was left */
  const go = async (path: string, cameFrom?: string) => {
    const next = await open(path)
    if (next === null) return
    setTyped(null)
    setCurrent(Math.max(0, next.folders.findIndex((folder) => folder.path === cameFrom)))
    focusList()
  }
  const up = () => {
    if (listing?.parent != null) void go(listing.parent, listing.path)
  }
  const path = listing?.path ?? ''
  return (
    <Modal opened onClose={onClose} title={text.title} size="44rem" closeOnClickOutside={false}>
      <div ref={frame} className={styles.frame}>
        <form
          className={styles.path}
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            void go((typed ?? path).trim())
          }}
        >
          <Tooltip label={text.up}>
            <ActionIcon variant="default" size="input-sm" aria-label={text.up} disabled={listing?.parent == null} onClick={up}>
              <IconArrowUp size={16} />
            </ActionIcon>
          </Tooltip>
          <TextInput aria-label={text.path} value={typed ?? path} maxLength={4096} spellCheck={false} autoComplete="off" onChange={(event) => setTyped(event.currentTarget.value)} />
          <Button type="submit" variant="default" disabled={typed === null || typed.trim() === ''}>
            {text.go}
          </Button>
        </form>
        {failure !== null && (
          <Alert color="red" role="alert" p="xs">
            {localized(failure.message)}
          </Alert>
        )}
        <div className={styles.columns}>
          <FolderPlaces at={listing?.path ?? null} onOpen={(place) => void go(place)} />
          {listing === null ? <div className={styles.list} /> : <FolderList listing={listing} current={current} onCurrent={setCurrent} onOpen={(folder) => void go(folder)} onUp={up} />}
        </div>
        <Group justify="space-between">
          <NewFolder
            proposal={folderName(from)}
            onMake={async (name) => {
              const isMade = await make(name)
              if (!isMade) return false
              setTyped(null)
              setCurrent(0)
              focusList()
              return true
            }}
          />
          <Group gap="sm" ml="auto">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button disabled={listing === null} onClick={() => onChoose(path)}>
              {text.choose}
            </Button>
          </Group>
        </Group>
      </div>
    </Modal>
  )
}

/** A button that becomes a field for a name; Escape gives up the name and not the dialog. */
function NewFolder({ proposal, onMake }: { proposal: string; onMake: (name: string) => Promise<boolean> }) {
  const text = useText(messages)
  const [name, setName] = useState<string | null>(null)
  if (name === null)
    return (
      <Button variant="subtle" leftSection={<IconFolderPlus size={16} />} onClick={() => setName(proposal)}>
        {text.newFolder}
      </Button>
    )
  return (
    <form
      className={styles.newFolder}
      onSubmit={(event) => {
        event.preventDefault()
        void onMake(name).then((isMade) => isMade && setName(null))
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event)) setName(null)
      }}
    >
      <TextInput aria-label={text.newName} value={name} maxLength={255} spellCheck={false} autoComplete="off" autoFocus data-mantine-stop-propagation="true" onFocus={(event) => event.currentTarget.select()} onChange={(event) => setName(event.currentTarget.value)} />
      <Button type="submit" variant="default" disabled={name.trim() === ''}>
        {text.make}
      </Button>
    </form>
  )
}

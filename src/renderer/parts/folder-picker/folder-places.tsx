import { UnstyledButton } from '@mantine/core'
import { IconClock, IconDeviceDesktop, IconDownload, IconFileText, IconHome, IconServer, type Icon } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { FolderPlace } from '../../../shared/contract/folders'
import { useEngine } from '../../app/engine'
import { useText } from '../../i18n/language'
import styles from './folder-browser.module.css'
import { folderName } from './folder-name'
import { messages, placeNames } from './messages'

const icons: Readonly<Record<FolderPlace['kind'], Icon>> = { home: IconHome, desktop: IconDeviceDesktop, documents: IconFileText, downloads: IconDownload, drive: IconServer, recent: IconClock }

/** Where one begins to look: the user's own folders, disks, and what was used lately. */
export function FolderPlaces({ at, onOpen }: { at: string | null; onOpen: (path: string) => void }) {
  const text = useText(messages)
  const names = useText(placeNames)
  const engine = useEngine()
  // Disks are plugged in and out: asked for each time the dialog opens.
  const { data: places = [] } = useQuery({ queryKey: ['folders', 'places'], gcTime: 0, queryFn: ({ signal }) => engine.folders.places(undefined, { signal }) })
  const groups = [
    { name: text.places, places: places.filter(({ kind }) => kind !== 'drive' && kind !== 'recent') },
    { name: text.drives, places: places.filter(({ kind }) => kind === 'drive') },
    { name: text.recent, places: places.filter(({ kind }) => kind === 'recent') },
  ]
  const nameOf = ({ kind, path }: FolderPlace): string => {
    if (kind !== 'drive' && kind !== 'recent') return names[kind]
    return path === '/' ? text.wholeDisk : folderName(path)
  }
  return (
    <nav className={styles.places} aria-label={text.places}>
      {groups.map(
        ({ name, places: inGroup }) =>
          inGroup.length > 0 && (
            <section key={name} aria-label={name}>
              <h3>{name}</h3>
              {inGroup.map((place) => {
                const PlaceIcon = icons[place.kind]
                return (
                  <UnstyledButton key={place.path} className={styles.row} title={place.path} aria-current={place.path === at ? 'location' : undefined} onClick={() => onOpen(place.path)}>
                    <PlaceIcon size={16} aria-hidden />
                    <span>{nameOf(place)}</span>
                  </UnstyledButton>
                )
              })}
            </section>
          ),
      )}
    </nav>
  )
}

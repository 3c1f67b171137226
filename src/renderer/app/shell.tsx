import { ActionIcon, Kbd, Tooltip, UnstyledButton } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconBooks, IconCheck, IconCloudOff, IconLoader2, IconPresentation, IconSchool, IconSearch, IconSettings } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Notice } from '../../shared/contract/app'
import { useLocalized, useText } from '../i18n/language'
import { GlobalSearch, openGlobalSearch } from './global-search'
import { useLibraryHistory } from './library-history'
import { LongWorkPanel } from './long-work/long-work-panel'
import { messages } from './messages'
import { Notices } from './notices'
import { addressOf, useRoute, type Route } from './router'
import { useSaveStatus } from './save-status'
import styles from './shell.module.css'
import { isComposing, isInTextField } from './typing'

/** Title bar, rail and the place where a screen stands. */
export function Shell({ libraryName, notices, children }: { libraryName: string; notices: readonly Notice[]; children: ReactNode }) {
  const text = useText(messages)
  const route = useRoute()
  const main = useRef<HTMLElement>(null)
  const firstScreen = useRef(route.screen)

  // A change of screen is a change of page to somebody who does not see it: the focus goes there.
  useEffect(() => {
    if (firstScreen.current !== route.screen) main.current?.focus({ preventScroll: true })
    firstScreen.current = route.screen
  }, [route.screen])

  return (
    <div className={styles.shell}>
      <a
        className={styles.skip}
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {text.skip}
      </a>
      <header className={styles.bar}>
        <div className={styles.name} title={libraryName}>
          {libraryName}
        </div>
        <UnstyledButton className={styles.search} onClick={openGlobalSearch} aria-keyshortcuts="Control+K">
          <IconSearch size={16} aria-hidden />
          <span>{text.search}</span>
          <Kbd size="xs">Ctrl K</Kbd>
        </UnstyledButton>
        <div className={styles.aside}>
          {route.screen !== 'talk' && <HistoryButtons />}
          <SaveIndicator />
        </div>
      </header>
      <Notices notices={notices} libraryName={libraryName} />
      <Rail screen={route.screen} />
      <main ref={main} id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <GlobalSearch />
      <LongWorkPanel />
    </div>
  )
}

function Rail({ screen }: { screen: Route['screen'] }) {
  const text = useText(messages)
  const rooms = [
    { href: addressOf.library(), name: text.library, icon: IconBooks, here: screen === 'library' || screen === 'collection' || screen === 'trash' || screen === 'freshness' },
    { href: addressOf.talks(), name: text.talks, icon: IconPresentation, here: screen === 'talks' || screen === 'talk' || screen === 'formats' || screen === 'audiences' || screen === 'packs' },
    { href: addressOf.schools(), name: text.schools, icon: IconSchool, here: screen === 'schools' },
    { href: addressOf.settings(), name: text.settings, icon: IconSettings, here: screen === 'settings' },
  ]
  return (
    <nav className={styles.rail} aria-label={text.rail}>
      {rooms.map(({ href, name, icon: Icon, here }) => (
        <a key={href} className={styles.room} href={href} aria-current={here ? 'page' : undefined}>
          <Icon size={22} stroke={1.6} aria-hidden />
          <span>{name}</span>
        </a>
      ))}
    </nav>
  )
}

function SaveIndicator() {
  const status = useSaveStatus()
  const text = useText(messages)
  const shown = { saved: [IconCheck, text.saved], saving: [IconLoader2, text.saving], failed: [IconCloudOff, text.saveFailed] } as const
  const [Icon, words] = shown[status]
  return (
    <span className={styles.status} role="status" data-status={status} title={words}>
      <Icon size={15} aria-hidden />
      <span>{words}</span>
    </span>
  )
}

/** Undo and redo of the library, as buttons and as Ctrl Z / Ctrl Shift Z (or Ctrl Y) outside of text fields. */
function HistoryButtons() {
  const text = useText(messages)
  const localized = useLocalized()
  const { undoable, redoable, undo, redo } = useLibraryHistory()

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isComposing(event) || isInTextField(event.target) || event.defaultPrevented) return
      const key = event.key.toLowerCase()
      const again = key === 'y' || (key === 'z' && event.shiftKey)
      if (!again && key !== 'z') return
      event.preventDefault()
      if (again) redo()
      else undo()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [undo, redo])

  const undoName = undoable ? text.undoDeed(localized(undoable.label)) : text.undo
  const redoName = redoable ? text.redoDeed(localized(redoable.label)) : text.redo
  return (
    <>
      <Tooltip label={`${undoName} · Ctrl Z`}>
        <ActionIcon className={styles.step} variant="subtle" color="gray" aria-label={undoName} disabled={!undoable} onClick={undo}>
          <IconArrowBackUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${redoName} · Ctrl Shift Z`}>
        <ActionIcon className={styles.step} variant="subtle" color="gray" aria-label={redoName} disabled={!redoable} onClick={redo}>
          <IconArrowForwardUp size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}

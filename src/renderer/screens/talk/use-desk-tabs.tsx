import { IconAlertTriangle, IconBooks, IconBulb, IconHistory, IconInfoCircle, IconMarkdown, IconMicrophone2, IconPalette, IconReplace } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import type { Block, Talk } from '../../../shared/model/block'
import type { MaterialId, TalkId } from '../../../shared/model/ids'
import { plainLook } from '../../../shared/model/look'
import type { PictureLookup } from '../../../shared/slides/context'
import { setFrontMatter } from '../../../shared/markdown/edit-talk'
import { useText } from '../../i18n/language'
import { MarkdownEditor } from '../../parts/markdown-editor/markdown-editor'
import { RehearsalsDrawer } from '../show/rehearsals-drawer'
import type { DrawerTab } from './desk-drawer'
import { FindDrawer } from './find-drawer'
import { LookDrawer } from './look/look-drawer'
import { messages as lookMessages } from './look/messages'
import { MaterialsDrawer } from './materials-drawer'
import { messages } from './messages'
import { ProblemsList, type Problem } from './problems-list'
import { PropertiesForm } from './properties-form'
import { messages as suggestionMessages } from './suggestions/messages'
import { SuggestionsDrawer } from './suggestions/suggestions-drawer'
import type { TalkSession } from './talk-session'
import type { ShownText } from './use-shown-text'
import { messages as versionMessages } from './versions/messages'
import { useVersionDeeds } from './versions/use-version-deeds'
import { VersionsDrawer } from './versions/versions-drawer'

export type DeskTab = 'materials' | 'suggestions' | 'find' | 'problems' | 'versions' | 'rehearsals' | 'look' | 'properties' | 'source'

type Desk = {
  readonly session: TalkSession
  readonly talkId: TalkId
  readonly shown: ShownText
  readonly talk: Talk
  /** The one that is looked at. */
  readonly block: Block | null
  readonly problems: readonly Problem[]
  readonly lecturer: string
  readonly pace: number
  readonly picture: PictureLookup
  readonly pictureUrl: (hash: string) => string | null
  readonly onGo: (block: string) => void
  readonly onBringIn: (id: MaterialId, title: string) => void
  /** Puts Markdown behind what is chosen. */
  readonly onPaste: (markdown: string) => void
  readonly onRehearse: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** The tabs of the drawer, and what the open one holds: the same while nothing that it shows has changed, so that a key draws no drawer that does not show the text. */
export function useDeskTabs(open: DeskTab, { session, talkId, shown, talk, block, problems, lecturer, pace, picture, pictureUrl, onGo, onBringIn, onPaste, onRehearse, onUndo, onRedo }: Desk): { tabs: readonly DrawerTab[]; panel: ReactNode } {
  const text = useText(messages)
  const versionText = useText(versionMessages)
  const suggestionText = useText(suggestionMessages)
  const lookText = useText(lookMessages)
  const versions = useVersionDeeds(session, talkId)
  const waiting = problems.length
  const { front } = talk
  // Another panel is one more line here, and one below.
  const tabs = useMemo(
    (): readonly DrawerTab[] => [
      { id: 'materials', label: text.materials, icon: IconBooks },
      { id: 'suggestions', label: suggestionText.suggestions, icon: IconBulb },
      { id: 'find', label: text.find, icon: IconReplace },
      { id: 'problems', label: text.problems, icon: IconAlertTriangle, waiting },
      { id: 'versions', label: versionText.versions, icon: IconHistory },
      { id: 'rehearsals', label: text.rehearsals, icon: IconMicrophone2 },
      { id: 'look', label: lookText.look, icon: IconPalette },
      { id: 'properties', label: text.properties, icon: IconInfoCircle },
      { id: 'source', label: text.source, icon: IconMarkdown },
    ],
    [text, versionText, suggestionText, lookText, waiting],
  )
  const panels: Readonly<Record<DeskTab, ReactNode>> = {
    materials: useMemo(() => <MaterialsDrawer onBringIn={onBringIn} />, [onBringIn]),
    suggestions: <SuggestionsDrawer talk={talk} block={block} markdown={shown.text} onBringIn={onBringIn} />,
    find: <FindDrawer session={session} talk={talk} onGo={onGo} onReplace={versions.replaceAll} />,
    problems: useMemo(() => <ProblemsList problems={problems} onGo={onGo} />, [problems, onGo]),
    versions: useMemo(() => <VersionsDrawer session={session} talkId={talkId} deeds={versions} onBringBack={onPaste} />, [session, talkId, versions, onPaste]),
    rehearsals: useMemo(() => <RehearsalsDrawer talkId={talkId} title={front.title} lecturer={lecturer} pace={pace} onRehearse={onRehearse} />, [talkId, front.title, lecturer, pace, onRehearse]),
    look: useMemo(() => <LookDrawer talk={talk} picture={picture} pictureUrl={pictureUrl} onChange={(name, value) => session.edit(setFrontMatter(session.snapshot().text, name, value === plainLook[name] ? '' : value))} />, [talk, picture, pictureUrl, session]),
    properties: useMemo(() => <PropertiesForm front={front} onChange={(name, value) => session.edit(setFrontMatter(session.snapshot().text, name, value), { coalesce: `front ${name}` })} />, [front, session]),
    source: (
      <MarkdownEditor className="desk-source" value={shown.text} version={shown.version} onChange={(next) => session.edit(next, { coalesce: 'source', typing: true })} label={text.sourceHelp} onUndo={onUndo} onRedo={onRedo} />
    ),
  }
  return { tabs, panel: panels[open] }
}

import { ActionIcon, Button, Group, Select, Text, Title, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconArrowBackUp, IconArrowForwardUp, IconBooks, IconBulb, IconFileExport, IconHistory, IconInfoCircle, IconMarkdown, IconMicrophone2, IconReplace, IconUsersGroup } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Group as PanelGroup, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import type { MaterialId, TalkId } from '../../../shared/model/ids'
import { setFrontMatter } from '../../../shared/markdown/edit-talk'
import { clearTheme } from '../../../shared/slides/themes/clear'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { isComposing, isInTextField } from '../../app/typing'
import { useText } from '../../i18n/language'
import { RehearsalsDrawer } from '../show/rehearsals-drawer'
import { ShowMenu, showModeOf, type ShowMode } from '../show/show-menu'
import { TalkShows } from '../show/talk-shows'
import { MarkdownEditor } from '../../parts/markdown-editor/markdown-editor'
import { useAudienceKeys, useAudienceName } from '../../parts/audience/messages'
import { ActionButton } from './action-button'
import { ClockBar } from './clock-bar'
import { DeskDrawer, type DrawerTab } from './desk-drawer'
import { EditorsPane } from './editors-pane'
import { ExportDialog } from './export-dialog'
import { FindDrawer } from './find-drawer'
import { MaterialsDrawer } from './materials-drawer'
import { messages } from './messages'
import { OutlinePane } from './outline-pane'
import { ProblemsList } from './problems-list'
import { PropertiesForm } from './properties-form'
import { InStepFrame } from './in-step/in-step-frame'
import { StepsBeforeExport } from './in-step/steps-before-export'
import { useInStep } from './in-step/use-in-step'
import { useStepKeys } from './in-step/use-step-keys'
import { blockAt, keyOf } from './selection'
import { SlidePane } from './slide-pane'
import { messages as suggestionMessages } from './suggestions/messages'
import { SuggestionsDrawer } from './suggestions/suggestions-drawer'
import type { TalkSession } from './talk-session'
import { useDeskActions } from './use-desk-actions'
import { useTalkView } from './use-talk-view'
import { messages as versionMessages } from './versions/messages'
import { useVersionDeeds } from './versions/use-version-deeds'
import { VersionsDrawer } from './versions/versions-drawer'
import { messages as variantMessages } from './variants/messages'
import { VariantsDialog } from './variants/variants-dialog'

type Drawer = 'materials' | 'suggestions' | 'find' | 'problems' | 'versions' | 'properties' | 'rehearsals' | 'source'

/** The desk at which a talk is composed: outline, slide with its two texts, and a drawer. */
export function TalkDesk({ session, talkId, insert }: { session: TalkSession; talkId: TalkId; insert: MaterialId | null }) {
  const text = useText(messages)
  const versionText = useText(versionMessages)
  const variantsText = useText(variantMessages)
  const engine = useEngine()
  const fail = useFailure()
  const suggestionText = useText(suggestionMessages)
  const audienceName = useAudienceName()
  const audienceKeys = useAudienceKeys()
  const [audience, setAudience] = useState('')
  const [drawer, setDrawer] = useState<Drawer>('materials')
  const [exporting, setExporting] = useState(false)
  const [varying, setVarying] = useState(false)
  const [showing, setShowing] = useState<ShowMode | null>(null)
  const view = useTalkView(session, { audience })
  const { snapshot, talk, timing, heard, lecturer, pace, shown, deck, pictureUrl } = view
  const { selection, picked, select, actions, editing } = useDeskActions(session, talkId, talk)
  const [leafed, setLeafed] = useState<{ from: string; at: number } | null>(null)
  const columns = useDefaultLayout({ id: 'desk-columns' })
  const rows = useDefaultLayout({ id: 'desk-rows' })

  const slides = deck.scenes.length
  // The slide follows the outline; leafing through the deck moves only the slide until the outline moves again.
  const key = keyOf(selection)
  const { steps, problems: stepProblems } = useInStep(talkId, session, talk, view.text)
  const problems = useMemo(() => [...view.problems, ...stepProblems], [view.problems, stepProblems])
  useStepKeys(steps, key, select)
  const looked = key ?? String(selection.section)
  const own = deck.scenes.findIndex((scene) => (key === null ? scene.id === looked : scene.block === key))
  const slide = Math.max(0, Math.min(leafed?.from === looked ? leafed.at : own, deck.scenes.length - 1))
  const setSlide = useCallback((at: number) => setLeafed({ from: looked, at }), [looked])

  const brought = useRef(false)
  useEffect(() => {
    if (!insert || brought.current) return
    brought.current = true
    actions.bringIn(insert, '', selection)
  }, [insert, actions, selection])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event)) return
      const command = event.ctrlKey || event.metaKey
      const mode = showModeOf(event)
      if (mode !== null) {
        event.preventDefault()
        if (slides > 0) setShowing((running) => running ?? mode)
        return
      }
      const letter = event.key.toLowerCase()
      if (command && (letter === 'f' || letter === 'h')) {
        event.preventDefault()
        setDrawer('find')
        return
      }
      if (!command || isInTextField(event.target)) return
      if (letter === 'y' || (letter === 'z' && event.shiftKey)) session.redo()
      else if (letter === 'z') session.undo()
      else return
      event.preventDefault()
      // The library has an undo of its own; on the desk the talk's comes first.
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [session, slides])

  const addPicture = useCallback(
    async (file: File) => {
      const { hash } = await engine.assets.addPicture({ fileName: file.name, content: file })
      const name = file.name.replace(/\.[^.]+$/, '').replaceAll(/[[\]]/g, '')
      editing?.onBody(`${editing.body.trimEnd()}${editing.body.trim() === '' ? '' : '\n\n'}![${name}](asset:${hash})`)
    },
    [engine, editing],
  )

  const bringIn = useCallback(
    (id: MaterialId, title: string) => {
      actions.bringIn(id, title, selection)
      notifications.show({ id: 'brought-in', message: text.broughtIn(title), autoClose: 2500 })
    },
    [actions, selection, text],
  )
  // What is out of step has a badge of its own.
  const problemBlocks = useMemo(() => new Set(view.problems.flatMap(({ block }) => (block === null ? [] : [block]))), [view.problems])
  const undo = useCallback(() => session.undo(), [session])
  const redo = useCallback(() => session.redo(), [session])
  const closeShow = useCallback(
    (at: number) => {
      setShowing(null)
      setSlide(at)
    },
    [setSlide],
  )

  const versions = useVersionDeeds(session, talkId)
  // Another panel is one more line here.
  const tabs: readonly DrawerTab<Drawer>[] = [
    { id: 'materials', label: text.materials, icon: IconBooks, panel: <MaterialsDrawer onBringIn={bringIn} /> },
    { id: 'suggestions', label: suggestionText.suggestions, icon: IconBulb, panel: <SuggestionsDrawer talk={talk} block={blockAt(talk, selection)} markdown={snapshot.text} onBringIn={bringIn} /> },
    { id: 'find', label: text.find, icon: IconReplace, panel: <FindDrawer markdown={snapshot.text} talk={talk} onGo={select} onReplace={versions.replaceAll} /> },
    { id: 'problems', label: text.problems, icon: IconAlertTriangle, waiting: problems.length, panel: <ProblemsList problems={problems} onGo={select} /> },
    { id: 'versions', label: versionText.versions, icon: IconHistory, panel: <VersionsDrawer session={session} talkId={talkId} deeds={versions} onBringBack={(markdown) => actions.paste(markdown, selection)} /> },
    {
      id: 'rehearsals',
      label: text.rehearsals,
      icon: IconMicrophone2,
      panel: <RehearsalsDrawer talkId={talkId} title={talk.front.title} lecturer={lecturer} pace={pace} onRehearse={() => setShowing('rehearsal')} />,
    },
    {
      id: 'properties',
      label: text.properties,
      icon: IconInfoCircle,
      panel: <PropertiesForm front={talk.front} onChange={(name, value) => session.edit(setFrontMatter(session.snapshot().text, name, value), { coalesce: `front ${name}` })} />,
    },
    {
      id: 'source',
      label: text.source,
      icon: IconMarkdown,
      panel: (
        <MarkdownEditor className="desk-source" value={snapshot.text} step={snapshot.step} onChange={(next) => session.edit(next, { coalesce: 'source', typing: true })} label={text.sourceHelp} onUndo={undo} onRedo={redo} />
      ),
    },
  ]

  return (
    <>
      <header className="desk-head">
        <Title order={1} size="h3" className="desk-title">
          {talk.front.title || text.untitled}
        </Title>
        <ClockBar planned={heard.seconds} allowed={talk.front.minutes} />
        <Group gap="sm" wrap="nowrap">
          <ActionButton label={text.undo} keys="Ctrl Z" disabled={!snapshot.canUndo} onClick={undo} icon={IconArrowBackUp} />
          <ActionButton label={text.redo} keys="Ctrl Shift Z" disabled={!snapshot.canRedo} onClick={redo} icon={IconArrowForwardUp} />
          <Select
            className="desk-audience"
            aria-label={text.seenBy}
            value={audience}
            onChange={(value) => setAudience(value ?? '')}
            allowDeselect={false}
            data={[{ value: '', label: text.everyone }, ...audienceKeys.map((name) => ({ value: name, label: audienceName(name) }))]}
          />
          <Tooltip label={variantsText.open}>
            <ActionIcon variant="default" size={36} aria-label={variantsText.open} onClick={() => setVarying(true)}>
              <IconUsersGroup size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          <ShowMenu disabled={slides === 0} onShow={setShowing} />
          <Button leftSection={<IconFileExport size={16} />} onClick={() => setExporting(true)}>
            {text.export}
          </Button>
        </Group>
      </header>
      <PanelGroup {...columns} orientation="horizontal" className="desk-columns">
        <Panel id="outline" defaultSize="22%" minSize="150px" className="desk-panel">
          <OutlinePane talk={talk} timing={timing} selection={selection} picked={picked} actions={actions} problems={problemBlocks} steps={steps} />
        </Panel>
        <Separator className="desk-separator" aria-label={text.resizeOutline} />
        <Panel id="work" minSize="340px" className="desk-panel">
          <PanelGroup {...rows} orientation="vertical">
            <Panel id="slide" defaultSize="58%" minSize="140px">
              <SlidePane deck={deck} theme={clearTheme} pictureUrl={pictureUrl} at={slide} onGo={setSlide} />
            </Panel>
            <Separator className="desk-separator desk-separator-flat" aria-label={text.resizeEditors} />
            <Panel id="editors" minSize="140px">
              {editing ? (
                <InStepFrame session={session} talkId={talkId} steps={steps} block={editing.blockKey}>
                  <EditorsPane
                    {...editing}
                    markdown={snapshot.text}
                    step={snapshot.step}
                    seconds={timing.sections[selection.section]?.blocks[selection.block ?? 0]?.seconds ?? 0}
                    language={talk.front.lang}
                    onSplit={(place) => actions.split(selection, place)}
                    onPicture={(file) => void addPicture(file).catch(fail)}
                    onUndo={undo}
                    onRedo={redo}
                  />
                </InStepFrame>
              ) : (
                <div className="desk-empty">
                  <Text fw={600}>{talk.sections.length === 0 ? text.emptyTalkTitle : talk.sections[selection.section]?.title}</Text>
                  <Text size="sm" c="dimmed">
                    {text.emptyTalkText}
                  </Text>
                </div>
              )}
            </Panel>
          </PanelGroup>
        </Panel>
        <Separator className="desk-separator" aria-label={text.resizeDrawer} />
        <Panel id="drawer" defaultSize="24%" minSize="200px" className="desk-panel">
          <DeskDrawer tabs={tabs} open={drawer} onOpen={setDrawer} />
        </Panel>
      </PanelGroup>
      <VariantsDialog session={session} opened={varying} pace={pace} onClose={() => setVarying(false)} onPreview={setAudience} onGo={select} />
      <ExportDialog talkId={talkId} opened={exporting} outOfStep={<StepsBeforeExport talk={talk} steps={steps} />} onFlush={() => session.flush()} onClose={() => setExporting(false)} />
      <TalkShows mode={showing} deck={deck} theme={clearTheme} pictureUrl={pictureUrl} talkId={talkId} talk={shown} audience={audience} lecturer={lecturer} pace={pace} at={slide} onClose={closeShow} />
    </>
  )
}

import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Group as PanelGroup, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { bodyOf } from '../../../shared/markdown/edit-talk'
import type { SplitPlace } from '../../../shared/markdown/split-block'
import { writePicture } from '../../../shared/markdown/write-content'
import type { MaterialId, TalkId } from '../../../shared/model/ids'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { isComposing, isInTextField } from '../../app/typing'
import { useText } from '../../i18n/language'
import { addPicture as keepPicture } from '../../parts/add-picture/add-picture'
import { showModeOf, type ShowMode } from '../show/show-menu'
import { TalkShows } from '../show/talk-shows'
import { DeskDrawer } from './desk-drawer'
import { DeskHead } from './desk-head'
import { EditorsPane } from './editors-pane'
import { ExportDialog } from './export/export-dialog'
import { messages } from './messages'
import { OutlinePane } from './outline-pane'
import { InStepFrame } from './in-step/in-step-frame'
import { StepsBeforeExport } from './in-step/steps-before-export'
import { useInStep } from './in-step/use-in-step'
import { useStepKeys } from './in-step/use-step-keys'
import { blockAt, keyOf } from './selection'
import { SlidePane } from './slide-pane'
import type { TalkSession } from './talk-session'
import { useDeskActions } from './use-desk-actions'
import { useDeskTabs, type DeskTab } from './use-desk-tabs'
import { useTalkView } from './use-talk-view'
import { VariantsDialog } from './variants/variants-dialog'

/** The desk at which a talk is composed: outline, slide with its two texts, and a drawer. */
export const TalkDesk = memo(function TalkDesk({ session, talkId, insert }: { session: TalkSession; talkId: TalkId; insert: MaterialId | null }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const [audience, setAudience] = useState('')
  const [drawer, setDrawer] = useState<DeskTab>('materials')
  const [exporting, setExporting] = useState(false)
  const [varying, setVarying] = useState(false)
  const [showing, setShowing] = useState<ShowMode | null>(null)
  const { shownText, talk, timing, heard, lecturer, pace, shown, deck, theme, problems: viewProblems, picture, pictureUrl } = useTalkView(session, { audience })
  const { selection, picked, select, actions, written, writing } = useDeskActions(session, talkId, talk, shownText)
  const [leafed, setLeafed] = useState<{ from: string; at: number } | null>(null)
  const columns = useDefaultLayout({ id: 'desk-columns' })
  const rows = useDefaultLayout({ id: 'desk-rows' })

  const slides = deck.scenes.length
  // The slide follows the outline; leafing through the deck moves only the slide until the outline moves again.
  const key = keyOf(selection)
  const { steps, problems: stepProblems } = useInStep(talkId, session, talk, shownText.text)
  const problems = useMemo(() => [...viewProblems, ...stepProblems], [viewProblems, stepProblems])
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
    (file: File) => {
      if (key === null || !writing) return
      const add = async () => {
        const { src, poster } = await keepPicture(engine, file)
        const picture = writePicture({ src, alt: file.name.replace(/\.[^.]+$/, ''), caption: '', ...(poster !== null && { poster: { src: poster } }) })
        const body = bodyOf(session.snapshot().text, { key })
        writing.onBody(`${body.trimEnd()}${body.trim() === '' ? '' : '\n\n'}${picture}`)
      }
      add().catch(fail)
    },
    [engine, fail, session, key, writing],
  )

  const bringIn = useCallback(
    (id: MaterialId, title: string) => {
      actions.bringIn(id, title, selection)
      notifications.show({ id: 'brought-in', message: text.broughtIn(title), autoClose: 2500 })
    },
    [actions, selection, text],
  )
  const split = useCallback((place: SplitPlace) => actions.split(selection, place), [actions, selection])
  const paste = useCallback((markdown: string) => actions.paste(markdown, selection), [actions, selection])
  // What is out of step has a badge of its own.
  const problemBlocks = useMemo(() => new Set(viewProblems.flatMap(({ block }) => (block === null ? [] : [block]))), [viewProblems])
  const undo = useCallback(() => session.undo(), [session])
  const redo = useCallback(() => session.redo(), [session])
  const rehearse = useCallback(() => setShowing('rehearsal'), [])
  const beginExport = useCallback(() => setExporting(true), [])
  const vary = useCallback(() => setVarying(true), [])
  const closeShow = useCallback(
    (at: number) => {
      setShowing(null)
      setSlide(at)
    },
    [setSlide],
  )

  const { tabs, panel } = useDeskTabs(drawer, {
    session,
    talkId,
    shown: shownText,
    talk,
    block: blockAt(talk, selection),
    problems,
    lecturer,
    pace,
    picture,
    pictureUrl,
    onGo: select,
    onBringIn: bringIn,
    onPaste: paste,
    onRehearse: rehearse,
    onUndo: undo,
    onRedo: redo,
  })

  return (
    <>
      <DeskHead
        session={session}
        title={talk.front.title}
        planned={heard.seconds}
        allowed={talk.front.minutes}
        audience={audience}
        hasSlides={slides > 0}
        onAudience={setAudience}
        onVary={vary}
        onShow={setShowing}
        onExport={beginExport}
      />
      <PanelGroup {...columns} orientation="horizontal" className="desk-columns">
        <Panel id="outline" defaultSize="22%" minSize="150px" className="desk-panel">
          <OutlinePane talk={talk} timing={timing} selection={selection} picked={picked} actions={actions} problems={problemBlocks} steps={steps} />
        </Panel>
        <Separator className="desk-separator" aria-label={text.resizeOutline} />
        <Panel id="work" minSize="340px" className="desk-panel">
          <PanelGroup {...rows} orientation="vertical">
            <Panel id="slide" defaultSize="58%" minSize="140px">
              <SlidePane deck={deck} theme={theme} pictureUrl={pictureUrl} at={slide} onGo={setSlide} />
            </Panel>
            <Separator className="desk-separator desk-separator-flat" aria-label={text.resizeEditors} />
            <Panel id="editors" minSize="140px">
              {written && writing ? (
                <InStepFrame session={session} talkId={talkId} steps={steps} block={written.blockKey}>
                  <EditorsPane
                    session={session}
                    block={written}
                    writing={writing}
                    step={shownText.step}
                    seconds={timing.sections[selection.section]?.blocks[selection.block ?? 0]?.seconds ?? 0}
                    language={talk.front.lang}
                    onSplit={split}
                    onPicture={addPicture}
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
          <DeskDrawer tabs={tabs} open={drawer} onOpen={setDrawer} panel={panel} />
        </Panel>
      </PanelGroup>
      <VariantsDialog session={session} opened={varying} pace={pace} onClose={() => setVarying(false)} onPreview={setAudience} onGo={select} />
      <ExportDialog session={session} talkId={talkId} opened={exporting} outOfStep={<StepsBeforeExport talk={talk} steps={steps} />} onGo={select} onClose={() => setExporting(false)} />
      <TalkShows mode={showing} deck={deck} theme={theme} pictureUrl={pictureUrl} talkId={talkId} talk={shown} audience={audience} lecturer={lecturer} pace={pace} at={slide} onClose={closeShow} />
    </>
  )
})

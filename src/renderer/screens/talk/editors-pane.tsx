import { ActionIcon, Button, FileButton, Group, Menu, Text, TextInput, Tooltip } from '@mantine/core'
import { IconArrowsSplit2, IconMessageDots, IconPhotoPlus } from '@tabler/icons-react'
import { memo, useRef, useSyncExternalStore, type RefObject } from 'react'
import { cueAmounts } from '../../parts/markdown-editor/cue-amount'
import { cueCompletion, cueNames, scriptCues } from '../../parts/markdown-editor/cue-completion'
import { MarkdownEditor, type MarkdownEditorHandle } from '../../parts/markdown-editor/markdown-editor'
import { shownTypes } from '../../parts/add-picture/add-picture'
import { useText } from '../../i18n/language'
import type { SplitPlace } from '../../../shared/markdown/split-block'
import { bodyOf } from '../../../shared/markdown/edit-talk'
import type { Language } from '../../../shared/language'
import type { BlockKind } from '../../../shared/model/block'
import { duration } from './duration'
import { BlockForm } from './forms/block-form'
import { FormSwitch, useShownAs, type ShownAs } from './forms/form-switch'
import { messages } from './messages'
import { ScriptSpeaker } from './speakers/script-speaker'
import type { TalkSession } from './talk-session'
import type { BlockWriting, WrittenBlock } from './use-desk-actions'
import { useSplit } from './use-split'

type EditorsPaneProps = {
  readonly session: TalkSession
  /** With another block the fields start afresh. */
  readonly block: WrittenBlock
  readonly writing: BlockWriting
  /** See SessionSnapshot.step. */
  readonly step: number
  /** Seconds the script takes at the lecturer's pace. */
  readonly seconds: number
  readonly language: Language
  /** What stands behind the cursor becomes a block of its own. */
  readonly onSplit: (place: SplitPlace) => void
  readonly onPicture: (file: File) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}


/** What makes writing a script easy, in either language; the same objects for good, because an editor begins anew with others. */
const scriptWriting = { 'zh-CN': [cueAmounts, cueCompletion['zh-CN']], en: [cueAmounts, cueCompletion.en] } as const

/** The two texts of a block side by side: what is shown and what is said. A key draws the editors alone, and they have it already. */
export const EditorsPane = memo(function EditorsPane({ session, block, writing, step, seconds, language, onSplit, onPicture, onUndo, onRedo }: EditorsPaneProps) {
  const text = useText(messages)
  const { blockKey, kind } = block
  const [shownAs, setShownAs] = useShownAs(kind)
  const script = useRef<MarkdownEditorHandle>(null)
  const shown = useRef<MarkdownEditorHandle>(null)
  const title = useRef<HTMLInputElement>(null)
  const { splitKeys, noteField, split } = useSplit({ title, shown, said: script }, onSplit)
  return (
    <div className="editors" onKeyDownCapture={splitKeys} onFocusCapture={noteField}>
      <section className="editor editor-shown" aria-label={text.shown}>
        <ShownHead shownAs={shownAs} onShownAs={setShownAs} onSplit={split} onPicture={onPicture} />
        <TitleField key={blockKey} field={title} value={block.title} onChange={writing.onTitle} />
        <div className="editor-text">
          {shownAs === 'form' ? (
            <LiveForm key={blockKey} session={session} blockKey={blockKey} kind={kind} writing={writing} step={step} onUndo={onUndo} onRedo={onRedo} />
          ) : (
            <MarkdownEditor key={blockKey} handle={shown} value={block.body} version={block.version} onChange={writing.onBody} label={text.shown} placeholder={text.shownHelp} onUndo={onUndo} onRedo={onRedo} />
          )}
        </div>
      </section>
      <section className="editor editor-said" aria-label={text.said}>
        <SaidHead blockKey={blockKey} seconds={seconds} speaker={block.speaker} language={language} script={script} onSpeaker={writing.onSpeaker} />
        <div className="editor-text editor-script">
          <MarkdownEditor
            key={blockKey}
            handle={script}
            cues
            extensions={scriptWriting[language]}
            value={block.script}
            version={block.version}
            onChange={writing.onScript}
            label={text.said}
            placeholder={text.saidHelp}
            onUndo={onUndo}
            onRedo={onRedo}
          />
        </div>
      </section>
    </div>
  )
})

type ShownHeadProps = { readonly shownAs: ShownAs; readonly onShownAs: (as: ShownAs) => void; readonly onSplit: () => void; readonly onPicture: (file: File) => void }

const ShownHead = memo(function ShownHead({ shownAs, onShownAs, onSplit, onPicture }: ShownHeadProps) {
  const text = useText(messages)
  return (
    <Group className="editor-head" justify="space-between" wrap="nowrap">
      <h2>{text.shown}</h2>
      <Tooltip label={`${text.split}（Ctrl Shift Enter）`}>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={text.split} onClick={onSplit}>
          <IconArrowsSplit2 size={14} />
        </ActionIcon>
      </Tooltip>
      <FormSwitch value={shownAs} onChange={onShownAs} />
      <FileButton accept={shownTypes} onChange={(file) => file && onPicture(file)}>
        {(button) => (
          <Button {...button} variant="subtle" color="gray" size="compact-xs" leftSection={<IconPhotoPlus size={14} />}>
            {text.addPicture}
          </Button>
        )}
      </FileButton>
    </Group>
  )
})

const TitleField = memo(function TitleField({ field, value, onChange }: { readonly field: RefObject<HTMLInputElement | null>; readonly value: string; readonly onChange: (title: string) => void }) {
  const text = useText(messages)
  return <TextInput ref={field} className="editor-title" variant="unstyled" aria-label={text.blockTitle} placeholder={text.blockTitle} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
})

type LiveFormProps = { readonly session: TalkSession; readonly blockKey: string; readonly kind: BlockKind; readonly writing: BlockWriting; readonly step: number; readonly onUndo: () => void; readonly onRedo: () => void }

/** The form of a block over the text as it is at this moment: it writes into what there is, and its fields must not be a moment behind the keys. */
function LiveForm({ session, blockKey, kind, writing, step, onUndo, onRedo }: LiveFormProps) {
  const body = useSyncExternalStore(session.subscribe, () => bodyOf(session.snapshot().text, { key: blockKey }))
  return <BlockForm kind={kind} body={body} step={step} onChange={writing.onBody} onCite={writing.onCite} onUndo={onUndo} onRedo={onRedo} />
}

type SaidHeadProps = { readonly blockKey: string; readonly seconds: number; readonly speaker: string; readonly language: Language; readonly script: RefObject<MarkdownEditorHandle | null>; readonly onSpeaker: (speaker: string) => void }

const SaidHead = memo(function SaidHead({ blockKey, seconds, speaker, language, script, onSpeaker }: SaidHeadProps) {
  const text = useText(messages)
  return (
    <Group className="editor-head" justify="space-between" wrap="nowrap">
      <h2>
        {text.said}
        <Text span size="xs" c="dimmed" ml="sm">
          {seconds > 0 && text.blockTime(duration(seconds))}
        </Text>
      </h2>
      <ScriptSpeaker key={blockKey} speaker={speaker} onSpeaker={onSpeaker} />
      <CueMenu language={language} script={script} />
    </Group>
  )
})

const CueMenu = memo(function CueMenu({ language, script }: Pick<SaidHeadProps, 'language' | 'script'>) {
  const text = useText(messages)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-xs" leftSection={<IconMessageDots size={14} />}>
          {text.insertCue}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text.cueHelp}</Menu.Label>
        {cueNames.map((name) => (
          <Menu.Item key={name} onClick={() => script.current?.insert(scriptCues[language][name])}>
            {text[name]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
})

import { ActionIcon, Button, FileButton, Group, Menu, Text, TextInput, Tooltip } from '@mantine/core'
import { IconArrowsSplit2, IconMessageDots, IconPhotoPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { cueAmounts } from '../../parts/markdown-editor/cue-amount'
import { cueCompletion, cueNames, scriptCues } from '../../parts/markdown-editor/cue-completion'
import { MarkdownEditor, type MarkdownEditorHandle } from '../../parts/markdown-editor/markdown-editor'
import { useText } from '../../i18n/language'
import type { SplitPlace } from '../../../shared/markdown/split-block'
import { bodyOf } from '../../../shared/markdown/edit-talk'
import type { BlockKind } from '../../../shared/model/block'
import { duration } from './duration'
import { BlockForm } from './forms/block-form'
import { FormSwitch, useShownAs } from './forms/form-switch'
import { messages } from './messages'
import { ScriptSpeaker } from './speakers/script-speaker'
import { useSplit } from './use-split'

type EditorsPaneProps = {
  /** Changes when another block is looked at: the fields then start afresh. */
  readonly blockKey: string
  readonly kind: BlockKind
  /** The whole talk at this moment. `body` may lag a moment behind what is being typed; a form writes into what there is now. */
  readonly markdown: string
  readonly title: string
  readonly body: string
  readonly script: string
  /** See SessionSnapshot.step. */
  readonly step: number
  /** Seconds the script takes at the lecturer's pace. */
  readonly seconds: number
  readonly language: 'zh-CN' | 'en'
  readonly onTitle: (title: string) => void
  readonly onBody: (body: string) => void
  readonly onCite: (body: string, citation: { readonly source: string; readonly at: string }) => void
  readonly onScript: (script: string) => void
  /** What stands behind the cursor becomes a block of its own. */
  readonly onSplit: (place: SplitPlace) => void
  /** Who says the script; empty for whoever gives the talk. */
  readonly speaker: string
  readonly onSpeaker: (speaker: string) => void
  readonly onPicture: (file: File) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

const PICTURE_TYPES = 'image/png,image/jpeg'

/** What makes writing a script easy, in either language; the same objects for good, because an editor begins anew with others. */
const scriptWriting = { 'zh-CN': [cueAmounts, cueCompletion['zh-CN']], en: [cueAmounts, cueCompletion.en] } as const

/** The two texts of a block side by side: what is shown and what is said. */
export function EditorsPane(props: EditorsPaneProps) {
  const text = useText(messages)
  const [shownAs, setShownAs] = useShownAs(props.kind)
  const script = useRef<MarkdownEditorHandle>(null)
  const shown = useRef<MarkdownEditorHandle>(null)
  const title = useRef<HTMLInputElement>(null)
  const { splitKeys, noteField, split } = useSplit({ title, shown, said: script }, props.onSplit)
  return (
    <div className="editors" onKeyDownCapture={splitKeys} onFocusCapture={noteField}>
      <section className="editor editor-shown" aria-label={text.shown}>
        <Group className="editor-head" justify="space-between" wrap="nowrap">
          <h2>{text.shown}</h2>
          <Tooltip label={`${text.split}（Ctrl Shift Enter）`}>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={text.split} onClick={split}>
              <IconArrowsSplit2 size={14} />
            </ActionIcon>
          </Tooltip>
          <FormSwitch value={shownAs} onChange={setShownAs} />
          <FileButton accept={PICTURE_TYPES} onChange={(file) => file && props.onPicture(file)}>
            {(button) => (
              <Button {...button} variant="subtle" color="gray" size="compact-xs" leftSection={<IconPhotoPlus size={14} />}>
                {text.addPicture}
              </Button>
            )}
          </FileButton>
        </Group>
        <TextInput key={props.blockKey} ref={title} className="editor-title" variant="unstyled" aria-label={text.blockTitle} placeholder={text.blockTitle} value={props.title} onChange={(event) => props.onTitle(event.currentTarget.value)} />
        <div className="editor-text">
          {shownAs === 'form' ? (
            <BlockForm key={props.blockKey} kind={props.kind} body={bodyOf(props.markdown, { key: props.blockKey })} step={props.step} onChange={props.onBody} onCite={props.onCite} onUndo={props.onUndo} onRedo={props.onRedo} />
          ) : (
          <MarkdownEditor key={props.blockKey} handle={shown} value={props.body} step={props.step} onChange={props.onBody} label={text.shown} placeholder={text.shownHelp} onUndo={props.onUndo} onRedo={props.onRedo} />
          )}
        </div>
      </section>
      <section className="editor editor-said" aria-label={text.said}>
        <Group className="editor-head" justify="space-between" wrap="nowrap">
          <h2>
            {text.said}
            <Text span size="xs" c="dimmed" ml="sm">
              {props.seconds > 0 && text.blockTime(duration(props.seconds))}
            </Text>
          </h2>
          <ScriptSpeaker key={`speaker ${props.blockKey}`} speaker={props.speaker} onSpeaker={props.onSpeaker} />
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="subtle" color="gray" size="compact-xs" leftSection={<IconMessageDots size={14} />}>
                {text.insertCue}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{text.cueHelp}</Menu.Label>
              {cueNames.map((name) => (
                <Menu.Item key={name} onClick={() => script.current?.insert(scriptCues[props.language][name])}>
                  {text[name]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </Group>
        <div className="editor-text editor-script">
          <MarkdownEditor key={props.blockKey} handle={script} cues extensions={scriptWriting[props.language]} value={props.script} step={props.step} onChange={props.onScript} label={text.said} placeholder={text.saidHelp} onUndo={props.onUndo} onRedo={props.onRedo} />
        </div>
      </section>
    </div>
  )
}

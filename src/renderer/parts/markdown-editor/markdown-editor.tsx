import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { Annotation, EditorState, Prec, type Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder as placeholderText, type Command } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react'
import { changedSpan } from '../../../shared/text-diff/changed-span'
import { cueHighlighting } from './cues'
import { dialect } from './dialect'
import { hintHighlighting } from './hints'
import './markdown-editor.css'

export type MarkdownEditorHandle = { focus(): void; /** Puts text in place of the selection and the cursor behind it. */ insert(text: string): void; /** Does something to the text and leaves the cursor in it. */ run(command: Command): void }

type MarkdownEditorProps = {
  readonly value: string
  /**
   * Counts the states of what `value` was read from, where that comes a moment behind the keys: a value older than what was typed here is left alone, a newer
   * one counts also when it is what it was before.
   */
  readonly version?: number
  /** @returns the version that holds the value, where versions are counted */
  readonly onChange: (value: string) => number | void
  /** Name for screen readers. */
  readonly label: string
  readonly placeholder?: string
  /** Sets the cues of a script apart. */
  readonly cues?: boolean
  readonly readOnly?: boolean
  /** Where undo and redo belong to something larger, such as a whole talk; absent: the editor keeps a history of its own. */
  readonly onUndo?: (() => void) | undefined
  readonly onRedo?: (() => void) | undefined
  /** More of the editor's behaviour; the same object for as long as it stays the same. */
  readonly extensions?: Extension
  readonly className?: string
  readonly handle?: Ref<MarkdownEditorHandle>
}

const none: Extension = []

/** Marks changes that came from outside, so that they are not reported as the user's. */
const fromOutside = Annotation.define<boolean>()

const highlighting = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '600' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.quote, class: 'cm-quote' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName, tags.url], class: 'cm-markup' },
])

/**
 * Merges text from outside into the editor, unless an input method is composing in it. Blank space at the ends is the editor's own:
 * a block's text is stored without it, and taking it away would pull the line from under the cursor of someone who just pressed Enter.
 */
function takeIn(editor: EditorView, value: string): void {
  const shown = editor.state.doc.toString()
  if (editor.composing || shown.trim() === value.trim()) return
  const change = changedSpan(shown, value)
  if (change) editor.dispatch({ changes: change, annotations: fromOutside.of(true) })
}

/**
 * A plain-text editor for Markdown over CodeMirror, which leaves text under composition by an input method alone.
 * `value` from outside (undo, another editor) is merged in as the smallest change; while composing it waits.
 */
export function MarkdownEditor({ value, version = 0, onChange, label, placeholder = '', cues = false, readOnly = false, onUndo, onRedo, extensions = none, className = '', handle }: MarkdownEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const report = useEffectEvent(onChange)
  const undo = useEffectEvent(() => onUndo?.())
  const redo = useEffectEvent(() => onRedo?.())
  const ownsHistory = onUndo === undefined
  const latestValue = useEffectEvent(() => value)
  /** The version that holds what was typed here last. */
  const typed = useRef(0)
  const takeInLatest = useEffectEvent(() => {
    if (view.current && version >= typed.current) takeIn(view.current, value)
  })

  useEffect(() => {
    if (!host.current) return
    const run = (act: () => void) => () => (act(), true)
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latestValue(),
        extensions: [
          ownsHistory
            ? [history(), keymap.of(historyKeymap)]
            : Prec.high(
                keymap.of([
                  { key: 'Mod-z', run: run(() => undo()), preventDefault: true },
                  { key: 'Mod-Shift-z', run: run(() => redo()), preventDefault: true },
                  { key: 'Mod-y', run: run(() => redo()), preventDefault: true },
                ]),
              ),
          extensions,
          keymap.of(defaultKeymap),
          dialect,
          syntaxHighlighting(highlighting),
          hintHighlighting,
          EditorView.lineWrapping,
          EditorState.readOnly.of(readOnly),
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', spellcheck: 'false', autocorrect: 'off' }),
          placeholderText(placeholder),
          ...(cues ? [cueHighlighting] : []),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged || update.transactions.every((transaction) => transaction.annotation(fromOutside))) return
            typed.current = report(update.state.doc.toString()) ?? 0
          }),
          EditorView.domEventHandlers({ compositionend: () => queueMicrotask(() => takeInLatest()) }),
        ],
      }),
    })
    view.current = editor
    return () => {
      view.current = null
      editor.destroy()
    }
  }, [cues, label, placeholder, readOnly, extensions, ownsHistory])

  useEffect(() => {
    takeInLatest()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new version makes the same value count again
  }, [value, version])

  useImperativeHandle(handle, () => ({
    focus: () => view.current?.focus(),
    insert: (text) => {
      const editor = view.current
      if (!editor) return
      editor.dispatch(editor.state.replaceSelection(text))
      editor.focus()
    },
    run: (command) => {
      const editor = view.current
      if (!editor) return
      command(editor)
      editor.focus()
    },
  }), [])

  return <div ref={host} className={`markdown-editor ${className}`} />
}

import { Prec } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { useMemo, useRef } from 'react'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { AssetHash } from '../../../shared/model/ids'
import { EditorTools } from './editor-tools'
import { indentItem, insertLink, outdentItem, toggleEmphasis, toggleStrong } from './format-commands'
import { liveBlocks } from './live-blocks'
import { liveMarks } from './live-marks'
import './live.css'
import { MarkdownEditor, type MarkdownEditorHandle } from './markdown-editor'
import styles from './rich-markdown-editor.module.css'
import { insertPicture, richPaste } from './rich-paste'

type RichMarkdownEditorProps = {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Name for screen readers. */
  readonly label: string
  readonly placeholder?: string
}

/**
 * Markdown that looks like what it means while it is written: marks show on the line of the cursor only, tables and pictures are drawn.
 * It keeps its own undo; pictures that are pasted or dropped go into the library.
 */
export function RichMarkdownEditor({ value, onChange, label, placeholder }: RichMarkdownEditorProps) {
  const engine = useEngine()
  const fail = useFailure()
  const editor = useRef<MarkdownEditorHandle>(null)
  const { extensions, keepPicture } = useMemo(() => {
    const read = async (address: string) => {
      const content = await engine.assets.content({ hash: AssetHash.parse(address.replace(/^asset:/, '')) })
      return new Blob([await content.arrayBuffer()], { type: content.type })
    }
    const keepPicture = async (file: File) => {
      try {
        const { hash } = await engine.assets.addPicture({ fileName: file.name || 'picture.png', content: file })
        return `asset:${hash}`
      } catch (error) {
        fail(error)
        return null
      }
    }
    const keys = Prec.highest(
      keymap.of([
        { key: 'Mod-b', run: toggleStrong, preventDefault: true },
        { key: 'Mod-i', run: toggleEmphasis, preventDefault: true },
        // Within a text it makes a link, everywhere else it opens the search.
        { key: 'Mod-k', run: insertLink, preventDefault: true, stopPropagation: true },
        { key: 'Tab', run: indentItem },
        { key: 'Shift-Tab', run: outdentItem },
        // Saves the form around it; the editor would make an empty line of it.
        { key: 'Mod-Enter', run: () => true },
      ]),
    )
    return { extensions: [keys, liveMarks, liveBlocks(read), richPaste(keepPicture)], keepPicture }
  }, [engine, fail])

  return (
    <div className={styles.frame}>
      <EditorTools run={(command) => editor.current?.run(command)} onPicture={(file) => editor.current?.run((view) => (void insertPicture(view, file, keepPicture), true))} />
      <MarkdownEditor handle={editor} value={value} onChange={onChange} label={label} placeholder={placeholder} extensions={extensions} className={styles.text} />
    </div>
  )
}

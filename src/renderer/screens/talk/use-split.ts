import { useCallback, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import type { SplitPlace } from '../../../shared/markdown/split-block'
import { isComposing } from '../../app/typing'
import type { MarkdownEditorHandle } from '../../parts/markdown-editor/markdown-editor'

type Fields = { readonly title: RefObject<HTMLInputElement | null>; readonly shown: RefObject<MarkdownEditorHandle | null>; readonly said: RefObject<MarkdownEditorHandle | null> }

/** Splits the block that is being written where its cursor stands, or stood last: Ctrl Shift Enter, or a press. */
export function useSplit({ title, shown, said }: Fields, onSplit: (place: SplitPlace) => void) {
  const last = useRef<SplitPlace['part']>('shown')

  const split = useCallback(() => {
    const part = last.current
    if (part === 'title') {
      const input = title.current
      if (input) onSplit({ part, at: input.selectionStart ?? input.value.length, text: input.value })
      return
    }
    const editor = part === 'shown' ? shown : said
    editor.current?.run(({ state }) => {
      onSplit({ part, at: state.selection.main.head, text: state.doc.toString() })
      return true
    })
  }, [title, shown, said, onSplit])
  return {
    split,
    splitKeys: (event: KeyboardEvent) => {
      if (isComposing(event) || event.key !== 'Enter' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      event.stopPropagation()
      split()
    },
    noteField: ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      if (target === title.current) last.current = 'title'
      else if (target.isContentEditable) last.current = target.closest('.editor-said') ? 'said' : 'shown'
    },
  }
}

import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { cellsOfText } from '../../../shared/table-grid/cells-of-text'
import { insertBlock } from './format-commands'
import { markdownOfHtml, tableMarkdown } from './markdown-of-html'

/** Keeps a picture and answers with its address; null when it could not, which the user has been told. */
export type KeepPicture = (file: File) => Promise<string | null>

const isPicture = ({ type }: File) => type === 'image/png' || type === 'image/jpeg'

/** Puts a picture at the cursor, once it is kept. Its file's name stands in for a description until somebody writes one. */
export async function insertPicture(view: EditorView, file: File, keep: KeepPicture): Promise<void> {
  const address = await keep(file)
  if (address !== null) insertBlock(view, `![${file.name.replace(/\.\w+$/, '').replace(/[[\]\\]/g, '')}](${address})`)
}

/**
 * What is pasted comes in as Markdown: cells of a spreadsheet as a table, formatted text with its headings, emphasis and lists, pictures (also
 * when they are dropped) as pictures. Ctrl Shift V pastes plain text, as everywhere.
 */
export const richPaste = (keep: KeepPicture | null): Extension =>
  EditorView.domEventHandlers({
    paste(event, view) {
      const data = event.clipboardData
      if (!data || view.state.readOnly) return false
      const html = data.getData('text/html')
      const cells = /<table/i.test(html) || html === '' ? cellsOfText(data.getData('text/plain')) : null
      const isSheet = cells !== null && cells.every((row) => row.length === cells[0]?.length) && (cells[0]?.length ?? 0) > 1
      const markdown = isSheet ? tableMarkdown(cells) : html === '' ? null : markdownOfHtml(html)
      if (markdown !== null) {
        if (/\n|^(?:[#>|]|[-*+] |\d+[.)] )/.test(markdown)) insertBlock(view, markdown)
        else view.dispatch(view.state.replaceSelection(markdown), { userEvent: 'input.paste', scrollIntoView: true })
        event.preventDefault()
        return true
      }
      return takeIn(view, data.files, keep, event)
    },
    drop(event, view) {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY })
      if (!event.dataTransfer || at === null || ![...event.dataTransfer.files].some(isPicture)) return false
      view.dispatch({ selection: { anchor: at } })
      return takeIn(view, event.dataTransfer.files, keep, event)
    },
  })

function takeIn(view: EditorView, files: FileList, keep: KeepPicture | null, event: Event): boolean {
  const pictures = [...files].filter(isPicture)
  if (!keep || pictures.length === 0) return false
  event.preventDefault()
  // Dropped on the editor, they are not documents to import.
  event.stopPropagation()
  void pictures.reduce((before, file) => before.then(() => insertPicture(view, file, keep)), Promise.resolve())
  return true
}

import { syntaxTree } from '@codemirror/language'
import { Facet, StateEffect, StateField, type EditorState, type Extension, type Range } from '@codemirror/state'
import { Decoration, EditorView, keymap, WidgetType, type Command, type DecorationSet } from '@codemirror/view'
import { toString } from 'mdast-util-to-string'
import { parseFlow } from '../../../shared/markdown/flow'
import { findTable } from '../../../shared/table-grid/markdown-table'
import { numericColumns } from '../../../shared/table-grid/numeric-columns'
import { isWrittenIn } from './live-marks'

/** Reads a picture by its address (`asset:<hash>`); rejects when there is none. */
export type ReadPicture = (address: string) => Promise<Blob>

const readPicture = Facet.define<ReadPicture, ReadPicture | null>({ combine: ([first = null]) => first })

class DrawnTable extends WidgetType {
  constructor(readonly source: string) {
    super()
  }
  override eq(other: DrawnTable): boolean {
    return other.source === this.source
  }
  toDOM(): HTMLElement {
    const table = document.createElement('table')
    table.className = 'cm-table'
    const grid = findTable(this.source)?.grid
    const isNumeric = grid ? numericColumns(grid) : []
    grid?.rows.forEach((cells, row) => {
      const line = table.insertRow()
      cells.forEach((content, column) => {
        const cell = line.appendChild(document.createElement(row === 0 ? 'th' : 'td'))
        cell.textContent = toString(parseFlow(content))
        cell.style.textAlign = grid.align[column] ?? (isNumeric[column] ? 'right' : 'left')
      })
    })
    return table
  }
  override ignoreEvent(): boolean {
    return false
  }
}

class DrawnPicture extends WidgetType {
  #url = ''
  constructor(
    readonly address: string,
    readonly alt: string,
    readonly read: ReadPicture | null,
  ) {
    super()
  }
  override eq(other: DrawnPicture): boolean {
    return other.address === this.address && other.alt === this.alt
  }
  toDOM(view: EditorView): HTMLElement {
    const figure = document.createElement('figure')
    figure.className = 'cm-picture'
    const image = figure.appendChild(document.createElement('img'))
    image.alt = this.alt
    const caption = figure.appendChild(document.createElement('figcaption'))
    caption.textContent = this.alt || this.address
    void this.#load(view, figure, image)
    return figure
  }
  async #load(view: EditorView, figure: HTMLElement, image: HTMLImageElement): Promise<void> {
    try {
      const blob = await this.read?.(this.address)
      // Of a film or a sound its description stands there.
      if (!blob?.type.startsWith('image/')) return
      this.#url = URL.createObjectURL(blob)
      image.addEventListener('load', () => view.requestMeasure(), { once: true })
      image.src = this.#url
    } catch {
      figure.classList.add('cm-picture-missing') // its description stands there
    }
  }
  override destroy(): void {
    if (this.#url !== '') URL.revokeObjectURL(this.#url)
  }
  override ignoreEvent(): boolean {
    return false
  }
}

const focusChanged = StateEffect.define<boolean>()

type Drawn = { readonly hasFocus: boolean; readonly blocks: DecorationSet }

/** Tables, and pictures on a line of their own, drawn as what they are until the cursor goes into them. */
const drawnBlocks = StateField.define<Drawn>({
  create: (state) => ({ hasFocus: false, blocks: draw(state, false) }),
  update(drawn, transaction) {
    const { state, startState } = transaction
    const hasFocus = transaction.effects.reduce((focus, effect) => (effect.is(focusChanged) ? effect.value : focus), drawn.hasFocus)
    const isSame = !transaction.docChanged && !transaction.selection && hasFocus === drawn.hasFocus && syntaxTree(state) === syntaxTree(startState)
    return isSame ? drawn : { hasFocus, blocks: draw(state, hasFocus) }
  },
  provide: (field) => EditorView.decorations.from(field, ({ blocks }) => blocks),
})

function draw(state: EditorState, hasFocus: boolean): DecorationSet {
  const found: Range<Decoration>[] = []
  const read = state.facet(readPicture)
  syntaxTree(state).iterate({
    enter: ({ name, from, to }) => {
      if (isWrittenIn(state, hasFocus, from, to)) return name !== 'Table' && name !== 'Image'
      if (name === 'Table') found.push(Decoration.replace({ widget: new DrawnTable(state.sliceDoc(from, to)), block: true }).range(state.doc.lineAt(from).from, to))
      if (name === 'Image' && state.doc.lineAt(from).text.trim() === state.sliceDoc(from, to)) {
        const [, alt = '', bracketed, bare = ''] = /^!\[(.*?)\]\((?:<(.*?)>|([^\s)]*))/s.exec(state.sliceDoc(from, to)) ?? []
        const line = state.doc.lineAt(from)
        found.push(Decoration.replace({ widget: new DrawnPicture(bracketed ?? bare, alt, read), block: true }).range(line.from, line.to))
      }
      return name !== 'Table'
    },
  })
  return Decoration.set(found, true)
}

/** Up and down go into what is drawn, which opens there; the editor by itself would step over it. */
const stepInto =
  (forward: boolean): Command =>
  (view) => {
    const { main } = view.state.selection
    if (!main.empty) return false
    const to = view.moveVertically(main, forward).head
    const line = view.state.doc.lineAt(main.head)
    // On the last line of all, or where nothing but the drawn lies below, the cursor does not move at all.
    const [from, until] = forward ? [line.to + 1, Math.max(to, line.to + 1)] : [Math.min(to, line.from - 1), line.from - 1]
    let place: number | null = null
    view.state.field(drawnBlocks).blocks.between(from, until, (start, end) => {
      if (forward ? start >= from && place === null : end <= until) place = forward ? start : end
    })
    // Within a line that is wrapped, up and down stay in it.
    if (place === null || (to !== main.head && to >= line.from && to <= line.to && to !== line.from && to !== line.to)) return false
    view.dispatch({ selection: { anchor: place }, scrollIntoView: true, userEvent: 'select' })
    return true
  }

export const liveBlocks = (read: ReadPicture | null): Extension => [
  drawnBlocks,
  keymap.of([
    { key: 'ArrowDown', run: stepInto(true) },
    { key: 'ArrowUp', run: stepInto(false) },
  ]),
  ...(read ? [readPicture.of(read)] : []),
  EditorView.focusChangeEffect.of((_state, focusing) => focusChanged.of(focusing)),
]

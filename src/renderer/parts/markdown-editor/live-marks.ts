import { syntaxTree } from '@codemirror/language'
import type { EditorState, Range } from '@codemirror/state'
import { Decoration, ViewPlugin, WidgetType, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'

const hidden = Decoration.replace({})
const link = Decoration.mark({ class: 'cm-link' })
const headings: Readonly<Record<string, Decoration>> = Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`ATXHeading${level}`, Decoration.line({ class: `cm-heading cm-heading-${level}` })]))
const quotation = Decoration.line({ class: 'cm-quotation' })
const fence = Decoration.line({ class: 'cm-fence' })

class Bullet extends WidgetType {
  override eq(): boolean {
    return true
  }
  toDOM(): HTMLElement {
    const dot = document.createElement('span')
    dot.className = 'cm-bullet'
    dot.textContent = '•'
    return dot
  }
}
const bullet = Decoration.replace({ widget: new Bullet() })

/** Whether somebody is writing between two places: there the marks stand open. */
export const isWrittenIn = (state: EditorState, hasFocus: boolean, from: number, to: number): boolean => hasFocus && state.selection.ranges.some((range) => range.from <= to && range.to >= from)

/** Marks of Markdown are out of sight on every line but the one that is being written; what they mean is shown. No text is changed by it. */
export const liveMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = decorate(view)
    }
    update(update: ViewUpdate) {
      const isReadFurther = syntaxTree(update.state) !== syntaxTree(update.startState)
      if (update.docChanged || update.selectionSet || update.focusChanged || update.viewportChanged || isReadFurther) this.decorations = decorate(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

function decorate(view: EditorView): DecorationSet {
  const { state } = view
  const found: Range<Decoration>[] = []
  const isOpen = (at: number) => {
    const line = state.doc.lineAt(at)
    return isWrittenIn(state, view.hasFocus, line.from, line.to)
  }
  const hide = (from: number, to: number) => {
    if (to > from && !isOpen(from)) found.push(hidden.range(from, to))
  }
  /** With the blank behind it, which belongs to the mark. */
  const hideWithBlank = (from: number, to: number) => hide(from, /\s/.test(state.sliceDoc(to, to + 1)) && to < state.doc.lineAt(from).to ? to + 1 : to)
  const eachLine = (from: number, to: number, decoration: Decoration) => {
    for (let at = from; at <= to; at = state.doc.lineAt(at).to + 1) found.push(decoration.range(state.doc.lineAt(at).from))
  }

  for (const range of view.visibleRanges) {
    syntaxTree(state).iterate({
      from: range.from,
      to: range.to,
      enter: ({ name, from, to, node }) => {
        const heading = headings[name]
        if (heading) found.push(heading.range(state.doc.lineAt(from).from))
        if (name === 'Blockquote' && node.parent?.name !== 'Blockquote') eachLine(from, to, quotation)
        if (name === 'HeaderMark' || name === 'QuoteMark') hideWithBlank(from, to)
        if (name === 'EmphasisMark' || (name === 'CodeMark' && node.parent?.name === 'InlineCode')) hide(from, to)
        if (name === 'ListMark' && node.parent?.parent?.name === 'BulletList' && !isOpen(from)) found.push(bullet.range(from, to))
        if (name === 'Link' && node.getChild('URL')) {
          const [opening, closing] = node.getChildren('LinkMark')
          if (!opening || !closing) return
          hide(opening.from, opening.to)
          found.push(link.range(opening.to, Math.max(opening.to + 1, closing.from)))
          hide(closing.from, to)
        }
      },
    })
    for (let at = range.from; at <= range.to; ) {
      const line = state.doc.lineAt(at)
      if (/^ {0,3}:{3,}/.test(line.text)) found.push(fence.range(line.from))
      at = line.to + 1
    }
  }
  return Decoration.set(found, true)
}

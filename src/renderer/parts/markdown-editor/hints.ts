import { Decoration, MatchDecorator, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'

const OPENING = '<!--'
const CLOSING = '-->'
const hidden = Decoration.replace({})
const hint = Decoration.mark({ class: 'cm-hint' })

/** Advice to the writer stands in the text as an HTML comment, which no slide and no script shows; here it is read as a sentence, without its marks. */
const hints = new MatchDecorator({
  regexp: /<!--.*?-->/g,
  decorate: (add, from, to) => {
    add(from, from + OPENING.length, hidden)
    add(from + OPENING.length, to - CLOSING.length, hint)
    add(to - CLOSING.length, to, hidden)
  },
})

export const hintHighlighting = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = hints.createDeco(view)
    }
    update(update: ViewUpdate) {
      this.decorations = hints.updateDeco(update, this.decorations)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

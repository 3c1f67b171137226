import { Decoration, MatchDecorator, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'

/** Cues of a script as formats.md names them, in both languages; the number is seconds or minutes, as the cue has it. */
const CUE = /\[(?:翻页|next|停顿(?:\s*[\d.]+)?|pause(?:\s*[\d.]+)?|提问|ask|互动(?:\s*[\d.]+)?|activity(?:\s*[\d.]+)?)\]/g

const cues = new MatchDecorator({ regexp: CUE, decoration: Decoration.mark({ class: 'cm-cue' }) })

/** Sets the cues of a script apart from what is said. */
export const cueHighlighting = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = cues.createDeco(view)
    }
    update(update: ViewUpdate) {
      this.decorations = cues.updateDeco(update, this.decorations)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

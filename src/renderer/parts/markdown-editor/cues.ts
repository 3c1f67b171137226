import { Decoration, MatchDecorator, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'
import { cuePattern } from '../../../shared/speech/parse-script'

const cues = new MatchDecorator({ regexp: new RegExp(cuePattern),  decoration: Decoration.mark({ class: 'cm-cue' }) })

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

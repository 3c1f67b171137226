import { Prec, type EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, type Command } from '@codemirror/view'
import { cuePattern } from '../../../shared/speech/parse-script'

/** Where the number of a cue stands; empty, before the closing bracket, where it has none yet. Offsets into the document. */
type Amount = { readonly from: number; readonly to: number; readonly value: number }

/** What `[停顿]` and `[互动]` count from when they are given their first number. */
const FIRST = 1
const MOST = 600

/** The number of the cue that a place lies in, its brackets included; null outside of cues and in those that take none. */
export function amountAt(state: EditorState, at: number): Amount | null {
  const line = state.doc.lineAt(at)
  for (const match of line.text.matchAll(cuePattern)) {
    const start = line.from + match.index
    const end = start + match[0].length
    if (at < start || at > end) continue
    const digits = match[3] ?? match[6]
    if (digits !== undefined) {
      const from = start + match[0].indexOf(digits)
      return { from, to: from + digits.length, value: Number(digits.normalize('NFKC')) || 0 }
    }
    return match[2] === undefined && match[5] === undefined ? null : { from: end - 1, to: end - 1, value: 0 }
  }
  return null
}

/** More or less seconds of a pause, or minutes of an activity, for the cue that the cursor stands in. */
const changeBy =
  (step: 1 | -1): Command =>
  (view) => {
    const amount = amountAt(view.state, view.state.selection.main.head)
    if (amount === null) return false
    const value = Math.max(FIRST, Math.min(MOST, amount.value + step))
    const insert = `${amount.from === amount.to ? ' ' : ''}${value}`
    view.dispatch({ changes: { from: amount.from, to: amount.to, insert }, selection: { anchor: amount.from + insert.length - String(value).length, head: amount.from + insert.length }, userEvent: 'input' })
    return true
  }

/** A press on a cue selects its number, so that what is typed next takes its place; Alt ↑ and ↓ change it by one. */
export const cueAmounts: Extension = [
  Prec.high(
    keymap.of([
      { key: 'Alt-ArrowUp', run: changeBy(1) },
      { key: 'Alt-ArrowDown', run: changeBy(-1) },
    ]),
  ),
  EditorView.domEventHandlers({
    mousedown: (event, view) => {
      if (event.button !== 0 || event.shiftKey || !(event.target instanceof HTMLElement)) return false
      const chip = event.target.closest('.cm-cue')
      const amount = chip === null ? null : amountAt(view.state, view.posAtDOM(chip) + 1)
      if (amount === null) return false
      view.dispatch({ selection: { anchor: amount.from, head: amount.to } })
      view.focus()
      return true
    },
  }),
]

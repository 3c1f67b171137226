import { syntaxTree } from '@codemirror/language'
import { EditorSelection, type ChangeSpec } from '@codemirror/state'
import type { Command, EditorView } from '@codemirror/view'

/** Sets what is selected between marks, or takes them away where it stands between them; without a selection the cursor comes to stand between new ones. */
const toggleMark =
  (mark: '**' | '*', name: 'StrongEmphasis' | 'Emphasis'): Command =>
  (view) => {
    const { state } = view
    if (state.readOnly) return false
    view.dispatch(
      state.update(
        state.changeByRange((range) => {
          let node = syntaxTree(state).resolveInner(range.from, 1)
          while (node.name !== name && node.parent) node = node.parent
          if (node.name === name && node.to >= range.to) {
            const [opening, closing] = node.getChildren('EmphasisMark')
            if (opening && closing)
              return {
                changes: [
                  { from: opening.from, to: opening.to },
                  { from: closing.from, to: closing.to },
                ],
                range: EditorSelection.range(Math.max(opening.from, range.anchor - mark.length), Math.max(opening.from, range.head - mark.length)),
              }
          }
          return {
            changes: [
              { from: range.from, insert: mark },
              { from: range.to, insert: mark },
            ],
            range: EditorSelection.range(range.anchor + mark.length, range.head + mark.length),
          }
        }),
        { userEvent: 'input.format', scrollIntoView: true },
      ),
    )
    return true
  }

export const toggleStrong = toggleMark('**', 'StrongEmphasis')
export const toggleEmphasis = toggleMark('*', 'Emphasis')

/** `[what is selected](…)` with the cursor where the address goes. */
export const insertLink: Command = (view) => {
  const { state } = view
  if (state.readOnly) return false
  view.dispatch(
    state.update(
      state.changeByRange((range) => ({
        changes: [
          { from: range.from, insert: '[' },
          { from: range.to, insert: ']()' },
        ],
        range: EditorSelection.cursor(range.empty ? range.from + 1 : range.to + 3),
      })),
      { userEvent: 'input.format', scrollIntoView: true },
    ),
  )
  return true
}

/** What can stand at the start of a line; whatever stands there gives way to another. */
const START = /^(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+)/

/** Turns the selected lines into those with another start, or back into plain ones when all of them have it already. */
const toggleStart =
  (is: RegExp, start: (index: number) => string): Command =>
  (view) => {
    const { state } = view
    if (state.readOnly) return false
    const lines = linesOf(view)
    const written = lines.filter(({ text }) => text.trim() !== '' || lines.length === 1)
    const isOff = written.every(({ text }) => is.test(text))
    const changes = written.map(({ from, text }, index): ChangeSpec => ({ from, to: from + (START.exec(text)?.[0].length ?? 0), insert: isOff ? '' : start(index) }))
    const set = state.changes(changes)
    view.dispatch({ changes: set, selection: state.selection.map(set, 1), userEvent: 'input.format', scrollIntoView: true })
    return true
  }

/** Level 3, the highest within a material: 1 and 2 are the sections and slides of a talk. */
export const toggleHeading = toggleStart(/^#{1,6}[ \t]/, () => '### ')
export const toggleBullets = toggleStart(/^[-*+][ \t]/, () => '- ')
export const toggleNumbers = toggleStart(/^\d{1,9}[.)][ \t]/, (index) => `${index + 1}. `)
export const toggleQuotation = toggleStart(/^>/, () => '> ')

const linesOf = ({ state }: EditorView) =>
  state.selection.ranges.flatMap(({ from, to }) => {
    const first = state.doc.lineAt(from).number
    return Array.from({ length: state.doc.lineAt(to).number - first + 1 }, (_, at) => state.doc.line(first + at))
  })

const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)/

/**
 * Tab in a list puts its item under the one before; false where there is none to go under, so that Tab goes on to the next field and the
 * keyboard is never caught.
 */
export const indentItem: Command = (view) => {
  const { state } = view
  const [first] = linesOf(view)
  const item = ITEM.exec(first?.text ?? '')
  if (!first || !item || first.number === 1) return false
  const above = ITEM.exec(state.doc.line(first.number - 1).text)
  if (!above || (above[1]?.length ?? 0) < (item[1]?.length ?? 0)) return false
  const by = ' '.repeat((above[2]?.length ?? 1) + 1)
  return shift(view, (text) => (ITEM.test(text) ? { from: 0, insert: by } : null))
}

export const outdentItem: Command = (view) => {
  const [first] = linesOf(view)
  const item = ITEM.exec(first?.text ?? '')
  if (!first || !item || item[1] === '') return false
  return shift(view, (text) => {
    const indent = ITEM.exec(text)?.[1] ?? ''
    return indent === '' ? null : { from: 0, to: Math.min(indent.length, (item[1]?.length ?? 0) % 3 === 0 ? 3 : 2) }
  })
}

function shift(view: EditorView, change: (text: string) => { from: number; to?: number; insert?: string } | null): boolean {
  const changes = linesOf(view).flatMap(({ from, text }) => {
    const own = change(text)
    return own ? [{ from: from + own.from, to: from + (own.to ?? own.from), insert: own.insert ?? '' }] : []
  })
  view.dispatch({ changes, userEvent: 'input.indent', scrollIntoView: true })
  return true
}

/** Puts Markdown of its own block in place of the selection, a blank line on either side where text stands. */
export function insertBlock(view: EditorView, markdown: string): void {
  const { state } = view
  const { from, to } = state.selection.main
  const before = state.sliceDoc(0, from).replace(/[ \t]+$/, '')
  const after = state.sliceDoc(to)
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  const tail = /^\s*$/.test(after) ? '\n' : after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n'
  const insert = `${lead}${markdown.trim()}${tail}`
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: 'input.paste', scrollIntoView: true })
}

import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { Language } from '../../../shared/language'
import { amountAt } from './cue-amount'

/** The cues of a script (formats.md) as they are written in a new one: page turn, pause in seconds, question, activity in minutes. */
export const scriptCues = {
  'zh-CN': { cueNext: '[翻页]', cuePause: '[停顿 2]', cueAsk: '[提问]', cueActivity: '[互动 3]' },
  en: { cueNext: '[next]', cuePause: '[pause 2]', cueAsk: '[ask]', cueActivity: '[activity 3]' },
} as const
export const cueNames = ['cueNext', 'cuePause', 'cueAsk', 'cueActivity'] as const

/** An opening bracket, also as an input method gives it, and what was typed behind it. */
const OPENED = /[[［【][^[\]［］【】\n]{0,8}$/

/** Puts a cue in place of the bracket that was typed, with its number selected. */
const apply = (cue: string) => (view: EditorView, _completion: Completion, from: number, to: number) => {
  const closed = /^[\]］】]/.test(view.state.sliceDoc(to, to + 1)) ? to + 1 : to
  view.dispatch({ changes: { from, to: closed, insert: cue }, selection: { anchor: from + cue.length }, userEvent: 'input.complete' })
  const amount = amountAt(view.state, from + 1)
  if (amount !== null && amount.to > amount.from) view.dispatch({ selection: { anchor: amount.from, head: amount.to } })
}

const completing = (language: Language): Extension => {
  const options = cueNames.map((name): Completion => ({ label: scriptCues[language][name], apply: apply(scriptCues[language][name]) }))
  const source = (context: CompletionContext): CompletionResult | null => {
    const opened = context.matchBefore(OPENED)
    if (opened === null) return null
    const typed = opened.text.slice(1).trim().toLowerCase()
    const fitting = options.filter(({ label }) => label.slice(1).startsWith(typed))
    return fitting.length === 0 ? null : { from: opened.from, options: fitting, filter: false }
  }
  return autocompletion({ override: [source], icons: false, activateOnTyping: true })
}

/** Offers the cues of a language as soon as a bracket is opened. */
export const cueCompletion: Readonly<Record<Language, Extension>> = { 'zh-CN': completing('zh-CN'), en: completing('en') }

import { stepWarning } from '../../shared/in-step/step-warning'
import type { Localized } from '../../shared/language'
import { blockOfLine } from '../../shared/markdown/block-of-line'
import { parseTalk } from '../../shared/markdown/parse-talk'
import type { StepFinding } from '../../shared/model/in-step'
import { prepareTalk, type TalkWish } from './prepare-talk'

export type Severity = 'error' | 'warning' | 'hint'

/** One thing that the check before a talk found (formats.md, "Command line"). */
export type TalkFinding = {
  /** The code of the warning, stable. */
  readonly rule: string
  readonly severity: Severity
  /** The block's key and title; null where it is about the talk as a whole. */
  readonly block: string | null
  readonly title: string
  /** Where in the text, `line 12`; empty where no line is to blame. */
  readonly place: string
  readonly message: Localized
  /** What to do, where the message does not say it already. */
  readonly suggestion?: Localized
}

/** What would not be shown or said as it was meant: an audience would miss it. */
const errors: ReadonlySet<string> = new Set(['unknown-directive', 'unclosed-directive', 'malformed-directive', 'straddling-condition', 'broken-table', 'bad-front-matter', 'content-not-shown', 'missing-picture'])
/** What a lecturer may well have wanted so. */
const hints: ReadonlySet<string> = new Set(['slide-continued', 'format-lane-share', 'long-sentences', 'rare-characters'])

const severityOf = (rule: string): Severity => (errors.has(rule) ? 'error' : hints.has(rule) ? 'hint' : 'warning')

const suggestions: Readonly<Record<StepFinding['kind'], Localized>> = {
  'script-behind': { 'zh-CN': '改讲稿；如果不用改，在讲稿台上按“已一致”。', en: 'Edit the script; if it need not change, press “They agree” at the desk.' },
  'slide-behind': { 'zh-CN': '改页面；如果不用改，在讲稿台上按“已一致”。', en: 'Edit the slide; if it need not change, press “They agree” at the desk.' },
  'material-changed': { 'zh-CN': '在讲稿台上看改动，选“用新的”或“保留现在的”。', en: 'Look at the change at the desk, and take the new text or keep yours.' },
  'material-gone': { 'zh-CN': '从回收站恢复素材，或换一个出处。', en: 'Restore the material from the trash, or cite another.' },
  'material-stale': { 'zh-CN': '核对一下是否还能讲，或换用新的素材。', en: 'Make sure that it can still be said, or use a newer material.' },
}

/**
 * The check before a talk is given: how its text reads, its pictures, its slides, its format and audience, and whether slides, scripts and materials are
 * in step.
 * @param steps what is out of step; none for a talk that no library holds
 * @returns errors first, otherwise in the order of what was checked
 */
export function checkTalk(wish: TalkWish, steps: readonly StepFinding[]): readonly TalkFinding[] {
  const talk = parseTalk(wish.markdown).value
  const titles = new Map(talk.sections.flatMap(({ blocks }) => blocks.map(({ key, title }) => [key, title] as const)))
  const inBlock = (block: string | null) => ({ block, title: block === null ? '' : (titles.get(block) ?? '') })
  const found = [
    ...prepareTalk(wish).warnings.map(({ code, place, message }): TalkFinding => ({ rule: code, severity: severityOf(code), ...inBlock(blockOfLine(talk, place)), place, message })),
    ...steps.map((step): TalkFinding => ({ rule: step.kind, severity: 'warning', ...inBlock(step.block), place: '', message: stepWarning(step).message, suggestion: suggestions[step.kind] })),
  ]
  const order: readonly Severity[] = ['error', 'warning', 'hint']
  return found.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
}

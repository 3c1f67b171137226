import { assertNever } from '../assert-never'
import type { Language, Localized } from '../language'
import type { StepFinding } from '../model/in-step'
import type { Warning } from '../outcome'
import { stepWords } from './step-words'

/** A finding as a sentence for the list of problems. */
export const stepWarning = (finding: StepFinding): Warning => ({ code: finding.kind, place: '', message: sentenceOf(finding) })

const both = (say: (text: (typeof stepWords)[Language]) => string): Localized => ({ 'zh-CN': say(stepWords['zh-CN']), en: say(stepWords.en) })

const sentenceOf = (finding: StepFinding): Localized => {
  switch (finding.kind) {
    case 'script-behind':
    case 'slide-behind':
      return both((text) => text[finding.kind])
    case 'material-changed':
    case 'material-gone':
      return both((text) => text[finding.kind](finding.title))
    case 'material-stale':
      return both((text) => text[finding.kind](finding.title, finding.reasons.includes('source-superseded') ? text.superseded(finding.source) : text.expired(finding.validUntil)))
    default:
      return assertNever(finding)
  }
}

import { assertNever } from '../../../../shared/assert-never'
import type { Localized } from '../../../../shared/language'
import type { StepFinding } from '../../../../shared/model/in-step'
import type { Warning } from '../../../../shared/outcome'
import { messages } from './messages'

/** A finding as a sentence for the list of problems. */
export const stepWarning = (finding: StepFinding): Warning => ({ code: finding.kind, place: '', message: sentenceOf(finding) })

const both = (say: (text: (typeof messages)['zh-CN']) => string): Localized => ({ 'zh-CN': say(messages['zh-CN']), en: say(messages.en) })

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

import type { Proposal } from '../../../shared/contract/proposals'
import { useText } from '../../i18n/language'
import { kindNames } from '../material-kind/material-words'
import { messages } from './messages'

const against: ReadonlySet<string> = new Set(['other-audience', 'told-lately', 'used-lately', 'too-long', 'expiring', 'other-language'])

/** The reasons of a proposal in words, those for it first; `against` marks the others. */
export function useReasonWords(): (proposal: Proposal) => readonly { readonly words: string; readonly against: boolean }[] {
  const text = useText(messages)
  const kinds = useText(kindNames)
  const wordsOf = (reason: Proposal['reasons'][number]): string => {
    if (reason.code === 'kind') return text.kind(kinds[reason.kind])
    return reason.code === 'topic' ? text.topic(reason.topic) : text[reason.code]
  }
  return ({ reasons }) => reasons.map((reason) => ({ words: wordsOf(reason), against: against.has(reason.code) })).toSorted((a, b) => Number(a.against) - Number(b.against))
}

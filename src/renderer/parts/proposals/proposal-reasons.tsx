import type { Proposal } from '../../../shared/contract/proposals'
import styles from './proposals.module.css'
import { useReasonWords } from './use-reason-words'

/** Why a material is proposed, in one line; what speaks against it stands in amber. */
export function ProposalReasons({ proposal }: { proposal: Proposal }) {
  const reasonWords = useReasonWords()
  return (
    <span className={styles.reasons}>
      {reasonWords(proposal).map(({ words, against }) => (
        <span key={words} className={styles.reason} data-against={against || undefined}>
          {words}
        </span>
      ))}
    </span>
  )
}

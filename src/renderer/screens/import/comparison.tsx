import { Button, CloseButton, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { SimilarMaterial } from '../../../shared/contract/versions'
import type { TextDiff } from '../../../shared/model/text-diff'
import { useText } from '../../i18n/language'
import styles from './comparison.module.css'
import { messages } from './messages'
import { choices, type Choice, type Decision } from './review'

type ComparisonProps = {
  /** Existing materials close to the proposal, nearest first; empty where there is none. */
  matches: readonly SimilarMaterial[]
  decision: Decision | null
  onDecide: (decision: Decision) => void
  onNext: (() => void) | null
  onClose: () => void
}

/** Digits that choose, in the order of {@link choices}. */
export const choiceOfKey = (key: string): Choice | undefined => choices[Number(key) - 1]

/** What the library has beside what was read: what only the one says is marked left, what only the other says right. */
export function Comparison({ matches, decision, onDecide, onNext, onClose }: ComparisonProps) {
  const text = useText(messages)
  const [place, setPlace] = useState(0)
  const match = matches[Math.min(place, matches.length - 1)]
  return (
    <section className={styles.comparison} aria-label={text.compare}>
      <Group className={styles.bar} gap="sm" justify="space-between">
        <Group gap="xs">
          {match &&
            choices.map((choice, at) => (
              <Button
                key={choice}
                size="compact-sm"
                variant={decision?.choice === choice && decision.existing === match.id ? 'filled' : 'default'}
                aria-pressed={decision?.choice === choice && decision.existing === match.id}
                aria-keyshortcuts={`${at + 1}`}
                title={text.choiceHints[choice]}
                onClick={() => onDecide({ choice, existing: match.id })}
              >
                <span className={styles.digit}>{at + 1}</span> {text.choices[choice]}
              </Button>
            ))}
        </Group>
        <Group gap="xs">
          {matches.length > 1 && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setPlace((place + 1) % matches.length)}>
              {text.matchOf(Math.min(place, matches.length - 1) + 1, matches.length)}
            </Button>
          )}
          {onNext && (
            <Button size="compact-sm" variant="subtle" onClick={onNext} aria-keyshortcuts="N">
              {text.nextNear}
            </Button>
          )}
          <CloseButton size="sm" aria-label={text.closeComparison} aria-keyshortcuts="C" onClick={onClose} />
        </Group>
      </Group>
      {match ? (
        <div className={styles.sides}>
          <Side name={text.inLibrary} detail={[match.source, match.locator].filter(Boolean).join(' · ')} without="added" title={match.title} body={match.body} />
          <Side name={text.proposed} detail={text.similarity(Math.round(match.similarity * 100))} without="removed" title={match.title} body={match.body} />
        </div>
      ) : (
        <Text c="dimmed" size="sm" p="md">
          {text.nothingNear}
        </Text>
      )}
    </section>
  )
}

function Side({ name, detail, without, title, body }: { name: string; detail: string; without: 'added' | 'removed'; title: TextDiff; body: TextDiff }) {
  return (
    <article className={styles.side} tabIndex={0} aria-label={name}>
      <Text size="xs" c="dimmed" truncate title={detail}>
        <b>{name}</b>
        {detail && ` · ${detail}`}
      </Text>
      <p className={styles.sideTitle}>
        <Marked diff={title} without={without} />
      </p>
      <p className={styles.sideBody}>
        <Marked diff={body} without={without} />
      </p>
    </article>
  )
}

/** One side of a difference. What only this side says is `<del>` left and `<ins>` right: marked by line and colour, and said by screen readers. */
function Marked({ diff, without }: { diff: TextDiff; without: 'added' | 'removed' }) {
  return diff.map(({ kind, text }, place) => {
    if (kind === without) return null
    if (kind === 'same') return <span key={place}>{text}</span>
    return kind === 'removed' ? <del key={place}>{text}</del> : <ins key={place}>{text}</ins>
  })
}

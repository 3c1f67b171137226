import { Button, CloseButton, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { CloseMatch, CloseText } from '../../../shared/contract/imports'
import type { TextDiff } from '../../../shared/model/text-diff'
import { useText } from '../../i18n/language'
import styles from './comparison.module.css'
import { messages } from './messages'
import { choices, type Choice, type Decision } from './review'

type ComparisonProps = {
  /** What the proposal is close to, nearest first; empty where there is nothing, null while it is looked up. */
  matches: readonly CloseMatch[] | null
  decision: Decision | null
  onDecide: (decision: Decision) => void
  onNext: (() => void) | null
  onClose: () => void
}

/** Digits that choose, in the order of {@link choices}. */
export const choiceOfKey = (key: string): Choice | undefined => choices[Number(key) - 1]

/** What is there already, in the library or in an earlier file, beside what was read: what only the one says is marked left, what only the other says right. */
export function Comparison({ matches, decision, onDecide, onNext, onClose }: ComparisonProps) {
  const text = useText(messages)
  const [place, setPlace] = useState(0)
  const count = matches?.length ?? 0
  const at = Math.min(place, count - 1)
  const match = matches?.[at]
  const isChosen = (choice: Choice, { text }: CloseMatch) => decision?.choice === choice && isSameText(decision.other, text)
  return (
    <section className={styles.comparison} aria-label={text.compare}>
      <Group className={styles.bar} gap="sm" justify="space-between">
        <Group gap="xs">
          {match &&
            choices.map((choice, position) => (
              <Button
                key={choice}
                size="compact-sm"
                variant={isChosen(choice, match) ? 'filled' : 'default'}
                aria-pressed={isChosen(choice, match)}
                aria-keyshortcuts={`${position + 1}`}
                title={text.choiceHints[choice]}
                onClick={() => onDecide({ choice, other: match.text })}
              >
                <span className={styles.digit}>{position + 1}</span> {text.choices[choice]}
              </Button>
            ))}
        </Group>
        <Group gap="xs">
          {count > 1 && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setPlace((at + 1) % count)}>
              {text.matchOf(at + 1, count)}
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
          <Side name={text.already[match.text.of]} detail={[match.source, match.locator].filter(Boolean).join(' · ')} without="added" title={match.title} body={match.body} />
          <Side name={text.proposed} detail={text.similarity(Math.round(match.similarity * 100))} without="removed" title={match.title} body={match.body} />
        </div>
      ) : (
        <Text c="dimmed" size="sm" p="md" aria-busy={matches === null}>
          {matches !== null && text.nothingNear}
        </Text>
      )}
    </section>
  )
}

const isSameText = (one: CloseText, other: CloseText): boolean =>
  one.of === 'library' ? other.of === 'library' && one.id === other.id : other.of === 'import' && one.key === other.key && one.index === other.index

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

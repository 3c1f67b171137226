import { Text, UnstyledButton } from '@mantine/core'
import type { OutlineEntry } from '../../../shared/model/source'
import { useText } from '../../i18n/language'
import { numbered } from '../../parts/source-paragraphs/numbered'
import styles from './import.module.css'
import { messages } from './messages'

/** The headings found, indented by level; pressing one goes to the first proposal beneath it. `entries` null while they are fetched: the place stays. */
export function Outline({ entries, onChoose }: { entries: readonly OutlineEntry[] | null; onChoose: (paragraph: number) => void }) {
  const text = useText(messages)
  return (
    <nav aria-label={text.outline} className={styles.outline}>
      <h2 className={styles.label}>{text.outline}</h2>
      {entries?.length === 0 && (
        <Text size="sm" c="dimmed" px="md">
          {text.noOutline}
        </Text>
      )}
      <ul className={styles.list}>
        {entries?.map((entry) => (
          <li key={entry.paragraph}>
            <UnstyledButton className={styles.heading} style={{ paddingLeft: `${0.75 + (entry.level - 1) * 0.75}rem` }} data-level={entry.level} onClick={() => onChoose(entry.paragraph)} title={numbered(entry.number, entry.title)}>
              {numbered(entry.number, entry.title)}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </nav>
  )
}

import { Badge, Button, Group, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { assertNever } from '../../../../shared/assert-never'
import type { BlockChange } from '../../../../shared/block-alignment/compare-talks'
import type { BlockText } from '../../../../shared/markdown/block-texts'
import type { DiffPiece, TextDiff } from '../../../../shared/model/text-diff'
import { useText } from '../../../i18n/language'
import { TextDiffView } from '../../../parts/text-diff/text-diff-view'
import { messages } from './messages'
import styles from './versions.module.css'

const colours = { changed: 'blue', added: 'green', removed: 'red', moved: 'grape' } as const

const whole = (text: string, kind: DiffPiece['kind']): TextDiff => (text === '' ? [] : [{ kind, text }])
const differs = (pieces: TextDiff): boolean => pieces.some(({ kind }) => kind !== 'same')

/** The parts of a block in which the two states differ. */
const partsOf = (change: BlockChange): readonly (readonly ['title' | 'shown' | 'said', TextDiff])[] => {
  switch (change.kind) {
    case 'same':
      return []
    case 'changed':
      return (['title', 'shown', 'said'] as const).flatMap((part) => (differs(change[part]) ? [[part, change[part]] as const] : []))
    case 'added':
    case 'removed': {
      const block = change.after ?? change.before
      return (['shown', 'said'] as const).flatMap((part) => (block[part] === '' ? [] : [[part, whole(block[part], change.kind)] as const]))
    }
    default:
      return assertNever(change)
  }
}

/** One block at two times; from an earlier one it can be brought back beside what stands there now. */
export function BlockChangeView({ change, onBringBack }: { change: BlockChange; onBringBack: (block: BlockText) => void }) {
  const text = useText(messages)
  const block = change.after ?? change.before
  const marks = [...(change.kind === 'same' ? [] : [change.kind]), ...('moved' in change && change.moved ? (['moved'] as const) : [])]
  const { before } = change
  return (
    <section className={styles.change}>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Group gap="xs" className={styles.name}>
          {marks.map((mark) => (
            <Badge key={mark} size="sm" tt="none" variant="light" color={colours[mark]}>
              {text.count[mark]}
            </Badge>
          ))}
          <Text size="sm" fw={600}>
            {block.title || text.untitled}
          </Text>
          <Text size="xs" c="dimmed">
            {block.section}
          </Text>
        </Group>
        {before && change.kind !== 'same' && (
          <Button size="compact-xs" variant="subtle" className={styles.back} leftSection={<IconArrowBackUp size={14} />} onClick={() => onBringBack(before)}>
            {text.bringBack}
          </Button>
        )}
      </Group>
      {partsOf(change).map(([part, pieces]) => (
        <div key={part} className={styles.part}>
          <Text size="xs" c="dimmed">
            {text[part]}
          </Text>
          <TextDiffView pieces={pieces} />
        </div>
      ))}
    </section>
  )
}

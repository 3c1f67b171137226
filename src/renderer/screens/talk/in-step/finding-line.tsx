import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { StepFinding } from '../../../../shared/model/in-step'
import { useLocalized, useText } from '../../../i18n/language'
import styles from './in-step.module.css'
import { messages } from './messages'
import { stepWarning } from '../../../../shared/in-step/step-warning'

/** One finding: its sentence, its buttons, and below, where asked for, what changed. */
export function FindingLine({ finding, hint, difference, children }: { finding: StepFinding; /** Beside the sentence, in small; empty for none. */ hint: string; difference?: ReactNode; children: ReactNode }) {
  const text = useText(messages)
  const localized = useLocalized()
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <Group gap="xs" className={styles.line}>
        <Group gap={6} wrap="nowrap" className={styles.sentence}>
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
          <Text size="sm">{localized(stepWarning(finding).message)}</Text>
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
        </Group>
        {difference && (
          <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? text.hide : text.show}
          </Button>
        )}
        {children}
      </Group>
      {isOpen && <div className={styles.difference}>{difference}</div>}
    </div>
  )
}

import { Alert, List } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Talk } from '../../../../shared/model/block'
import { useLocalized, useText } from '../../../i18n/language'
import { messages } from './messages'
import { stepWarning } from '../../../../shared/in-step/step-warning'
import type { Steps } from './use-in-step'

/** Names the blocks that are out of step before a talk is exported. Nothing where all is in step. */
export function StepsBeforeExport({ talk, steps }: { talk: Talk; steps: Steps }) {
  const text = useText(messages)
  const localized = useLocalized()
  const found = talk.sections.flatMap(({ blocks }) => blocks).flatMap(({ key, title }) => (steps.get(key) ?? []).map((finding) => text.of(title || text.untitled, localized(stepWarning(finding).message))))
  if (found.length === 0) return null
  return (
    <Alert variant="default" icon={<IconAlertTriangle size={18} stroke={1.6} />} title={text.beforeExport(found.length)}>
      <List size="sm" mah={140} style={{ overflow: 'auto' }} tabIndex={0}>
        {found.map((sentence, index) => (
          <List.Item key={index}>{sentence}</List.Item>
        ))}
      </List>
    </Alert>
  )
}

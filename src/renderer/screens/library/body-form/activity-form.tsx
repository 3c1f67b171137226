import { Stack, Text, TextInput } from '@mantine/core'
import { readActivity, writeActivity } from '../../../../shared/body-fields/activity-fields'
import { useText } from '../../../i18n/language'
import { RichMarkdownEditor } from '../../../parts/markdown-editor/rich-markdown-editor'
import type { BodyProps } from './body-form'
import { messages } from './messages'
import { useBodyFields } from './use-body-fields'

/** What the hall does together: for how long, and step by step. */
export function ActivityForm({ body, onChange }: BodyProps) {
  const text = useText(messages)
  const [told, change] = useBodyFields(body, readActivity, writeActivity, onChange)
  return (
    <Stack gap="sm">
      <TextInput label={text.minutes} w={120} inputMode="numeric" maxLength={3} value={told.minutes} onChange={(event) => change({ ...told, minutes: event.currentTarget.value.replace(/\D/g, '') })} />
      <Stack gap={4}>
        <Text size="sm" fw={500} aria-hidden>
          {text.steps}
        </Text>
        <RichMarkdownEditor label={text.steps} placeholder={text.stepsHint} value={told.steps} onChange={(steps) => change({ ...told, steps })} />
      </Stack>
    </Stack>
  )
}

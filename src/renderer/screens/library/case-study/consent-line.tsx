import { Text } from '@mantine/core'
import type { Consent } from '../../../../shared/model/material'
import { useText } from '../../../i18n/language'
import { consentNames, messages } from './messages'

/** Whether the people shown have agreed, and on what that rests; nothing where nobody has asked. */
export function ConsentLine({ consent }: { consent: Consent | undefined }) {
  const text = useText(messages)
  const consents = useText(consentNames)
  if (!consent || consent.state === 'none') return null
  return (
    <Text size="sm" c="dimmed">
      {[text.consentIs(consents[consent.state]), consent.note].filter(Boolean).join(' · ')}
    </Text>
  )
}

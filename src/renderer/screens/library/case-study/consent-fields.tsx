import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { consentStates, type Consent } from '../../../../shared/model/material'
import { useText } from '../../../i18n/language'
import { consentNames, messages } from './messages'

const unasked: Consent = { state: 'none', note: '' }

/** Whether the people shown have agreed, and on what grounds. */
export function ConsentFields({ consent = unasked, onChange }: { consent: Consent | undefined; onChange: (consent: Consent) => void }) {
  const text = useText(messages)
  const names = useText(consentNames)
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NativeSelect
        label={text.consent}
        value={consent.state}
        data={consentStates.map((state) => ({ value: state, label: names[state] }))}
        onChange={(event) => onChange({ ...consent, state: consentStates.find((state) => state === event.currentTarget.value) ?? 'none' })}
      />
      {consent.state !== 'none' && (
        <TextInput label={text.consentNote} placeholder={text.consentNoteHint} maxLength={2000} value={consent.note} onChange={(event) => onChange({ ...consent, note: event.currentTarget.value })} />
      )}
    </SimpleGrid>
  )
}

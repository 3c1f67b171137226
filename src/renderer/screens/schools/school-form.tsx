import { ActionIcon, Button, Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { schoolLevels, SchoolLevel, type School, type SchoolContact, type SchoolDraft } from '../../../shared/model/school'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useText } from '../../i18n/language'
import { useStoredDraft } from '../../parts/stored-draft/use-stored-draft'
import { levelNames, messages } from './messages'
import styles from './schools.module.css'

const blank: SchoolContact = { name: '', role: '', reach: '' }

/** What is known of a school. What is typed is stored when the keys rest; a contact without a name waits for one. */
export function SchoolForm({ school }: { school: School }) {
  const text = useText(messages)
  const levels = useText(levelNames)
  const engine = useEngine()
  const fail = useFailure()
  const { id, name, short, district, level, contacts, notes } = school
  const stored = useMemo((): SchoolDraft => ({ name, short, district, level, contacts: [...contacts], notes }), [name, short, district, level, contacts, notes])
  const [draft, change] = useStoredDraft(stored, (next) => {
    const kept = next.contacts.filter((contact) => contact.name.trim() !== '')
    engine.schools.change({ id, changes: { ...next, name: next.name.trim() === '' ? name : next.name, contacts: kept } }).catch(fail)
  })
  const set = (changes: Partial<SchoolDraft>) => change({ ...draft, ...changes })
  const setContact = (at: number, changes: Partial<SchoolContact>) => set({ contacts: draft.contacts.map((contact, index) => (index === at ? { ...contact, ...changes } : contact)) })
  const parts = [
    ['name', text.contactName],
    ['role', text.contactRole],
    ['reach', text.contactReach],
  ] as const
  return (
    <div className={styles.form}>
      <TextInput label={text.name} value={draft.name} maxLength={200} error={draft.name.trim() === '' ? text.nameNeeded : undefined} onChange={(event) => set({ name: event.currentTarget.value })} />
      <div className={styles.three}>
        <TextInput label={text.short} description={text.shortHint} value={draft.short} maxLength={100} onChange={(event) => set({ short: event.currentTarget.value })} inputWrapperOrder={['label', 'input', 'description']} />
        <TextInput label={text.district} value={draft.district} maxLength={100} onChange={(event) => set({ district: event.currentTarget.value })} />
        <Select
          label={text.level}
          placeholder={text.unknownLevel}
          clearable
          data={schoolLevels.map((value) => ({ value, label: levels[value] }))}
          value={draft.level}
          onChange={(value) => set({ level: SchoolLevel.safeParse(value).data ?? null })}
        />
      </div>
      <div role="group" aria-label={text.contacts}>
        <Text size="sm" fw={500} mb={4}>
          {text.contacts}
        </Text>
        {draft.contacts.map((contact, at) => (
          // Contacts have nothing that tells them apart but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <Group key={at} gap="sm" mb="sm" wrap="nowrap">
            {parts.map(([part, label]) => (
              <TextInput
                key={part}
                aria-label={text.contactOf(label, at + 1)}
                placeholder={label}
                value={contact[part]}
                maxLength={part === 'reach' ? 200 : 100}
                style={{ flex: 1 }}
                onChange={(event) => setContact(at, { [part]: event.currentTarget.value })}
              />
            ))}
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={text.removeContact(at + 1)} onClick={() => set({ contacts: draft.contacts.filter((_, index) => index !== at) })}>
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} disabled={draft.contacts.length >= 50} onClick={() => set({ contacts: [...draft.contacts, blank] })}>
          {text.addContact}
        </Button>
      </div>
      <Textarea label={text.notes} autosize minRows={3} maxLength={10_000} value={draft.notes} onChange={(event) => set({ notes: event.currentTarget.value })} />
    </div>
  )
}

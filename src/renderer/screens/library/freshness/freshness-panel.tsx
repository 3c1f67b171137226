import { Anchor, Badge, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CalendarDate } from '../../../../shared/model/calendar-date'
import { freshnessOf } from '../../../../shared/model/freshness'
import type { Material } from '../../../../shared/model/material'
import { useEngine } from '../../../app/engine'
import { addressOf } from '../../../app/router'
import { useText } from '../../../i18n/language'
import { libraryKeys } from '../library-keys'
import styles from '../library.module.css'
import { useDeed } from '../use-deed'
import { freshnessNames, messages, reasonNames } from './messages'

type FreshnessPanelProps = { material: Material; usedIn: readonly { readonly id: string; readonly title: string }[] }

/** How long a material may be told as it stands, why that is over or soon will be, and the talks that rest on it. */
export function FreshnessPanel({ material, usedIn }: FreshnessPanelProps) {
  const text = useText(messages)
  const names = useText(freshnessNames)
  const reasons = useText(reasonNames)
  const engine = useEngine()
  const deed = useDeed()
  const { id } = material
  const stored = material.validUntil ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const [isStoring, setStoring] = useState(false)
  const { data: stale = null } = useQuery({ queryKey: libraryKeys.freshnessOf(id), queryFn: ({ signal }) => engine.freshness.ofMaterial({ id }, { signal }) })
  const state = freshnessOf(stale?.reasons ?? [])

  // The field gives a day only once it is whole; half a date is nothing to store.
  const store = async () => {
    const { data: validUntil } = CalendarDate.safeParse(typed)
    if (isStoring || validUntil === undefined || validUntil === stored) return
    setStoring(true)
    await deed(() => engine.materials.update({ id, changes: { validUntil } }), () => text.changed)
    setTyped(null)
    setStoring(false)
  }

  return (
    <Stack gap="xs" component="section" aria-label={text.freshness}>
      <Title order={3} className={styles.part}>
        {text.freshness}
      </Title>
      <Group gap="sm" align="center">
        <TextInput
          type="date"
          size="xs"
          aria-label={text.validUntil}
          title={text.forGood}
          leftSection={<Text size="xs">{text.validUntil}</Text>}
          leftSectionWidth="6rem"
          value={typed ?? stored}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => void store()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void store()
          }}
        />
        {state !== 'fresh' && (
          <Badge variant="outline" color={state === 'stale' ? 'red' : 'yellow'} className={styles.badge} data-state={state}>
            {names[state]}
          </Badge>
        )}
        {stale && (
          <Text size="sm" c="dimmed">
            {stale.reasons.map((reason) => reasons[reason]).join(' · ')}
          </Text>
        )}
      </Group>
      {stale && usedIn.length > 0 && (
        <Text size="sm">
          {text.restsOn(usedIn.length)}{' '}
          {usedIn.map((talk) => (
            <Anchor key={talk.id} href={addressOf.talk(talk.id)} inherit mr="sm">
              {talk.title}
            </Anchor>
          ))}
        </Text>
      )}
    </Stack>
  )
}

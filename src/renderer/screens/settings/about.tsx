import { Button, Stack, Table, Title } from '@mantine/core'
import { useState } from 'react'
import type { AppState } from '../../../shared/contract/app'
import { useText } from '../../i18n/language'
import { messages } from './messages'
import { ThirdPartyDialog } from './third-party-dialog'
import { thirdPartyMessages } from './third-party-messages'

/** What is running, for whoever has to say it on the telephone. */
export function About({ state }: { state: AppState }) {
  const text = useText(messages)
  const thirdParty = useText(thirdPartyMessages)
  const [isReading, setReading] = useState(false)
  const { counts, runtime } = state
  const facts = [
    [text.version, state.version],
    [text.holds, `${state.libraryName} · ${text.counts(counts.sources, counts.materials, counts.talks)}`],
    [text.engine, `Node ${runtime.node} · SQLite ${runtime.sqlite} · ${text.host[runtime.host]}`],
  ]
  return (
    <Stack gap="sm">
      <Title order={2}>{text.about}</Title>
      <Table layout="auto" verticalSpacing="xs" horizontalSpacing={0}>
        <Table.Tbody>
          {facts.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400} w={96} c="dimmed">
                {name}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Button variant="default" style={{ alignSelf: 'start' }} onClick={() => setReading(true)}>
        {thirdParty.open}
      </Button>
      {isReading && <ThirdPartyDialog onClose={() => setReading(false)} />}
    </Stack>
  )
}

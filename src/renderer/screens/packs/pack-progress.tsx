import { Alert, Button, Group, List, Progress, ScrollArea, Stack, Text, Title } from '@mantine/core'
import type { PackReport } from '../../../shared/packs/pack-report'
import { useFormats, useLocalized, useText } from '../../i18n/language'
import { WrittenFolder } from '../../parts/folder-picker/written-folder'
import { messages } from './messages'
import type { PackRunState } from './pack-run'
import { progressSentence } from './progress-sentence'

/** Names the talk too: another may be looked at meanwhile. */
function Heading({ talk }: { talk: string }) {
  const text = useText(messages)
  return (
    <Stack gap={2}>
      <Title order={1}>{text.title}</Title>
      {talk !== '' && <Text c="dimmed">{talk}</Text>}
    </Stack>
  )
}

/** How far a run is, the time it will take, and the way out of it. */
export function PackProgress({ state, onStop }: { state: Extract<PackRunState, { at: 'work' }>; onStop: () => void }) {
  const text = useText(messages)
  const { title, done, total, stopping } = state
  return (
    <Stack maw={640} p="xl" gap="md">
      <Heading talk={title} />
      <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={text.making(done, total)} />
      <Text role="status">{progressSentence(text, state)}</Text>
      <Text size="sm" c="dimmed">
        {text.stopHint}
      </Text>
      <Button variant="default" onClick={onStop} loading={stopping} style={{ alignSelf: 'flex-start' }}>
        {text.stop}
      </Button>
    </Stack>
  )
}

/** What became of a run: what is ready and where, what failed and why, what is missing, who holds an older version. */
export function PackResultView({ title, report, folder, onBack }: { title: string; report: PackReport; folder: string; onBack: () => void }) {
  const text = useText(messages)
  const localized = useLocalized()
  const format = useFormats()
  const { results, notTried, lacking, older } = report
  const failed = results.filter(({ status }) => status === 'failed')
  const ready = results.filter(({ status }) => status !== 'failed')
  const lackingSome = ready.filter(({ leftOut }) => leftOut.length > 0)
  return (
    <Stack maw={760} p="xl" gap="md">
      <Heading talk={title} />
      <Text fw={600} role="status">
        {text.ready(ready.length, ready.filter(({ status }) => status === 'unchanged').length)}
      </Text>
      <Text>{text.where(folder)}</Text>
      {lacking !== null && <Alert color="red">{text.diskFull(notTried, format.bytes(lacking))}</Alert>}
      {failed.length > 0 && (
        <Alert color="red" title={text.failed(failed.length)}>
          <List size="sm">
            {failed.map(({ school, failure }) => (
              <List.Item key={school.id}>{[school.name, failure === null ? '' : localized(failure.message)].filter((part) => part !== '').join(' — ')}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {lackingSome.length > 0 && (
        <section aria-label={text.lackingList}>
          <Text size="sm" fw={600}>
            {text.leftOut(lackingSome.length)}
          </Text>
          <ScrollArea.Autosize mah={260} mt={6} viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': text.lackingList }}>
            <List size="sm">
              {lackingSome.map(({ school, leftOut }) => (
                <List.Item key={school.id}>{`${school.name} — ${leftOut.map(({ message }) => localized(message)).join(' ')}`}</List.Item>
              ))}
            </List>
          </ScrollArea.Autosize>
        </section>
      )}
      {older.length > 0 && (
        <Alert color="gray" title={text.older(older.length)}>
          <Text size="sm">{older.map(({ school }) => school.name).join(text.join)}</Text>
          <Text size="sm" c="dimmed" mt={4}>
            {text.olderHint}
          </Text>
        </Alert>
      )}
      <Group>
        {ready.length > 0 && <WrittenFolder path={folder} />}
        <Button variant="default" onClick={onBack}>
          {text.again}
        </Button>
      </Group>
    </Stack>
  )
}

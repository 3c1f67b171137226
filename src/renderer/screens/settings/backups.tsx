import { Alert, Badge, Button, FileButton, Group, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconDatabaseExport, IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Backup } from '../../../shared/contract/keeping'
import { useEngine } from '../../app/engine'
import { keys } from '../../app/queries'
import { useFormats, useText } from '../../i18n/language'
import { WorkProgress } from '../../parts/work-progress/work-progress'
import { keepingMessages as messages } from './keeping-messages'
import { RestoreDialog, type RestoreFrom } from './restore-dialog'
import { useBackUp } from './use-back-up'
import { usePack } from './use-pack'

/** Backups shown before one asks for all of them. */
const FEW = 5

/** The backups that are there, making one more, saving one elsewhere, and the way back from each. */
export function Backups() {
  const text = useText(messages)
  const engine = useEngine()
  const { data: backups } = useQuery({ queryKey: keys.backups, queryFn: ({ signal }) => engine.keeping.backups(undefined, { signal }) })
  const [showsAll, setShowsAll] = useState(false)
  const [restoring, setRestoring] = useState<RestoreFrom | null>(null)
  const backUp = useBackUp()
  const pack = usePack()
  const shown = showsAll ? backups : backups?.slice(0, FEW)
  return (
    <Stack gap="sm" align="flex-start">
      <Title order={2}>{text.backups}</Title>
      <Text c="dimmed">{text.backupsHint}</Text>
      <Group gap="sm">
        <Button variant="default" leftSection={<IconHistory size={16} />} onClick={backUp.start}>
          {text.backUpNow}
        </Button>
        <Button variant="default" leftSection={<IconDatabaseExport size={16} />} onClick={() => pack.start('backup')}>
          {text.saveCopy}
        </Button>
        <FileButton accept=".lectern-backup,.db" onChange={(file) => file && setRestoring({ file })} inputProps={{ 'aria-label': text.restoreFile }}>
          {(props) => (
            <Button {...props} variant="subtle">
              {text.restoreFile}
            </Button>
          )}
        </FileButton>
      </Group>
      {backups?.length === 0 && <Alert variant="light">{text.noBackups}</Alert>}
      {shown && shown.length > 0 && <BackupTable backups={shown} onRestore={(backup) => setRestoring({ backup })} />}
      {backups && backups.length > FEW && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? text.showFew : text.showAll(backups.length)}
        </Button>
      )}
      {backUp.progress && <WorkProgress title={text.backingUp} {...backUp.progress} sentence={text.percent(backUp.progress.done, backUp.progress.total)} hint={text.nothingLeft} cancelName={text.cancel} onCancel={backUp.cancel} />}
      {pack.progress && <WorkProgress title={text.packing.backup} {...pack.progress} sentence={text.percent(pack.progress.done, pack.progress.total)} hint={text.nothingLeft} cancelName={text.cancel} onCancel={pack.cancel} />}
      {restoring && <RestoreDialog from={restoring} onClose={() => setRestoring(null)} />}
    </Stack>
  )
}

function BackupTable({ backups, onRestore }: { backups: readonly Backup[]; onRestore: (backup: Backup) => void }) {
  const text = useText(messages)
  const { dateTime, bytes } = useFormats()
  return (
    <Table.ScrollContainer minWidth={420} w="100%">
      <Table layout="auto" verticalSpacing="xs" horizontalSpacing="sm" aria-label={text.backups}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.madeAt}</Table.Th>
            <Table.Th>{text.holds}</Table.Th>
            <Table.Th ta="right">{text.size}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{text.restore}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {backups.map((backup) => (
            <Table.Tr key={backup.name}>
              <Table.Td>
                {dateTime(backup.madeAt)}
                <Text size="xs" c="dimmed">
                  {text.reasons[backup.reason]}
                </Text>
              </Table.Td>
              <Table.Td>
                {backup.counts ? (
                  <>
                    {text.counts(backup.counts.sources, backup.counts.materials, backup.counts.talks)}
                    <Text size="xs" c="dimmed">
                      <IconCheck size={13} aria-hidden style={{ verticalAlign: -2 }} /> {text.verified}
                    </Text>
                  </>
                ) : (
                  <Badge color="red" variant="light" radius="sm">
                    {text.unreadable}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td ta="right">{bytes(backup.bytes)}</Table.Td>
              <Table.Td ta="right">
                <Button size="compact-sm" variant="subtle" disabled={backup.counts === null} onClick={() => onRestore(backup)} aria-label={text.restoreOf(dateTime(backup.madeAt))}>
                  {text.restore}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
